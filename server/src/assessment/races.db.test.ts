import { beforeAll, describe, expect, test } from 'vitest'
import { useWorld, type Caller, type Process } from '../../../tests/setup/world.ts'
import { cycleId, mine, reasons, send } from './asking.testing'
import { chanceOf, faultsOf, writesOver, type Stored, type Write } from './racing.testing'
import { submissionHash } from './submission-content'

const world = useWorld()
const YEAR = 2024
/** How often a race is run; more by the variable. */
const RACES = Number(process.env.PMM_TEST_RACES ?? 3)
const SEED = Number(process.env.PMM_TEST_SEED ?? 20_241_128)
const TWO = ['DECL_ALL', 'DECL_ELECTRONIC'] as const
let another: Process
beforeAll(async () => {
  another = await world().startAnother()
})

/** What is stored of some figures. */
async function figuresOf(who: Caller, codes: readonly string[]): Promise<Map<string, Stored>> {
  const { working } = await mine(who)
  const found = (working.values as (Stored & { elementCode: string; year: number })[]).filter(
    ({ year }) => year === YEAR,
  )
  return new Map(
    codes.map((code) => {
      const value = found.find(({ elementCode }) => elementCode === code)
      return [code, { value: value?.value ?? null, version: value?.version ?? 0 }]
    }),
  )
}

async function historyOf(who: Caller, id: string, element: string) {
  const { data } = await who.query(
    `query History($id: ID!, $element: String!) { assessment(id: $id) {
      valueHistory(element: $element, year: ${YEAR}) { nodes { revision value } } } }`,
    { id, element },
  )
  return data.assessment.valueHistory.nodes as { revision: number; value: string | null }[]
}

/** Every fault of every figure, in words. */
async function faultsAmong(
  who: Caller,
  id: string,
  before: ReadonlyMap<string, Stored>,
  writes: readonly Write[],
): Promise<string[]> {
  const after = await figuresOf(who, [...before.keys()])
  const faults: string[] = []
  for (const [code, first] of before) {
    const of = writes.filter(({ elementCode }) => elementCode === code)
    const found = faultsOf(first, of, after.get(code)!, await historyOf(who, id, code))
    faults.push(...found.map((fault) => `${code}: ${fault}`))
  }
  return faults
}

const valueOfKpi = (assessment: { working: { responses: { kpiCode: string; value: string }[] } }) =>
  Number(assessment.working.responses.find(({ kpiCode }) => kpiCode === 'TF-01-1')!.value)

describe('several people on the same figures', () => {
  test.each(Array.from({ length: RACES }, (_, round) => SEED + round))(
    'lose nothing that was acknowledged, and nothing is applied twice (seed %i)',
    async (seed) => {
      const coordinator = await world().as('COORDINATOR', 'XHE')
      await send(coordinator, 'assessmentStart', { cycleId: await cycleId(world()) })
      const { id } = await mine(coordinator)
      const codes = [...TWO, 'DATA_ALIGNED', 'DATA_REQUESTED']
      const before = await figuresOf(coordinator, codes)
      const sessions = await Promise.all([0, 1, 2, 3].map(() => world().as('COORDINATOR', 'XHE')))
      const people = sessions.map((who, nth) => (nth % 2 === 0 ? who : another.asks(who)))

      const all = await Promise.all(
        people.map((who, nth) => {
          const chance = chanceOf(seed * 10 + nth)
          return writesOver(who, {
            assessmentId: id,
            year: YEAR,
            chance,
            known: new Map(before),
            valueOf: () => String(1 + chance.below(1_000_000)),
            isOver: (round) => round >= 12,
          })
        }),
      )

      const writes = all.flatMap((each) => each.writes)
      const fates = (fate: Write['fate']) => writes.filter((each) => each.fate === fate).length
      expect(await faultsAmong(coordinator, id, before, writes)).toEqual([])
      expect(fates('acknowledged')).toBeGreaterThan(0)
      expect(fates('stale'), 'they met').toBeGreaterThan(0)
      const after = await figuresOf(coordinator, TWO)
      const [whole, part] = TWO.map((code) => Number(after.get(code)!.value))
      const computed = valueOfKpi(await mine(coordinator))
      expect(computed).toBeCloseTo((100 * part!) / whole!, 4)
    },
  )

  test('a key that comes again with another figure is refused, and the figure is not stored', async () => {
    const coordinator = await world().as('COORDINATOR', 'XHE')
    await send(coordinator, 'assessmentStart', { cycleId: await cycleId(world()) })
    const { id } = await mine(coordinator)
    const { version } = (await figuresOf(coordinator, ['DECL_ALL'])).get('DECL_ALL')!
    const key = chanceOf(SEED - 1).key()
    const input = (value: string, expectedVersion: number) => ({
      assessmentId: id,
      idempotencyKey: key,
      cells: [{ elementCode: 'DECL_ALL', year: YEAR, value, expectedVersion }],
    })

    await send(coordinator, 'dataValuesSave', input('500', version))
    const reused = await send(coordinator, 'dataValuesSave', input('600', version + 1))

    expect(reasons(reused)).toEqual(['KEY_REUSED'])
    expect((await figuresOf(coordinator, ['DECL_ALL'])).get('DECL_ALL')).toEqual({ value: '500', version: version + 1 }) // prettier-ignore
  })
})

/** What the last submission froze, and its hash computed anew from it. */
async function frozen(number: number, administration: string) {
  return world().asOwner(async ({ db }) => {
    const submission = await db
      .selectFrom('submission as s')
      .innerJoin('administration as a', 'a.id', 's.administrationId')
      .innerJoin('assessment as m', 'm.id', 's.assessmentId')
      .innerJoin('cycle as c', 'c.id', 'm.cycleId')
      .select(['s.id', 's.assessmentId', 's.contentHash'])
      .where('a.code', '=', administration)
      .where('c.code', '=', 'C2024')
      .where('s.number', '=', number)
      .executeTakeFirstOrThrow()
    const of = (
      table:
        'submissionResponse' | 'submissionValue' | 'submissionInstrument' | 'submissionEvidence',
    ) =>
      db
        .selectFrom(table)
        .selectAll()
        .where('submissionId', '=', submission.id)
        .execute() as Promise<any[]> // oxlint-disable-line no-explicit-any, prettier-ignore
    const figures = await of('submissionValue')
    const computedHash = submissionHash({
      assessmentId: submission.assessmentId,
      number,
      answers: await of('submissionResponse'),
      figures,
      levels: await of('submissionInstrument'),
      evidence: await of('submissionEvidence'),
    })
    const figure = (code: string): Stored => {
      const found = figures.find((each) => each.elementCode === code && each.year === YEAR)
      return { value: found.value, version: found.revision }
    }
    return { contentHash: submission.contentHash, computedHash, figure }
  })
}

describe('a submission among saves', () => {
  test('holds exactly what was acknowledged before it, and nothing is acknowledged after it', async () => {
    const coordinator = await world().as('COORDINATOR', 'XNO')
    const approver = another.asks(await world().as('APPROVER', 'XNO'))
    const officer = await world().as('CYCLE_OFFICER')
    const { id, version } = await mine(coordinator)
    const back = await send(approver, 'assessmentSendBack', {
      assessmentId: id, expectedVersion: version, reason: 'Look at the declarations again.',
    }) // prettier-ignore
    expect(back.problems).toEqual([])
    const start = await figuresOf(coordinator, TWO)
    const decide = (who: Caller, name: 'assessmentRequestApproval' | 'assessmentSubmit' | 'assessmentAccept', expectedVersion: number) =>
      send(who, name, { assessmentId: id, expectedVersion }) // prettier-ignore
    let acknowledged = 0

    for (let round = 1; round <= Math.max(RACES, 2); round += 1) {
      const before = await figuresOf(coordinator, TWO)
      const now = await mine(coordinator)
      const sessions = await Promise.all([0, 1, 2].map(() => world().as('COORDINATOR', 'XNO')))
      const writing = sessions.map((who, nth) => {
        const chance = chanceOf(SEED + round * 100 + nth)
        return writesOver(nth === 0 ? another.asks(who) : who, {
          assessmentId: id,
          year: YEAR,
          chance,
          known: new Map(before),
          // So near to what it was that no check asks for a word about it.
          valueOf: (code) => String(Number(start.get(code)!.value) - chance.below(50)),
          isOver: (round) => round >= 200,
        })
      })
      const chance = chanceOf(SEED + round)
      for (let pauses = 0; pauses < 10 + chance.below(20); pauses += 1) await chance.pause()
      const asked =
        now.status === 'DRAFT'
          ? await decide(coordinator, 'assessmentRequestApproval', now.version)
          : { problems: [], assessment: now }
      expect(asked.problems).toEqual([])
      const signed = await decide(approver, 'assessmentSubmit', asked.assessment.version)
      expect(signed.problems).toEqual([])
      const all = await Promise.all(writing)

      const writes = all.flatMap((each) => each.writes)
      expect(all.map((each) => each.reasons)).toEqual(sessions.map(() => ['WRONG_STATE']))
      expect(await faultsAmong(coordinator, id, before, writes)).toEqual([])
      acknowledged += writes.filter(({ fate }) => fate === 'acknowledged').length
      const copy = await frozen(round, 'XNO')
      for (const [code, stored] of await figuresOf(coordinator, TWO)) {
        expect({ code, ...copy.figure(code) }).toMatchObject({ code, version: stored.version })
        expect(Number(copy.figure(code).value)).toBe(Number(stored.value))
      }
      expect(copy.computedHash).toBe(copy.contentHash)

      const returned = await send(officer, 'assessmentReturn', {
        assessmentId: id, expectedVersion: signed.assessment.version, dueAt: '2026-11-30T23:59:59.000Z',
        items: [{ kpiCode: 'TF-01-1', reason: 'Does this include transit?' }],
      }) // prettier-ignore
      expect(returned.problems).toEqual([])
      const { returnItems } = await mine(coordinator)
      const item = returnItems.find(({ answer }: { answer: string | null }) => answer === null)
      await send(coordinator, 'returnItemAnswer', { itemId: item.id, answer: 'It does.', expectedVersion: item.version }) // prettier-ignore
    }
    expect(acknowledged, 'saves before the submissions').toBeGreaterThan(0)
  })

  test('two clicks at once are one submission and one receipt', async () => {
    const approver = await world().as('APPROVER', 'XKE')
    const { id, version } = await mine(approver)
    const click = (who: Caller) => send(who, 'assessmentSubmit', { assessmentId: id, expectedVersion: version }) // prettier-ignore

    const answers = await Promise.all([click(approver), click(another.asks(approver))])

    expect(answers.map(({ problems }) => problems.length).sort()).toEqual([0, 1])
    expect(answers.flatMap(reasons)).toEqual(['WRONG_STATE'])
    expect(await mine(approver)).toMatchObject({ status: 'SUBMITTED', submissionCount: 1 })
  })
})
