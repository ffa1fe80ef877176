import { ApolloLink, Observable } from '@apollo/client'
import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import { createApollo, provideApollo } from '../../index'
import { mountKit } from '../../testing'
import en from '../locales/en.json'
import SecondFactorPanel from './SecondFactorPanel.vue'

const answers: Record<string, object> = {
  SecondFactorBegin: {
    secondFactorBegin: {
      __typename: 'SecondFactorBeginPayload',
      secret: 'JBSWY3DPEHPK3PXP',
      uri: 'otpauth://totp/PMM:ada?secret=JBSWY3DPEHPK3PXP',
      problems: [],
    },
  },
  SecondFactorConfirm: {
    secondFactorConfirm: {
      __typename: 'RecoveryCodesPayload',
      recoveryCodes: ['aaaa-bbbb', 'cccc-dddd'],
      retryAfterSeconds: null,
      problems: [],
    },
  },
}

function mountPanel() {
  const terminatingLink = new ApolloLink(
    ({ operationName }) =>
      new Observable((observer) => {
        observer.next({ data: { __typename: 'Mutation', ...answers[operationName!] } })
        observer.complete()
      }),
  )
  return mountKit(SecondFactorPanel, {
    props: { secondFactor: factor(false), email: 'ada@example.org', hasPassword: true },
    messages: { accounts: en },
    plugins: [{ install: (app) => void provideApollo(createApollo({ terminatingLink }), app) }],
  })
}
const factor = (isSetUp: boolean) => ({
  __typename: 'SecondFactor',
  isSetUp,
  isRequired: false,
  setUpAt: isSetUp ? '2026-01-01T00:00:00.000Z' : null,
  recoveryCodesLeft: isSetUp ? 2 : 0,
})

afterEach(() => {
  document.body.innerHTML = ''
})

test('a confirmed app counts at once, and the codes stay until they are kept', async () => {
  const wrapper = mountPanel()
  const begin = wrapper.findAll('button').find((each) => each.text() === en.secondFactor.begin)
  await begin!.trigger('click')
  await flushPromises()
  await wrapper.get('input').setValue('123456')
  await wrapper.get('form').trigger('submit')
  await flushPromises()

  expect(wrapper.emitted('changed')).toHaveLength(1)
  await wrapper.setProps({ secondFactor: factor(true) } as never)

  expect(wrapper.get('.badge').text()).toBe(en.secondFactor.on)
  expect(wrapper.text()).toContain('aaaa-bbbb')
})
