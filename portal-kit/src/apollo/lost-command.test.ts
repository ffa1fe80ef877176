import { expect, test } from 'vitest'
import { keyed, noteEnd, sentAgain } from './lost-command'

const command = (body: string) => keyed({ input: { body }, locale: 'EN' })
const keyOf = ({ input }: object & { input: object }) =>
  (input as { idempotencyKey?: string }).idempotencyKey

test('what is sent again after a lost answer has the key it had', () => {
  const document = {}
  const first = sentAgain(document, command('Good day'))
  noteEnd(document, first, false)
  const second = sentAgain(document, command('Good day'))
  expect(keyOf(second)).toBe(keyOf(first))
  noteEnd(document, second, false)
  expect(keyOf(sentAgain(document, command('Good day')))).toBe(keyOf(first))
})

test('other words, another command and what was answered have keys of their own', () => {
  const document = {}
  const first = command('Good day')
  noteEnd(document, first, false)
  expect(keyOf(sentAgain(document, command('Good evening')))).not.toBe(keyOf(first))
  expect(keyOf(sentAgain({}, command('Good day')))).not.toBe(keyOf(first))
  noteEnd(document, first, true)
  expect(keyOf(sentAgain(document, command('Good day')))).not.toBe(keyOf(first))
})

test('a command without a key is given none by an earlier one', () => {
  const document = {}
  noteEnd(document, command('Good day'), false)
  const bare = { input: { body: 'Good day' }, locale: 'EN' }
  expect(sentAgain(document, bare)).toBe(bare)
})
