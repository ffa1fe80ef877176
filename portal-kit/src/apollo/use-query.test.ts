import { ApolloLink, gql, Observable, type TypedDocumentNode } from '@apollo/client'
import { GraphQLError } from 'graphql'
import { expect, test } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { CombinedGraphQLErrors } from '@apollo/client'
import { createApollo } from './create-apollo'
import { failureOf } from './failure'
import { forgetViewer, provideApollo } from './provide-apollo'
import { useLazyQuery } from './use-lazy-query'
import { useMutation } from './use-mutation'
import { useQuery } from './use-query'
import { createApp } from 'vue'

interface CycleData {
  cycle: { __typename: 'Cycle'; id: string; name: string }
}
const CycleDocument = gql`
  query Cycle($id: ID!) {
    cycle(id: $id) {
      __typename
      id
      name
    }
  }
` as TypedDocumentNode<CycleData, { id: string }>
const EntranceDocument = gql`
  query Entrance {
    signInStep
  }
` as TypedDocumentNode<{ signInStep: string | null }, Record<string, never>>
const RenameDocument = gql`
  mutation Rename($id: ID!) {
    rename(id: $id) {
      __typename
      id
    }
  }
` as TypedDocumentNode<{ rename: { __typename: string; id: string } }, { id: string }>

/** A client whose answers are given by hand, in any order. */
function openClient(onSessionEnd = () => undefined, isSignedIn = () => false) {
  const asked: {
    variables: Record<string, unknown>
    answer: (result: ApolloLink.Result) => void
    answerNobody: (result: ApolloLink.Result) => void
    fail: (e: Error) => void
    cancelled: boolean
  }[] = []
  const link = new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        const request = {
          variables: operation.variables,
          cancelled: false,
          answer(result: ApolloLink.Result) {
            observer.next(result)
            observer.complete()
          },
          answerNobody(result: ApolloLink.Result) {
            const response = new Response(null, { headers: { 'pmm-viewer': 'nobody' } })
            operation.setContext({ response })
            request.answer(result)
          },
          fail: (error: Error) => observer.error(error),
        }
        asked.push(request)
        return () => {
          request.cancelled = true
        }
      }),
  )
  const client = createApollo({
    terminatingLink: link,
    onSessionEnd,
    isSignedIn,
    openQueries: ['Entrance'],
  })
  const app = createApp({})
  const session = provideApollo(client, app)
  const scope = effectScope()
  const run = <T>(work: () => T): T => app.runWithContext(() => scope.run(work)!)
  return { asked, client, session, scope, run }
}

const cycle = (id: string, name: string): ApolloLink.Result => ({
  data: { cycle: { __typename: 'Cycle', id, name } },
})
const settled = () => new Promise((resolve) => setTimeout(resolve, 5))

test('the answer to older variables is dropped when it comes last', async () => {
  const { asked, run } = openClient()
  const id = ref('1')
  const { result } = run(() => useQuery(CycleDocument, { variables: () => ({ id: id.value }) }))
  id.value = '2'
  await nextTick()

  asked[1]?.answer(cycle('2', 'Cycle 2'))
  asked[0]?.answer(cycle('1', 'Cycle 1'))
  await settled()

  expect(result.value?.cycle.name).toBe('Cycle 2')
})

test('earlier data stay on the screen until the new ones arrive', async () => {
  const { asked, run } = openClient()
  const id = ref('1')
  const { result, retained, refreshing } = run(() =>
    useQuery(CycleDocument, { variables: () => ({ id: id.value }) }),
  )
  asked[0]?.answer(cycle('1', 'Cycle 1'))
  await settled()

  id.value = '2'
  expect(result.value).toBeUndefined()
  expect(retained.value?.cycle.name).toBe('Cycle 1')
  expect(refreshing.value).toBe(true)

  asked[1]?.answer(cycle('2', 'Cycle 2'))
  await settled()
  expect(retained.value?.cycle.name).toBe('Cycle 2')
})

test('nothing is requested while disabled', async () => {
  const { asked, run } = openClient()
  const enabled = ref(false)
  const { loading } = run(() => useQuery(CycleDocument, { variables: { id: '1' }, enabled }))
  await settled()
  expect(asked).toHaveLength(0)
  expect(loading.value).toBe(false)

  enabled.value = true
  expect(asked).toHaveLength(1)

  enabled.value = false
  expect(asked[0]?.cancelled).toBe(true)
})

test('an error of the API is told apart from a lost network', async () => {
  const { asked, run } = openClient()
  const first = run(() => useQuery(CycleDocument, { variables: { id: '1' } }))
  const second = run(() => useQuery(CycleDocument, { variables: { id: '2' } }))

  asked[0]?.answer({
    errors: [new GraphQLError('Not found', { extensions: { code: 'NOT_FOUND' } })],
  })
  asked[1]?.fail(new TypeError('Failed to fetch'))
  await settled()

  expect(CombinedGraphQLErrors.is(first.error.value)).toBe(true)
  expect(CombinedGraphQLErrors.is(second.error.value)).toBe(false)
  expect(second.error.value?.message).toBe('Failed to fetch')
})

test('an answer of nobody signed in reports the end of the session', async () => {
  let ended = 0
  const { asked, run } = openClient(() => void (ended += 1) as undefined)
  run(() => useQuery(CycleDocument, { variables: { id: '1' } }))

  asked[0]?.answer({ errors: [new GraphQLError('…', { extensions: { code: 'UNAUTHENTICATED' } })] })
  await settled()

  expect(ended).toBe(1)
})

test('an answer to nobody where somebody is signed in ends the session and states nothing', async () => {
  let ended = 0
  let isSignedIn = true
  const { asked, run } = openClient(
    () => void (ended += 1) as undefined,
    () => isSignedIn,
  )
  const inSession = run(() => useQuery(CycleDocument, { variables: { id: '1' } }))
  const entrance = run(() => useQuery(EntranceDocument, {}))
  asked[0]?.answerNobody({ data: { cycle: null } })
  asked[1]?.answerNobody({ data: { signInStep: null } })
  await settled()

  expect(ended).toBe(1)
  expect(inSession.retained.value).toBeUndefined()
  expect(failureOf(inSession.error.value).kind).toBe('unauthenticated')
  expect(entrance.result.value).toEqual({ signInStep: null })

  isSignedIn = false
  const signedOut = run(() => useQuery(CycleDocument, { variables: { id: '2' } }))
  asked[2]?.answerNobody({ data: { cycle: null } })
  await settled()

  expect(ended).toBe(1)
  expect(signedOut.result.value).toEqual({ cycle: null })
})

test('a view that closes leaves nothing watching', async () => {
  const { client, asked } = openClient()
  const app = createApp({})
  provideApollo(client, app)
  for (let count = 0; count < 1000; count += 1) {
    const scope = effectScope()
    app.runWithContext(() => scope.run(() => useQuery(CycleDocument, { variables: { id: '1' } })))
    scope.stop()
  }
  await settled()

  expect(client.getObservableQueries('all').size).toBe(0)
  expect(asked.every(({ cancelled }) => cancelled)).toBe(true)
})

test('sign-out cancels what is under way, and nothing of the first viewer remains', async () => {
  const { asked, run, session } = openClient()
  const one = run(() => useQuery(CycleDocument, { variables: { id: '1' } }))
  const two = run(() => useQuery(CycleDocument, { variables: { id: '2' } }))
  asked[0]?.answer(cycle('1', 'Of A'))
  await settled()

  await forgetViewer(session)
  asked[1]?.answer(cycle('2', 'Of A, late'))
  await settled()

  expect(one.result.value ?? one.retained.value).toBeUndefined()
  expect(two.result.value ?? two.retained.value).toBeUndefined()
  expect(asked).toHaveLength(4)
  expect(JSON.stringify(session.client.cache.extract())).not.toContain('Of A')
})

test('a double click sends one mutation and gives one promise', async () => {
  const { asked, run } = openClient()
  const { mutate, loading } = run(() => useMutation(RenameDocument))

  const first = mutate({ id: '1' })
  const second = mutate({ id: '1' })
  expect(second).toBe(first)
  expect(loading.value).toBe(true)
  asked[0]?.answer({ data: { rename: { __typename: 'Cycle', id: '1' } } })

  expect(await first).toMatchObject({ rename: { id: '1' } })
  expect(asked).toHaveLength(1)
  expect(loading.value).toBe(false)
})

test('a failed mutation gives undefined and tells the error', async () => {
  const { asked, run } = openClient()
  const { mutate, error } = run(() => useMutation(RenameDocument))

  const pending = mutate({ id: '1' })
  asked[0]?.fail(new TypeError('Failed to fetch'))

  expect(await pending).toBeUndefined()
  expect(error.value?.message).toBe('Failed to fetch')
})

test('of two questions on demand the later one is shown', async () => {
  const { asked, run } = openClient()
  const { load, result } = run(() => useLazyQuery(CycleDocument))

  const first = load({ id: '1' })
  const second = load({ id: '2' })
  asked[1]?.answer(cycle('2', 'Cycle 2'))
  asked[0]?.answer(cycle('1', 'Cycle 1'))
  await Promise.all([first, second])

  expect(result.value?.cycle.name).toBe('Cycle 2')
})
