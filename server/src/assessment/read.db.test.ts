import { describe, expect, test } from 'vitest'
import { useWorld } from '../../../tests/setup/world.ts'
import { mine } from './asking.testing'

interface Answer {
  readonly state: string
  readonly justification: string | null
  readonly checks: readonly { readonly level: string }[]
}

const world = useWorld()

const ONE = `query One($id: ID!) { assessment(id: $id) { id status cycle { code reportingYear }
  working { copy
    responses { id kpiCode access year state value score reasonCode reasonText disclosureLevel
      kpi { code name } subMeasures { code name value trace { formula } }
      checks { level message(locale: FR) }
      trace { methodStatus value { formula substituted result display elements { symbol elementCode year unit value revision } }
        score { method unclipped score } instruments { instrumentCode level } } }
    values { id elementCode year period value version element { code } } } } }`

describe('one assessment', () => {
  test('comes whole, with explanations, in five statements', async () => {
    const coordinator = await world().as('COORDINATOR', 'XAL')
    const { id } = await mine(coordinator)
    // oxlint-disable-next-line no-explicit-any
    let answer: { data: any; errors?: readonly unknown[] } | undefined
    const idle = await world().database.counter.during(() =>
      coordinator.query('{ viewer { hat } }'),
    )

    const statements = await world().database.counter.during(async () => {
      answer = await coordinator.query(ONE, { id })
    })
    const { working } = answer!.data.assessment

    expect(answer!.errors).toBeUndefined()
    expect(statements - idle).toBeLessThanOrEqual(5)
    expect(working.responses.map((r: { kpiCode: string }) => r.kpiCode).slice(0, 2)).toEqual([
      'TF-01-1',
      'TF-01-2',
    ])
    expect(working.responses).toHaveLength(51)
  })

  test('explains a score by its figures, formula and method', async () => {
    const coordinator = await world().as('COORDINATOR', 'XAL')
    const { id } = await mine(coordinator)

    const { data } = await coordinator.query(ONE, { id })
    const answer = data.assessment.working.responses.find(
      (r: { kpiCode: string }) => r.kpiCode === 'TF-02-2',
    )

    expect(answer.trace.methodStatus).toBe('EXPERIMENTAL')
    expect(answer.trace.value.result).toBe(answer.value)
    expect(answer.trace.value.elements.every((e: { revision: number }) => e.revision === 1)).toBe(
      true,
    )
    expect(answer.subMeasures.map((m: { name: string }) => m.name).every(Boolean)).toBe(true)
  })

  test('gives scores that never come without coverage', async () => {
    const coordinator = await world().as('COORDINATOR', 'XAL')

    const { data } = await coordinator.query(
      `{ myAssessment(cycle: "C2022") { submitted { overallNote signer { name } scores { methodCode
        dimensions { code score coverage { scored scorable } contributions { code share } }
        outcomes { code score reason } overall { code score } } } } }`,
    )
    const { scores, signer } = data.myAssessment.submitted

    expect(scores.dimensions.map((d: { code: string }) => d.code)).toEqual(['TF', 'RC', 'EP', 'OD'])
    expect(scores.outcomes.find((o: { code: string }) => o.code === 'EP-02')).toMatchObject({
      score: null,
      reason: 'NOT_SCORED_AT_ALL',
    })
    expect(signer.name).toBeTruthy()
  })
})

describe('readers outside the administration', () => {
  test('the officer reads what was submitted and nothing that is being edited', async () => {
    const officer = await world().as('CYCLE_OFFICER')

    const { data, errors } = await officer.query(
      `{ assessments(cycle: "C2024", first: 100) { totalCount nodes { status contentAccess administration { code }
        progress { figuresEntered } working { copy } valueHistory(element: "DECL_ALL", year: 2024) { totalCount }
        submitted { number responses { kpiCode state internalNote levelChosen updatedAt disclosureLevel } values { value note updatedAt } } } } }`,
    )
    const nodes = data.assessments.nodes as Record<string, any>[] // oxlint-disable-line no-explicit-any
    const submitted = nodes.filter(({ contentAccess }) => contentAccess === 'VISIBLE')

    expect(errors).toBeUndefined()
    expect(nodes).toHaveLength(data.assessments.totalCount)
    expect(
      nodes.every(({ working, valueHistory }) => working === null && valueHistory === null),
    ).toBe(true)
    expect(submitted.length).toBeGreaterThan(3)
    for (const { submitted: copy } of submitted) {
      expect(copy.responses).toHaveLength(51)
      expect(copy.responses[0]).toMatchObject({
        internalNote: null,
        levelChosen: null,
        updatedAt: null,
      })
    }
    expect(
      nodes
        .filter(({ contentAccess }) => contentAccess !== 'VISIBLE')
        .every((n) => n.submitted === null),
    ).toBe(true)
  })

  test('a reviewer reads the assigned submission and finds no other assessment', async () => {
    const { rows } = await world().asOwner(async ({ db }) => ({
      rows: await db
        .selectFrom('reviewMember as m')
        .innerJoin('review as r', 'r.id', 'm.reviewId')
        .innerJoin('person as p', 'p.id', 'm.personId')
        .select(['p.name', 'm.isLead'])
        .where('r.status', '=', 'IN_PROGRESS')
        .execute(),
    }))
    const member = rows[0]!
    const reviewer = await world().person(member.name, member.isLead ? 'LEAD_REVIEWER' : 'REVIEWER')

    const { data } = await reviewer.query(
      `{ assessments(first: 100) { totalCount nodes { contentAccess working { copy } progress { kpisReady }
        submitted { number responses { kpiCode value trace { methodCode } } scores { overall { score } } } } } }`,
    )

    expect(data.assessments.totalCount).toBeGreaterThan(0)
    expect(data.assessments.totalCount).toBeLessThan(5)
    const [open] = data.assessments.nodes.filter(
      (n: { contentAccess: string }) => n.contentAccess === 'VISIBLE',
    )
    expect(open.submitted.responses).toHaveLength(51)
    expect(open).toMatchObject({ working: null, progress: null })
  })

  test.each(['XAL', 'XKE', 'XNO'])('%s counts as ready what is answered, possible and explained', async (code) => {
    const { progress, working } = await mine(await world().as('COORDINATOR', code))
    const has = ({ checks }: Answer, level: string) => checks.some((check) => check.level === level)
    const ready = working.responses.filter(
      (each: Answer) =>
        each.state !== 'PENDING' && !has(each, 'BLOCK') && !(has(each, 'WARN') && !each.justification),
    )

    expect(progress.kpisReady).toBe(ready.length)
  }) // prettier-ignore

  test('nobody and other members find nothing', async () => {
    const coordinator = await world().as('COORDINATOR', 'XAL')
    const { id } = await mine(coordinator)
    const stranger = await world().as('VIEWER', 'XNO')

    const foreign = await stranger.query(`query One($id: ID!) { assessment(id: $id) { id } }`, {
      id,
    })
    const random = await stranger.query(`{ assessment(id: "QVMAAAAAAAAAAAAAAAAAAAAA") { id } }`)
    const nobody = await world()
      .nobody()
      .query(`query One($id: ID!) { assessment(id: $id) { id } }`, { id })

    expect(foreign.data).toEqual(random.data)
    expect(nobody.data?.assessment ?? null).toBeNull()
  })

  test('the register shows the own assessments to nobody else', async () => {
    const stranger = await world().as('VIEWER', 'XNO')

    const { data } = await stranger.query(`{ administration(code: "XAL") { assessments { id } } }`)

    expect(data.administration.assessments).toBeNull()
  })
})
