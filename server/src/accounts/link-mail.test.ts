import 'reflect-metadata'
import { expect, test } from 'vitest'
import { linkMail, linkTo, type LinkTemplate } from './link-mail'

const template: LinkTemplate = {
  en: { subject: 'Join {organisation}', before: ['{inviter} invites you.'], after: ['One day.'] },
  fr: {
    subject: 'Rejoindre {organisation}',
    before: ['{inviter} vous invite.'],
    after: ['Un jour.'],
  },
}
const facts = { organisation: 'Aldova', inviter: 'Mariam Selk {organisation}' }
const link = linkTo('https://pmm.example.org', 'member', 'invitation', 'secret')
const wordsFor = (locale: 'EN' | 'FR') =>
  linkMail({ to: 'ada@example.org', locale, template, link, facts })

test('the recipient reads the mail in the own language, the link on a line of its own', () => {
  expect(wordsFor('FR').subject).toBe('Rejoindre Aldova')
  expect(wordsFor('EN').text.split('\n\n').slice(0, 3)).toEqual([
    'Mariam Selk {organisation} invites you.',
    'https://pmm.example.org/member/invitation#secret',
    'One day.',
  ])
})

test('the secret stands where browsers send it to no server', () => {
  expect(new URL(link).hash).toBe('#secret')
  expect(new URL(link).search).toBe('')
})
