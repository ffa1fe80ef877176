import { afterEach, expect, test } from 'vitest'
import { createMailer } from './mail'
import { startMailCatcher, type MailCatcher } from './mail.fixture'

let catcher: MailCatcher | undefined
afterEach(() => catcher?.close())

const mail = {
  to: 'ada.almor@example.org',
  language: 'fr',
  subject: 'Réinitialiser votre mot de passe',
  text: 'Une phrase en français.\n\nhttps://pmm.example.org/member/set-password#abc\n',
} as const

test('a mail arrives as it was written, in plain text and its language', async () => {
  catcher = await startMailCatcher()

  await createMailer(catcher.settings).send(mail)

  const [received] = catcher.mails
  expect(received).toMatchObject({ from: 'pmm@example.org', to: ['ada.almor@example.org'] })
  expect(received?.headers).toMatchObject({
    from: 'PMM Platform <pmm@example.org>',
    subject: mail.subject,
    'content-type': 'text/plain; charset=utf-8',
    'content-language': 'fr',
    'auto-submitted': 'auto-generated',
  })
  expect(received?.text.trim()).toBe(mail.text.trim())
})

test('a login is used where one is given', async () => {
  const login = { user: 'pmm', password: 'three calm harbours' }
  catcher = await startMailCatcher({ login })
  const { settings } = catcher
  const wrong = { ...settings, server: { ...settings.server, login: { ...login, password: 'x' } } }

  await createMailer(settings).send(mail)

  await expect(createMailer(wrong).send(mail)).rejects.toThrow()
  expect(catcher.mails).toHaveLength(1)
})

test('an address cannot bring a second recipient, nor a subject a second header', async () => {
  catcher = await startMailCatcher()
  const mailer = createMailer(catcher.settings)

  await mailer.send({ ...mail, to: 'ada@example.org, eve@example.org' }).catch(() => {})
  await mailer.send({ ...mail, subject: 'Hello\r\nBcc: eve@example.org' })

  expect(catcher.mails.flatMap(({ to }) => to)).not.toContain('eve@example.org')
  expect(catcher.mails.at(-1)?.headers).not.toHaveProperty('bcc')
})

test('a server that must encrypt and does not is not told anything', async () => {
  catcher = await startMailCatcher()
  const { server, from } = catcher.settings

  const sent = createMailer({ from, server: { ...server, mustEncrypt: true } }).send(mail)

  await expect(sent).rejects.toThrow()
  expect(catcher.mails).toEqual([])
})
