import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  CLIENT_ID,
  CLIENT_SECRET,
  startProvider,
  type TestProvider,
} from '../../server/src/accounts/identity-provider.fixture'
import { codeAt } from '../../server/src/accounts/totp.fixture'
import { startMailCatcher, type MailCatcher } from '../setup/mail.ts'
import { openBrowser, openWindow } from './browser.ts'
import { freePort, startBuiltServer, type BuiltServer } from './built-server.ts'
import { Inspector } from './people/inspector.ts'
import { Newcomer } from './people/newcomer.ts'

const EMAIL = 'ada@example.org'
const FIRST = 'three calm harbours'
const SECOND = 'seven windy quays'
const THIRD = 'nine quiet lighthouses'
const ADMIN = join(import.meta.dirname, '..', '..', 'server', 'dist', 'admin.js')

let server: BuiltServer
let browser: Browser
let mails: MailCatcher
let provider: TestProvider
const complaints: string[][] = []

beforeAll(async () => {
  const port = await freePort()
  ;[mails, provider, browser] = await Promise.all([
    startMailCatcher(),
    startProvider(`http://127.0.0.1:${port}/oidc/callback`),
    openBrowser(),
  ])
  server = await startBuiltServer({
    port,
    env: {
      PMM_DEMO: '0',
      PMM_MAIL_URL: `smtp://127.0.0.1:${mails.settings.server.port}`,
      PMM_MAIL_FROM: 'PMM Platform <pmm@example.org>',
      PMM_OIDC_ISSUER: provider.issuer.origin,
      PMM_OIDC_CLIENT_ID: CLIENT_ID,
      PMM_OIDC_CLIENT_SECRET: CLIENT_SECRET,
    },
  })
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  server?.clear()
  await Promise.all([mails?.close(), provider?.close()])
  // The organisation's own page is elsewhere, and only that.
  const elsewhere = `left the origin: ${provider.issuer.origin}`
  expect(complaints.flat().filter((each) => !each.startsWith(elsewhere))).toEqual([])
})

/** Ada on a device of her own. */
async function ada(): Promise<Newcomer> {
  const window = await openWindow(browser, server.origin)
  complaints.push(window.complaints)
  return new Newcomer(window, EMAIL)
}

async function findingsOf({ window }: Newcomer): Promise<string[]> {
  const inspector = Inspector.at(window)
  const findings = await inspector.inspectsHere()
  await inspector.returnsToDesk()
  return findings
}

const firstLink = () =>
  spawnSync(process.execPath, [ADMIN, 'create', EMAIL], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, PMM_DATA_DIR: server.directory, PMM_DEMO: '0' },
  }).stdout.match(/\/admin\/set-password#\S+/)![0]

let key = ''
let spent = 0

/** A code the app shows; waits for the next one where the present one is used up. */
async function nextCode(): Promise<string> {
  const step = () => Math.floor(Date.now() / 30_000)
  await expect.poll(step, { timeout: 35_000, interval: 500 }).toBeGreaterThan(spent)
  spent = step()
  return codeAt(key, new Date())
}

let recoveryCodes: readonly string[] = []
let present: Newcomer

test('the first administrator is led to a second factor and keeps the recovery codes', async () => {
  present = await ada()
  await present.setsPassword(firstLink(), FIRST)
  await present.signsIn(FIRST, '/admin/sign-in?to=/settings')

  await present.seesHeading('Set up your second factor')
  await present.page.goto('/admin/settings')
  await present.seesHeading('Set up your second factor')
  expect(await findingsOf(present)).toEqual([])

  key = await present.readsKey()
  await present.confirmsApp('000000')
  await present.sees('The code is wrong or was used already. Wait for the next one.')
  await present.confirmsApp(await nextCode())
  await present.seesHeading('Keep your recovery codes')
  const file = await present.savesRecoveryCodes()
  recoveryCodes = await present.keepsRecoveryCodes()

  expect(recoveryCodes).toHaveLength(10)
  for (const code of [EMAIL, ...recoveryCodes]) expect(file).toContain(code)
  await present.isIn()
  expect(new URL(present.page.url()).pathname).toBe('/admin/settings')
}, 90_000)

test('elsewhere the password alone opens nothing, and a code works once', async () => {
  const device = await ada()
  await device.signsIn(FIRST)
  await device.seesHeading('Confirm your sign-in')
  await device.page.goto('/admin/')
  await device.seesHeading('Confirm your sign-in')
  const code = await nextCode()
  await device.enters(code)
  await device.isIn()

  const another = await ada()
  await another.signsIn(FIRST)
  await another.enters(code)
  await another.sees('The code is wrong or was used already. Wait for the next one.')
  await another.entersRecovery(recoveryCodes[0]!.toLowerCase())
  await another.isIn()

  const third = await ada()
  await third.signsIn(FIRST)
  await third.entersRecovery(recoveryCodes[0]!)
  await third.sees('The code is wrong or was used already. Wait for the next one.')
}, 90_000)

test('the security settings show what opens the account, and change it', async () => {
  await present.opens('/admin/settings')
  await present.follows('Password, second factor, sessions')
  await present.seesHeading('Security')
  await present.sees(/9 recovery codes are left/)
  await present.sees('One of your roles needs a second factor')
  await present.sees('Chrome, Linux')

  await present.changesPassword('not the present one', 'short')
  await present.sees('This is not your present password.')
  await present.sees('The password needs at least 12 characters.')
  await present.changesPassword(FIRST, SECOND)
  await present.sees('The password is changed. All your other sessions have ended.')
  await expect.poll(() => present.reads('End all others')).toBe(false)

  await present.presses('New recovery codes')
  recoveryCodes = await present.keepsRecoveryCodes()
  await present.sees(/10 recovery codes are left/)
  expect(await findingsOf(present)).toEqual([])
}, 90_000)

test('over a page whose session has ended the code is asked for, and what was typed stays', async () => {
  await present.types('six green anchors', 'New password')
  await present.losesTheSession()
  await present.presses('New recovery codes')
  await present.signsInOverThePage(SECOND, await nextCode())

  expect(await present.reads('The server did not answer')).toBe(false)
  expect(await present.hasTyped('New password')).toBe('six green anchors')
  await present.presses('New recovery codes')
  recoveryCodes = await present.keepsRecoveryCodes()
}, 90_000)

test('A26: a link from the mail sets a new password and ends all other sessions', async () => {
  const device = await ada()
  await device.asksForLink()
  const link = () =>
    mails.mails.flatMap(({ text }) => text.match(/\/admin\/set-password#\S+/) ?? [])
  await expect.poll(() => link().length, { timeout: 30_000 }).toBe(1)
  await device.setsPassword(link()[0]!, THIRD)

  await present.page.goto('/admin/settings/security')
  await present.seesHeading('Sign in')
  await device.signsIn(SECOND)
  await device.sees('E-mail address and password do not belong together.')
  await device.signsIn(THIRD, '/admin/sign-in?to=/settings/security')
  await device.enters(await nextCode())
  await device.isIn()
  await device.seesHeading('Security')
  present = device
}, 90_000)

test('an identity of the organisation opens the account once it is linked, and asks for the code', async () => {
  provider.account = { subject: 'ada at home', email: EMAIL }
  const device = await ada()
  await device.page.goto('/admin/sign-in?to=/settings')
  await device.follows('Sign in with your organisation')
  await device.sees(/This identity is linked to no account/)

  await present.presses('Link an identity')
  await present.sees('The identity is linked. From now on it opens this account.')
  await present.sees(provider.issuer.origin)

  await device.page.goto('/admin/sign-in?to=/settings')
  await device.follows('Sign in with your organisation')
  await device.seesHeading('Confirm your sign-in')
  await device.entersRecovery(recoveryCodes[0]!)
  await device.isIn()
  expect(new URL(device.page.url()).pathname).toBe('/admin/settings')
}, 90_000)
