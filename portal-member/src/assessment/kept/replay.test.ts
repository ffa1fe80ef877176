import type { SaveOutcome } from '@pmm/portal-kit'
import { expect, test } from 'vitest'
import { keptExplanationKey, keptKey, type KeptExplanation, type KeptFigure } from './kept-figure'
import { replay, type Replayable } from './replay'

const figure = (elementCode: string, more: Partial<KeptFigure> = {}) => {
  const data: KeptFigure = {
    assessmentId: 'A', kpiCode: 'TF-01-1', elementCode, year: 2026, text: '12', value: '12',
    base: { value: null, revision: 0 }, attempt: `key of ${elementCode}`, ...more,
  } // prettier-ignore
  return { key: keptKey(data), data }
}
const SAVED: SaveOutcome = { kind: 'saved', value: '12', revision: 1 }
const CONFLICT: SaveOutcome = {
  kind: 'conflict',
  theirs: { value: '9', revision: 2, author: 'Ines Calder', at: null },
}

/** A device and a server that answers as told, by element; what it does not know does not arrive. */
async function replayed(
  kept: readonly Replayable[],
  answers: Readonly<Record<string, SaveOutcome>>,
  open: readonly string[] = [],
) {
  const left = new Map(kept.map(({ key, data }) => [key, data]))
  const sent: string[] = []
  await replay(kept, {
    send: async ({ elementCode, value, base, attempt }) => {
      sent.push(`${elementCode} ${value} on ${base.revision} by ${attempt}`)
      return answers[elementCode] ?? { kind: 'unreachable' }
    },
    explain: async ({ kpiCode, explanation, base, attempt }) => {
      sent.push(`${kpiCode} ${explanation} on ${base.revision} by ${attempt}`)
      return answers[kpiCode]?.kind ?? 'unreachable'
    },
    isOpen: (key) => open.includes(key),
    forget: (key) => void left.delete(key),
    mark: (key, data) => void left.set(key, data),
  })
  return {
    sent,
    left: [...left.values()].map((each) => [
      'elementCode' in each ? each.elementCode : each.kpiCode,
      each.trouble,
    ]),
  }
}

test('goes in the order of typing, on the version typed on, with the key it had', async () => {
  const kept = [figure('E2', { base: { value: '3', revision: 4 } }), figure('E1', { value: null })]
  expect(await replayed(kept, { E1: SAVED, E2: SAVED })).toEqual({
    sent: ['E2 12 on 4 by key of E2', 'E1 null on 0 by key of E1'],
    left: [],
  })
})

test('stops at the first that does not arrive, and loses none', async () => {
  const kept = [figure('E1'), figure('E2'), figure('E3')]
  const { sent, left } = await replayed(kept, { E1: SAVED, E3: SAVED })
  expect(sent).toHaveLength(2)
  expect(left).toEqual([
    ['E2', undefined],
    ['E3', undefined],
  ])
})

test('what somebody must look at stays, says why, and does not hold up the others', async () => {
  const { value: _, ...unreadable } = figure('E2').data
  const kept = [figure('E1'), { key: 'unreadable', data: unreadable }, figure('E3'), figure('E4')]
  expect(
    await replayed(kept, { E1: CONFLICT, E3: { kind: 'rejected', message: 'closed' }, E4: SAVED }),
  ).toMatchObject({
    left: [
      ['E1', 'conflict'],
      ['E2', 'rejected'],
      ['E3', 'rejected'],
    ],
  })
})

test('leaves to a cell on the screen what is its own, and to a person what is marked', async () => {
  const own = figure('E1')
  const marked = figure('E2', { trouble: 'conflict' })
  expect((await replayed([own, marked], { E1: SAVED, E2: SAVED }, [own.key])).sent).toEqual([])
})

test('what stands beside a figure builds on the figure typed before it, and the other way round', async () => {
  const detail = { isEstimated: true, note: 'Register' }
  const base = { value: '3', revision: 4 }
  const cell = figure('E1', { base })
  const beside = { key: `${cell.key} detail`, data: { ...cell.data, value: '3', detail } }
  const saved: SaveOutcome = { kind: 'saved', value: '12', revision: 5 }
  expect(await replayed([cell, beside], { E1: saved })).toEqual({
    sent: ['E1 12 on 4 by key of E1', 'E1 12 on 5 by key of E1'],
    left: [],
  })
  expect((await replayed([beside, cell], { E1: { ...saved, value: '3' } })).sent).toEqual([
    'E1 3 on 4 by key of E1',
    'E1 12 on 5 by key of E1',
  ])
})

const explanation = (kpiCode: string): Replayable & { data: KeptExplanation } => {
  const data: KeptExplanation = {
    assessmentId: 'A', kpiCode, explanation: 'A strike', base: { revision: 2 }, attempt: `key of ${kpiCode}`,
  } // prettier-ignore
  return { key: keptExplanationKey(data), data }
}

test('an explanation goes with the figures, in its turn and on the answer it was written on', async () => {
  const kept = [figure('E1'), explanation('TF-01-1'), figure('E2')]
  expect(await replayed(kept, { E1: SAVED, 'TF-01-1': SAVED, E2: SAVED })).toEqual({
    sent: [
      'E1 12 on 0 by key of E1',
      'TF-01-1 A strike on 2 by key of TF-01-1',
      'E2 12 on 0 by key of E2',
    ],
    left: [],
  })
})

test('an explanation that a colleague overtook or the server refused waits for the person; one that does not arrive waits', async () => {
  expect((await replayed([explanation('TF-01-1')], { 'TF-01-1': CONFLICT })).left).toEqual([
    ['TF-01-1', 'conflict'],
  ])
  const refused: SaveOutcome = { kind: 'rejected', message: 'Too short' }
  expect((await replayed([explanation('TF-01-1')], { 'TF-01-1': refused })).left).toEqual([
    ['TF-01-1', 'rejected'],
  ])
  expect((await replayed([explanation('TF-01-1')], {})).left).toEqual([['TF-01-1', undefined]])
})
