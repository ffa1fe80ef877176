import { ApolloLink, Observable } from '@apollo/client'
import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import { createApollo, provideApollo } from '../../index'
import { mountKit } from '../../testing'
import en from '../locales/en.json'
import SignInForm from './SignInForm.vue'

interface Answered {
  readonly retryAfterSeconds?: number | null
  readonly problems: readonly { readonly reason: string; readonly message: string }[]
}

function mountForm(answers: readonly Answered[], props: Record<string, unknown> = {}) {
  const sent: unknown[] = []
  const terminatingLink = new ApolloLink(
    ({ variables }) =>
      new Observable((observer) => {
        sent.push(variables)
        const { retryAfterSeconds = null, problems } = answers[sent.length - 1]!
        const sessionOpen = {
          __typename: 'SessionPayload',
          retryAfterSeconds,
          problems: problems.map((problem) => ({ __typename: 'Problem', ...problem })),
        }
        observer.next({ data: { __typename: 'Mutation', sessionOpen } })
        observer.complete()
      }),
  )
  const wrapper = mountKit(SignInForm, {
    props,
    messages: { accounts: en },
    plugins: [{ install: (app) => void provideApollo(createApollo({ terminatingLink }), app) }],
  })
  return { wrapper, sent }
}

async function signIn(
  wrapper: ReturnType<typeof mountForm>['wrapper'],
  email: string,
  password: string,
) {
  await wrapper.get('input[type=email]').setValue(email)
  await wrapper.get('input[type=password]').setValue(password)
  await wrapper.get('form').trigger('submit')
  await flushPromises()
}

const refused = { reason: 'SIGN_IN_REFUSED', message: 'refused' }

afterEach(() => {
  document.body.innerHTML = ''
  vi.restoreAllMocks()
})

test('the page is told when somebody has signed in', async () => {
  const { wrapper, sent } = mountForm([{ problems: [] }])

  await signIn(wrapper, 'ada@example.org', 'three calm harbours')

  expect(sent).toEqual([{ input: { email: 'ada@example.org', password: 'three calm harbours' } }])
  expect(wrapper.emitted('signedIn')).toHaveLength(1)
})

test('a refusal says so, keeps the address and clears the password', async () => {
  const { wrapper } = mountForm([{ problems: [refused] }])

  await signIn(wrapper, 'ada@example.org', 'a wrong one')

  expect(wrapper.get('[role=alert]').text()).toContain(en.problem.SIGN_IN_REFUSED)
  expect((wrapper.get('input[type=email]').element as HTMLInputElement).value).toBe(
    'ada@example.org',
  )
  expect((wrapper.get('input[type=password]').element as HTMLInputElement).value).toBe('')
  expect(wrapper.emitted('signedIn')).toBeUndefined()
})

test('after too many attempts the person reads how many minutes to wait', async () => {
  const { wrapper } = mountForm([
    { retryAfterSeconds: 61, problems: [{ reason: 'RATE_LIMITED', message: 'wait' }] },
  ])

  await signIn(wrapper, 'ada@example.org', 'a wrong one')

  expect(wrapper.get('[role=alert]').text()).toContain('2 min')
})

test('where a code is missing the form asks for it, and forgets the password', async () => {
  const { wrapper } = mountForm([
    { problems: [{ reason: 'SECOND_FACTOR_REQUIRED', message: 'confirm' }] },
  ])

  await signIn(wrapper, 'ada@example.org', 'three calm harbours')

  expect(wrapper.text()).toContain(en.code.text)
  expect(wrapper.get('input').attributes('autocomplete')).toBe('one-time-code')
  expect(wrapper.emitted('signedIn')).toBeUndefined()
  const startOver = wrapper.findAll('button').find((each) => each.text() === en.code.startOver)!
  await startOver.trigger('click')
  expect((wrapper.get('input[type=password]').element as HTMLInputElement).value).toBe('')
})

test('the password is shown on demand alone', async () => {
  const { wrapper } = mountForm([])

  await wrapper.get('button[aria-pressed]').trigger('click')

  expect(wrapper.find('input[type=password]').exists()).toBe(false)
})

test('over a page whose session has ended only the same person may sign in', () => {
  const { wrapper } = mountForm([], { email: 'ada@example.org' })

  expect(wrapper.get('input[type=email]').attributes('readonly')).toBeDefined()
})
