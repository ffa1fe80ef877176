import { expect, test } from 'vitest'
import { mentionBefore, mentionedIn, piecesOf, threadsOf, type CommentEntry } from './model'

const comment = (id: string, over: Partial<CommentEntry> = {}): CommentEntry => ({
  id,
  threadId: id,
  kpiCode: 'TF-01-1',
  elementCode: null,
  body: id,
  locale: 'EN',
  createdAt: '2026-11-02T10:00:00Z',
  editedAt: null,
  removedAt: null,
  resolvedAt: null,
  version: 1,
  author: null,
  resolver: null,
  mentions: [],
  viewerCan: {
    answer: { allowed: true },
    edit: { allowed: true },
    remove: { allowed: true },
    resolve: { allowed: true },
    reopen: { allowed: false },
  },
  ...over,
})

test('answers stand under what they answer, and resolved threads come last', () => {
  const threads = threadsOf([
    comment('a', { resolvedAt: '2026-11-02T11:00:00Z' }),
    comment('b'),
    comment('c', { threadId: 'a' }),
  ])

  expect(threads.map(({ first, answers }) => [first.id, ...answers.map(({ id }) => id)])).toEqual([
    ['b'],
    ['a', 'c'],
  ])
})

test('a name is looked for after an @ that begins a word', () => {
  expect(mentionBefore('Ask @')).toBe('')
  expect(mentionBefore('Ask @Éléonore d’A')).toBe('Éléonore d’A')
  expect(mentionBefore('somebody@example')).toBeNull()
  expect(mentionBefore('at @ noon')).toBeNull()
  expect(mentionBefore('Ask her')).toBeNull()
})

const AMINA = { id: '1', name: 'Amina Sel' }
const AMINATA = { id: '2', name: 'Amina Selk' }

test('whose name was deleted again is not mentioned', () => {
  expect(mentionedIn('Please, @Amina Sel.', [AMINA])).toEqual(['1'])
  expect(mentionedIn('Please, Amina Sel.', [AMINA])).toEqual([])
})

test('a mention is marked as text, the longer name before the shorter', () => {
  expect(piecesOf('<b>@Amina Selk</b>', [AMINA, AMINATA])).toEqual([
    { text: '<b>', isMention: false },
    { text: '@Amina Selk', isMention: true },
    { text: '</b>', isMention: false },
  ])
  expect(piecesOf('nobody', [])).toEqual([{ text: 'nobody', isMention: false }])
})
