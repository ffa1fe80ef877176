import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import { clearKept, keep, openKept } from '../../index'
import { mountKit } from '../../testing'
import { rememberHat } from '../last-hat'
import en from '../locales/en.json'
import RoleEndedDialog from './RoleEndedDialog.vue'

const show = async () => {
  mountKit(RoleEndedDialog, {
    props: { open: true },
    slots: { kept: 'TF-01-1: 490200' },
    messages: { accounts: en },
  })
  await flushPromises()
  return document.body.textContent ?? ''
}

afterEach(async () => {
  document.body.innerHTML = ''
  sessionStorage.clear()
  await clearKept()
})

test('names the role that ended, and whom to ask', async () => {
  const administration = { id: 'AD', code: 'XAL', en: 'Almendra Islands', fr: 'Îles Almendra' }
  rememberHat({ role: 'COORDINATOR', administration } as Parameters<typeof rememberHat>[0])
  const text = await show()
  expect(text).toContain('You no longer act as Coordinator (Almendra Islands)')
  expect(text).toContain('ask a coordinator of your administration (Almendra Islands)')
})

test('says that what was typed is kept and shows it, or that it cannot be sent', async () => {
  expect(await show()).toContain(en.roleEnded.unkept)
  document.body.innerHTML = ''

  await openKept({ person: 'P', role: 'COORDINATOR AD' })
  keep('figure', { text: '490200' })
  const text = await show()
  expect(text).toContain('One entry did not reach the server')
  expect(text).toContain('TF-01-1: 490200')
  expect(text).not.toContain(en.roleEnded.unkept)
  expect(text).not.toContain('never sent')
})

test('promises nothing for what had been refused before', async () => {
  await openKept({ person: 'P', role: 'COORDINATOR AD' })
  keep('figure', { text: '555', trouble: 'rejected' })
  const text = await show()
  expect(text).toContain('One entry had not been accepted before')
  expect(text).not.toContain('is sent if you are given the role again')
})
