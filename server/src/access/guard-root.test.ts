import 'reflect-metadata'
import type { GraphQLResolveInfo } from 'graphql'
import { expect, test } from 'vitest'
import type { AccessContext } from './guard'
import { guardMutation } from './guard-root'
import { RefusalCollector } from './refusals'
import type { Viewer } from './viewer'
import { NOW, wearing } from './viewer.fixture'

const supportView = { id: 'view', personId: 'd', name: 'D', startedAt: NOW, endsAt: NOW }
const looking = wearing('COORDINATOR', { supportView })

/** Why the mutation was not run, or `done`; and what is noted of it. */
function tried(viewer: Viewer, fieldName: string) {
  const noted: unknown[] = []
  const refusals = { add: (refused: unknown) => noted.push(refused) } as unknown as RefusalCollector
  const context: AccessContext = { viewer, refusals }
  try {
    const answer = guardMutation(() => 'done')(
      undefined, { input: { id: 'x' } }, context, { fieldName } as GraphQLResolveInfo,
    ) // prettier-ignore
    return { answer, noted }
  } catch (error) {
    const { extensions } = error as { extensions: Record<string, unknown> }
    return { answer: [extensions['code'], extensions['reason']], noted }
  }
}

test('a token runs no mutation, and a session may', () => {
  expect(tried(wearing('PARTNER'), 'supportViewEnd').answer).toEqual(['FORBIDDEN', 'QUERIES_ONLY'])
  expect(tried(wearing('COORDINATOR'), 'reviewRequest')).toEqual({ answer: 'done', noted: [] })
})

test('a support view changes nothing, and what it tried is noted as refused', () => {
  expect(tried(looking, 'reviewRequest')).toEqual({
    answer: ['FORBIDDEN', 'READ_ONLY_SESSION'],
    noted: [{ action: 'reviewRequest', input: { input: { id: 'x' } }, codes: ['FORBIDDEN'] }],
  })
})

test.each(['supportViewEnd', 'sessionClose'])('a support view ends by %s', (name) => {
  expect(tried(looking, name)).toEqual({ answer: 'done', noted: [] })
})
