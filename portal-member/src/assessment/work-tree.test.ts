import { describe, expect, it } from 'vitest'
import { check, figure, framework, response } from './assessment.fixture'
import { coverageOf, coverageWithout, scoreOf, withReason } from './coverage'
import { obstaclesOf, placesOf } from './obstacles'
import { ownFigures } from './own-figures'
import { treeRows } from './tree-rows'
import { countFigures, countWork, isMeant, nextOpen, workTree } from './work-tree'

const all = [response('TF-01-1'), response('TF-01-2'), response('RC-01-1')]
const reported = { state: 'REPORTED', value: '98.1', score: '98.1' } as const

describe('the state of the work on a KPI', () => {
  const statusOf = (facts: Parameters<typeof response>[1], values = [figure('DECL_E', null)]) =>
    workTree(framework, [response('TF-01-1', facts)], values).byCode.get('TF-01-1')?.status

  it('tells looked at from not started, and both from started', () => {
    expect(statusOf({})).toBe('notStarted')
    expect(statusOf({ lookedAt: '2026-03-01T00:00:00Z' })).toBe('lookedAt')
    expect(statusOf({}, [figure('DECL_E', '0')])).toBe('started')
  })

  it('is ready with a value or a reason, but not while a warning waits for its sentence', () => {
    expect(statusOf(reported)).toBe('ready')
    expect(statusOf({ state: 'NOT_APPLICABLE', reasonCode: 'GEOGRAPHY' })).toBe('notApplicable')
    expect(statusOf({ ...reported, checks: [check('WARN')] })).toBe('explain')
    expect(statusOf({ ...reported, checks: [check('WARN')], justification: ' ' })).toBe('explain')
    expect(statusOf({ ...reported, checks: [check('WARN')], justification: 'A reform.' })).toBe(
      'ready',
    )
  })

  it('is blocked by an impossible figure, whatever else is there', () => {
    expect(statusOf({ ...reported, checks: [check('BLOCK')], justification: 'Sure.' })).toBe(
      'blocked',
    )
  })
})

describe('the tree of the work', () => {
  it('counts a figure that two KPIs share once, and zero as entered', () => {
    const work = workTree(framework, all, [figure('DECL_ALL', '0'), figure('PAY_E', null)])
    expect(countFigures(work)).toEqual({ entered: 1, total: 5 })
  })

  it('asks no figure of a KPI that has a reason instead', () => {
    const answers = [response('TF-01-1', { state: 'NOT_AVAILABLE' }), all[1]!, all[2]!]
    expect(countFigures(workTree(framework, answers, [])).total).toBe(4)
  })

  it('counts what is given by itself with the rest, once where a KPI of the own asks for it too', () => {
    const entered = [figure('DECL_ALL', '0'), figure('REV', '5')]
    const work = workTree(framework, [response('TF-01-2')], entered)
    const given = [{ elementCode: 'DECL_ALL' }, { elementCode: 'REV' }]
    const alone = ownFigures(framework, given, entered)
    expect(countFigures(work, work.kpis, alone)).toEqual({ entered: 2, total: 3 })
  })

  it('holds for a contributor only what the server tells of', () => {
    const work = workTree(framework, [response('TF-01-2')], [], new Set(['TF-01-2']))
    expect(work.kpis.map(({ kpi }) => kpi.code)).toEqual(['TF-01-2'])
    expect(work.dimensions.map(({ dimension }) => dimension.code)).toEqual(['TF'])
    expect(work.kpis[0]?.isMine).toBe(true)
  })

  it('goes to the next KPI with work left and begins again at the end', () => {
    const work = workTree(framework, [all[0]!, response('TF-01-2', reported), all[2]!], [])
    expect(nextOpen(work, 'TF-01-1')?.kpi.code).toBe('RC-01-1')
    expect(nextOpen(work, 'RC-01-1')?.kpi.code).toBe('TF-01-1')
    expect(nextOpen(workTree(framework, [response('TF-01-1', reported)], []))).toBeNull()
  })

  it('finds a KPI by its code and by its name without accents', () => {
    const [work] = workTree(framework, all, []).kpis
    const french = { ...work!, kpi: { ...work!.kpi, name: 'Taux de déclarations électroniques' } }
    expect(isMeant(french, 'tf-01')).toBe(true)
    expect(isMeant(french, 'declarations Elec')).toBe(true)
    expect(isMeant(french, 'revenue')).toBe(false)
  })

  it('counts each KPI in exactly one state', () => {
    const answers = [
      response('TF-01-1', { ...reported, checks: [check('WARN')] }),
      response('TF-01-2', reported),
      response('RC-01-1'),
    ]
    expect(countWork(workTree(framework, answers, []).kpis)).toEqual({
      ready: 1,
      explain: 1,
      blocked: 0,
      open: 1,
      total: 3,
    })
  })
})

describe('the rows of the task list', () => {
  const work = workTree(framework, [response('TF-01-1', reported), all[1]!, all[2]!], [])
  const choice = { filter: 'all', typed: '', level: '', closed: new Set<string>() } as const
  const keys = (more: object) => treeRows(work, { ...choice, ...more }).map(({ key }) => key)

  it('hide what stands under a closed heading', () => {
    expect(keys({ closed: new Set(['TF']) })).toEqual(['TF', 'RC', 'RC-01', 'RC-01-1'])
  })

  it('show what a filter finds even under a closed heading, and no empty heading', () => {
    expect(keys({ typed: 'TF-01-2', closed: new Set(['TF']) })).toEqual(['TF', 'TF-01', 'TF-01-2'])
    expect(keys({ filter: 'open' })).toEqual(['TF', 'TF-01', 'TF-01-2', 'RC', 'RC-01', 'RC-01-1'])
  })
})

describe('the coverage of an outcome', () => {
  const [tf] = workTree(framework, [response('TF-01-1', reported), all[1]!, all[2]!], []).dimensions
  const kpis = tf!.outcomes[0]!.kpis

  it('loses a KPI that does not apply and keeps one that is not measured', () => {
    expect(coverageOf(kpis)).toEqual({ scored: 1, scorable: 2 })
    expect(coverageWithout(kpis, 'TF-01-2', 'NOT_APPLICABLE')).toEqual({ scored: 1, scorable: 1 })
    expect(coverageWithout(kpis, 'TF-01-1', 'NOT_AVAILABLE')).toEqual({ scored: 0, scorable: 2 })
  })
})

describe('what stands before the submission', () => {
  it('is told all at once, what blocks first', () => {
    const answers = [
      response('TF-01-1', { ...reported, checks: [check('WARN')], levelChosen: false }),
      response('TF-01-2', { ...reported, checks: [check('BLOCK')] }),
      response('RC-01-1'),
    ]
    const items = [{ kpiCode: 'TF-01-2', answer: null, isCleared: false }]
    expect(
      obstaclesOf(workTree(framework, answers, []), items).map(
        ({ reason, work }) => `${reason} ${work.kpi.code}`,
      ),
    ).toEqual([
      'CHECK_BLOCKS TF-01-2',
      'ITEM_UNANSWERED TF-01-2',
      'RESPONSE_PENDING RC-01-1',
      'WARNING_UNJUSTIFIED TF-01-1',
      'LEVEL_MISSING TF-01-1',
    ])
  })

  it('is nothing once items are answered or cleared', () => {
    const work = workTree(framework, [response('TF-01-1', reported)], [])
    const item = { kpiCode: 'TF-01-1', answer: 'Corrected.', isCleared: false }
    expect(obstaclesOf(work, [item])).toEqual([])
    expect(obstaclesOf(work, [{ ...item, answer: null, isCleared: true }])).toEqual([])
  })
})

it('leads from each finding to its figure, or to the sentence it waits for', () => {
  const found = [
    { ...check('BLOCK'), elementCode: 'DECL_E', period: 'T' as const, message: 'Too large' },
    { ...check('BLOCK'), elementCode: 'DECL_ALL', period: 'T' as const, message: 'Negative' },
  ]
  const [work] = workTree(framework, [response('TF-01-1', { ...reported, checks: found })], []).kpis
  const places = placesOf('CHECK_BLOCKS', work!)
  expect(places.map(({ message }) => message)).toEqual(['Too large', 'Negative'])
  expect(places.map(({ query }) => query.at)).toEqual(
    found.map(({ elementCode }) => work!.kpi.elements.find(({ element }) => element?.code === elementCode)?.symbol), // prettier-ignore
  )
  expect(placesOf('WARNING_UNJUSTIFIED', { ...work!, response: { ...work!.response!, checks: [check('WARN')] } })[0]?.query).toEqual({ at: 'explanation' }) // prettier-ignore
  expect(placesOf('LEVEL_MISSING', work!)).toMatchObject([{ message: null, query: {} }])
})

it('tells what a reason does to the score of an outcome, as the server will', () => {
  const answers = [
    response('TF-01-1', { ...reported, score: '90' }),
    response('TF-01-2', { ...reported, score: '60' }),
    all[2]!,
  ]
  const kpis = workTree(framework, answers, []).dimensions[0]!.outcomes[0]!.kpis
  const weighted = kpis.map((work, at) => ({ ...work, kpi: { ...work.kpi, weight: at === 0 ? '2' : '1' } })) // prettier-ignore

  expect(scoreOf(weighted, 0.5)).toBe(80)
  expect(scoreOf(withReason(weighted, 'TF-01-1', 'NOT_APPLICABLE'), 0.5)).toBe(60)
  expect(scoreOf(withReason(weighted, 'TF-01-1', 'NOT_AVAILABLE'), 0.5)).toBe(60)
  expect(scoreOf(withReason(weighted, 'TF-01-1', 'NOT_AVAILABLE'), 0.6)).toBeNull()
})
