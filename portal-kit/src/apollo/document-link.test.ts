import { gql } from '@apollo/client'
import type { DocumentNode } from 'graphql'
import { afterEach, expect, test, vi } from 'vitest'
import { createApollo } from './create-apollo'

const document = gql`
  query Cycle($id: ID!) {
    cycle(id: $id) {
      __typename
      id
    }
  }
`
const persisted = { ...document, __meta__: { hash: 'sha256:abc123' } } as DocumentNode

const answer = () =>
  new Response(JSON.stringify({ data: { cycle: { __typename: 'Cycle', id: '1' } } }), {
    headers: { 'content-type': 'application/json' },
  })

afterEach(() => vi.unstubAllGlobals())

function listen() {
  const fetched = vi.fn<(uri: string, init: RequestInit) => Promise<Response>>(async () => answer())
  vi.stubGlobal('fetch', fetched)
  return fetched
}

test('a generated document travels by its id, never as text', async () => {
  const fetched = listen()

  await createApollo().query({ query: persisted, variables: { id: '1' } })

  const [uri, init] = fetched.mock.calls[0]!
  expect(uri).toBe('/graphql')
  expect(JSON.parse(String(init.body))).toEqual({
    documentId: 'sha256:abc123',
    operationName: 'Cycle',
    variables: { id: '1' },
  })
})

test('each request carries the header no form can send, and the cookie of this origin', async () => {
  const fetched = listen()

  await createApollo().query({ query: persisted, variables: { id: '1' } })

  const [, init] = fetched.mock.calls[0]!
  expect(init).toMatchObject({
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'apollo-require-preflight': 'true' },
  })
})

test('a command outlives the page that sends it, a question does not', async () => {
  const fetched = listen()
  const command = gql`
    mutation Rename($id: ID!) {
      rename(id: $id)
    }
  `

  await createApollo().query({ query: persisted, variables: { id: '1' } })
  await createApollo()
    .mutate({ mutation: command, variables: { id: '1' } })
    .catch(() => undefined)

  expect(fetched.mock.calls.map(([, init]) => init.keepalive)).toEqual([false, true])
})

test('public pages ask by GET, so that a cache may answer', async () => {
  const fetched = listen()

  await createApollo({ getQueries: true }).query({ query: persisted, variables: { id: '1' } })

  const [uri, init] = fetched.mock.calls[0]!
  const asked = new URL(uri, 'http://localhost')
  expect(init.method).toBe('GET')
  expect(asked.searchParams.get('documentId')).toBe('sha256:abc123')
  expect(JSON.parse(asked.searchParams.get('variables')!)).toEqual({ id: '1' })
})
