import { readFileSync } from 'node:fs'
import { Decimal } from 'decimal.js'
import { describe, expect, it } from 'vitest'
import { demoWorld } from './demo-world.ts'
import type { CatalogueInput, DemoAssessment, DemoValue, KpiInput } from './world.ts'

type Member = {
  readonly code: string
  readonly name: { readonly en: string; readonly fr: string }
  readonly region: string
  readonly geography: string
  readonly landlocked: boolean
  readonly provenance: { readonly status?: string }
}
type Register = { readonly members: readonly Member[]; readonly total: number }
type Catalogue = CatalogueInput & {
  readonly reasonCodes: readonly { readonly code: string; readonly state: string }[]
}

const read = <T>(file: string): T =>
  JSON.parse(readFileSync(new URL(`../data/${file}`, import.meta.url), 'utf8')) as T

const catalogue = read<Catalogue>('pmm-v1.json')
const demo = read<Register>('demo-members.json')
const real = read<Register>('members.json')
const openedAt = new Date('2026-11-24T10:00:00Z')
const world = demoWorld({ catalogue, members: demo.members, openedAt })

const regionOf = new Map(demo.members.map((member) => [member.code, member.region]))
const year = (assessment: DemoAssessment): number => Number(assessment.cycle.slice(1))
const inCycle = (code: string): readonly DemoAssessment[] =>
  world.assessments.filter((assessment) => assessment.cycle === code)
const finished = world.assessments.filter((assessment) => assessment.status !== 'DRAFT')
const stateOf = (assessment: DemoAssessment, kpi: string) =>
  assessment.responses.find((response) => response.kpi === kpi)?.state
const kpi = (code: string): KpiInput => {
  const found = catalogue.kpis.find((candidate) => candidate.code === code)
  if (found === undefined) throw new Error(`No KPI ${code}`)
  return found
}
const figure = (assessment: DemoAssessment, element: string | undefined, of: number) => {
  const found = assessment.values.find((v) => v.element === element && v.year === of)
  return found === undefined ? undefined : new Decimal(found.value)
}
const mean = (values: readonly Decimal[]): Decimal =>
  values.reduce((a, b) => a.add(b), new Decimal(0)).div(values.length)

/** `100*(A+C)/(B+D)` and its shorter forms, written down apart from the generator. */
function rate(assessment: DemoAssessment, code: string): Decimal {
  const bound = (symbol: string): Decimal => {
    const element = kpi(code).elements.find((e) => e.symbol === symbol)
    if (element === undefined) return new Decimal(0)
    const of = element.period === 'T' ? year(assessment) : year(assessment) - 1
    return figure(assessment, element.element, of) ?? new Decimal(Number.NaN)
  }
  const whole = bound('B').add(bound('D'))
  const part = kpi(code).formula.includes('A-B')
    ? bound('A').sub(bound('B'))
    : bound('A').add(bound('C'))
  return part.mul(100).div(whole)
}

const reporting = (cycle: string, code: string): readonly DemoAssessment[] =>
  inCycle(cycle).filter((assessment) => stateOf(assessment, code) === 'REPORTED')

describe('The invented register', () => {
  it('has 187 administrations with codes of its own, in regions as large as the real ones', () => {
    expect(new Set(demo.members.map((member) => member.code)).size).toBe(187)
    for (const { code } of demo.members) expect(code).toMatch(/^X(?!KX)[A-Z]{2}$/)
    for (const region of ['AMS', 'EUR', 'ESA', 'MENA', 'WCA', 'AP']) {
      const size = (register: Register) =>
        register.members.filter((member) => member.region === region).length
      expect([region, size(demo)]).toEqual([region, size(real)])
    }
  })

  it('says of every entry that it is invented', () => {
    for (const member of demo.members) expect(member.provenance.status).toBe('invented')
    for (const member of demo.members) {
      expect(member.landlocked).toBe(member.geography === 'LANDLOCKED')
    }
  })

  it('uses no name twice and none that resembles a real country', () => {
    const cores = demo.members.map(({ name }) => coreOf(name.en))
    expect(new Set(cores).size).toBe(187)
    const realCores = real.members.flatMap(({ name }) => [coreOf(name.en), coreOf(name.fr)])
    for (const core of cores) {
      const nearest = Math.min(...realCores.map((other) => distance(core, other)))
      expect([core, nearest >= 2]).toEqual([core, true])
    }
  })
})

describe('The demonstration world', () => {
  it('is the same each time', () => {
    expect(demoWorld({ catalogue, members: demo.members, openedAt })).toEqual(world)
  })

  it('moves nothing but deadlines with the first start', () => {
    const other = demoWorld({
      catalogue,
      members: demo.members,
      openedAt: new Date('2031-03-02T07:30:00Z'),
    })
    const open = (cycles: typeof world.cycles) => cycles.find((c) => c.status === 'OPEN')?.closesAt
    expect(open(world.cycles)).toBe('2027-01-08T23:59:59.000Z')
    expect(open(other.cycles)).toBe('2031-04-16T23:59:59.000Z')
    expect(withoutDeadlines(other)).toEqual(withoutDeadlines(world))
  })

  it('speaks of no real country', () => {
    const text = JSON.stringify([world.people, world.reviews, world.assessments, world.partner])
    for (const { name } of real.members) {
      expect([name.en, new RegExp(`\\b${escaped(name.en)}\\b`).test(text)]).toEqual([
        name.en,
        false,
      ])
    }
  })
})

describe('Reporting year 2022', () => {
  const all = inCycle('C2022')

  it('has 62 accepted assessments, fewer than five in one region and fewer than ten in others', () => {
    expect(all).toHaveLength(62)
    expect(all.every((assessment) => assessment.status === 'ACCEPTED')).toBe(true)
    expect(countByRegion(all)).toEqual({ EUR: 21, AP: 13, AMS: 12, ESA: 7, WCA: 5, MENA: 4 })
  })

  it('averages exactly 98.1 % electronic declarations over all 62, open to public aggregates', () => {
    const rates = reporting('C2022', 'TF-01-1').map((a) => rate(a, 'TF-01-1'))
    expect(rates).toHaveLength(62)
    expect(mean(rates).toString()).toBe('98.1')
    expect(publicUse('C2022', 'TF-01-1')).toBe(62)
  })

  it('has 24 administrations that count e-commerce; the others give a coded reason and a text', () => {
    expect(reporting('C2022', 'TF-03-1')).toHaveLength(24)
    expect(publicUse('C2022', 'TF-03-1')).toBe(24)
    const others = all
      .flatMap((a) => a.responses)
      .filter((r) => r.kpi === 'TF-03-1' && r.state !== 'REPORTED')
    expect(others).toHaveLength(38)
    for (const response of others) expect(response.reasonText?.length).toBeGreaterThan(20)
  })

  it('sees AEO programmes grow in some regions only, with a small part in trade', () => {
    const growth = Object.fromEntries(
      Object.entries(Object.groupBy(reporting('C2022', 'TF-02-1'), regionOfAssessment)).map(
        ([region, some = []]) => [
          region,
          mean(some.map((a) => rate(a, 'TF-02-1')).filter((v) => v.isFinite())).isPositive(),
        ],
      ),
    )
    expect(growth).toEqual({ EUR: true, AP: true, MENA: true, AMS: false, ESA: false, WCA: false })
    const involvement = mean(reporting('C2022', 'TF-02-2').map((a) => rate(a, 'TF-02-2')))
    expect(involvement.toNumber()).toBeGreaterThan(2)
    expect(involvement.toNumber()).toBeLessThan(6)
  })

  it('mixes disclosure levels and leaves most answers to public aggregates', () => {
    const responses = all.flatMap((assessment) => assessment.responses)
    const part = (test: (r: (typeof responses)[number]) => boolean) =>
      responses.filter(test).length / responses.length
    expect(part((r) => r.disclosureLevel === 'NATIONAL')).toBeCloseTo(0.4, 1)
    expect(part((r) => r.disclosureLevel === 'WCO')).toBeCloseTo(0.35, 1)
    expect(part((r) => r.disclosureLevel === 'PUBLIC')).toBeCloseTo(0.25, 1)
    expect(part((r) => r.aggregateUse === 'PUBLIC')).toBeGreaterThan(0.85)
    expect(part((r) => r.aggregateUse === 'NONE')).toBeGreaterThan(0)
    expect(part((r) => r.aggregateUse === 'MEMBERS')).toBeGreaterThan(0.02)
  })

  it('holds zero bases, zero denominators and figures that are truly zero', () => {
    const zeros = (element: string, of: number) =>
      all.filter((assessment) => figure(assessment, element, of)?.isZero()).length
    expect(zeros('AEO_COUNT', 2021)).toBeGreaterThan(0)
    expect(zeros('RULING_ALL', 2022)).toBeGreaterThan(0)
    expect(zeros('INSP_JOINT', 2022)).toBeGreaterThan(0)
    expect(zeros('MRA_IN_FORCE', 2022)).toBeGreaterThan(0)
  })
})

describe('The other cycles', () => {
  it('closed a pilot of 31 administrations that is not yet reported', () => {
    expect(inCycle('C2020')).toHaveLength(31)
    expect(world.cycles.find((cycle) => cycle.code === 'C2020')).toMatchObject({
      status: 'CLOSED',
      reportedAt: null,
      previousYear: 2019,
    })
  })

  it('shows an open cycle in every state, with one administration three KPIs from the end', () => {
    const open = inCycle('C2024')
    expect(open).toHaveLength(20)
    expect(new Set(open.map((a) => a.status))).toEqual(
      new Set(['DRAFT', 'INTERNAL_APPROVAL', 'SUBMITTED', 'RETURNED', 'ACCEPTED']),
    )
    const pendingOf = (code: string) =>
      open.find((a) => a.administration === code)?.responses.filter((r) => r.state === 'PENDING')
    expect(pendingOf(world.stories.threeToGo)).toHaveLength(3)
    expect(pendingOf(world.stories.notStarted)).toBeUndefined()
  })

  it('returned items that the administration reported, each with a reason', () => {
    const returned = inCycle('C2024').filter((a) => a.status === 'RETURNED')
    expect(returned).toHaveLength(1)
    for (const assessment of returned) {
      expect(assessment.returnedItems).toHaveLength(3)
      for (const { kpi: code } of assessment.returnedItems) {
        expect([code, stateOf(assessment, code)]).toEqual([code, 'REPORTED'])
      }
    }
  })

  it('gives one figure of a year the same value wherever it appears', () => {
    const seen = new Map<string, string>()
    for (const { administration, values } of world.assessments) {
      for (const { element, year: of, value } of values) {
        const key = `${administration} ${element} ${of}`
        expect([key, seen.get(key) ?? value]).toEqual([key, value])
        seen.set(key, value)
      }
    }
  })

  it('lets figures of an administration grow from cycle to cycle without leaps', () => {
    const both = inCycle('C2024').flatMap((now) => {
      const before = inCycle('C2022').find((a) => a.administration === now.administration)
      const [later, earlier] = [
        figure(now, 'STAFF_ALL', 2024),
        before && figure(before, 'STAFF_ALL', 2022),
      ]
      return later && earlier ? [later.div(earlier).toNumber()] : []
    })
    expect(both.length).toBeGreaterThan(8)
    for (const ratio of both) expect(Math.abs(ratio - 1)).toBeLessThan(0.1)
  })
})

describe('Every assessment that left its draft', () => {
  it('answers every KPI, with all figures of a reported one and a reason for any other', () => {
    const reasons = new Map(catalogue.reasonCodes.map((reason) => [reason.code, reason.state]))
    for (const assessment of finished) {
      expect(assessment.responses.map((r) => r.kpi)).toEqual(catalogue.kpis.map((k) => k.code))
      for (const response of assessment.responses) {
        const where = `${assessment.administration} ${assessment.cycle} ${response.kpi}`
        expect([where, response.state]).not.toEqual([where, 'PENDING'])
        const reported = response.state === 'REPORTED'
        const reason = reasons.get(response.reasonCode ?? '') ?? 'REPORTED'
        expect([where, reason, !response.reasonText]).toEqual([where, response.state, reported])
        if (!reported || response.kpi === 'OD-04-2') continue
        expect([where, missingFigures(assessment, response.kpi)]).toEqual([where, []])
      }
    }
  })

  it('rates every instrument that the use of instruments is computed from', () => {
    for (const assessment of finished) {
      const outcomes = new Set(
        assessment.responses
          .filter((r) => r.state === 'REPORTED' && r.kpi !== 'OD-04-2')
          .map((r) => kpi(r.kpi).outcome),
      )
      const needed = catalogue.outcomes
        .filter((outcome) => outcomes.has(outcome.code))
        .flatMap((outcome) => outcome.instruments)
      const rated = assessment.instrumentLevels.map((level) => level.instrument)
      expect(new Set(rated).size).toBe(rated.length)
      expect(needed.filter((instrument) => !rated.includes(instrument))).toEqual([])
    }
  })

  it('has a justification wherever a warning fires', () => {
    let warnings = 0
    for (const assessment of finished) {
      for (const rule of catalogue.rules) {
        if (rule.level !== 'WARN' || !breaks(assessment, rule)) continue
        warnings++
        const silent = assessment.responses.filter(
          (r) => rule.kpis.includes(r.kpi) && r.state === 'REPORTED' && !r.justification,
        )
        expect([assessment.administration, silent]).toEqual([assessment.administration, []])
      }
    }
    expect(warnings).toBeGreaterThan(5)
    expect(warnings).toBeLessThan(60)
  })
})

describe('Every assessment', () => {
  it('breaks no blocking rule', () => {
    for (const assessment of world.assessments) {
      const broken = catalogue.rules.filter(
        (rule) => rule.level === 'BLOCK' && breaks(assessment, rule),
      )
      expect([assessment.administration, broken]).toEqual([assessment.administration, []])
    }
  })

  it('keeps a KPI pending only while something is missing', () => {
    for (const assessment of world.assessments) {
      for (const { kpi: code, state } of assessment.responses) {
        if (state !== 'PENDING' || code === 'OD-04-2') continue
        expect(missingFigures(assessment, code)).not.toEqual([])
      }
    }
  })

  it('holds one plain decimal per element and year', () => {
    for (const { values } of world.assessments) {
      const keys = values.map((v: DemoValue) => `${v.element} ${v.year}`)
      expect(new Set(keys).size).toBe(keys.length)
      for (const { value } of values) expect(value).toMatch(/^\d+(\.\d+)?$/)
    }
  })

  it('is signed by two people of its own administration', () => {
    for (const { administration, coordinator, approver } of world.assessments) {
      expect(coordinator).not.toBe(approver)
      expect(holds(coordinator, 'COORDINATOR', administration)).toBe(true)
      expect(holds(approver, 'APPROVER', administration)).toBe(true)
    }
  })
})

describe('People and reviews', () => {
  it('gives nobody a key or an address twice', () => {
    expect(new Set(world.people.map((p) => p.key)).size).toBe(world.people.length)
    expect(new Set(world.people.map((p) => p.email)).size).toBe(world.people.length)
    for (const { email } of world.people) expect(email).toMatch(/^[a-z.]+@demo\.invalid$/)
  })

  it('staffs the secretariat and the administrations of the stories', () => {
    const count = (role: string) =>
      world.people.filter((p) => p.roles.some((r) => r.role === role)).length
    expect(count('CYCLE_OFFICER')).toBe(2)
    expect(count('METHODOLOGY_EDITOR')).toBe(2)
    expect(count('ADMINISTRATOR')).toBe(1)
    expect(count('PMMPT_OBSERVER')).toBe(1)
    expect(count('REVIEWER') + count('LEAD_REVIEWER')).toBeGreaterThanOrEqual(6)
    for (const code of Object.values(world.stories)) {
      for (const role of ['COORDINATOR', 'CONTRIBUTOR', 'APPROVER', 'VIEWER']) {
        const held = world.people.some((p) => holds(p.key, role, code))
        expect([code, role, held]).toEqual([code, role, true])
      }
    }
    expect(world.people.some((p) => new Set(p.roles.map((r) => r.role)).size > 1)).toBe(true)
  })

  it('reviews accepted assessments only, by teams from elsewhere with an accredited lead', () => {
    for (const review of world.reviews) {
      const reviewed = world.assessments.find(
        (a) => a.administration === review.administration && a.cycle === review.cycle,
      )
      expect(reviewed?.status).toBe('ACCEPTED')
      expect(review.requestedAt > (reviewed?.acceptedAt ?? '')).toBe(true)
      for (const { person, lead } of review.team) {
        const found = world.people.find((p) => p.key === person)
        expect(found?.roles.some((r) => r.administration === review.administration)).toBe(false)
        const role = lead ? 'LEAD_REVIEWER' : 'REVIEWER'
        expect(found?.roles.some((r) => r.role === role || r.role === 'LEAD_REVIEWER')).toBe(true)
        expect(!lead || found?.accreditation?.status === 'ACCREDITED').toBe(true)
      }
    }
  })

  it('has reviews concluded, shared, in progress and requested', () => {
    const statuses = world.reviews.map((review) => review.status).toSorted()
    expect(statuses).toEqual([
      'CONCLUDED',
      'CONCLUDED',
      'CONCLUDED',
      'IN_PROGRESS',
      'REQUESTED',
      'SHARED',
    ])
    for (const review of world.reviews.filter((r) => r.status === 'CONCLUDED')) {
      expect(review.scores).toHaveLength(review.scope.length * review.team.length)
      expect(review.consensus).toHaveLength(review.scope.length)
      expect(review.findings.length).toBeGreaterThan(2)
      expect(review.findings.every((f) => f.memberResponse && f.resolution && f.sentAt)).toBe(true)
    }
    const answers = world.reviews.flatMap((r) => r.findings).map((f) => f.memberResponse?.answer)
    expect(answers).toContain('CONTEST')
  })
})

function missingFigures(assessment: DemoAssessment, code: string): readonly string[] {
  return kpi(code)
    .elements.filter(
      (e) =>
        figure(assessment, e.element, year(assessment) - (e.period === 'T' ? 0 : 1)) === undefined,
    )
    .map((e) => e.element)
}

function breaks(assessment: DemoAssessment, rule: CatalogueInput['rules'][number]): boolean {
  const T = year(assessment)
  if (rule.type === 'PART_OF_WHOLE') {
    const [part, whole] = [figure(assessment, rule.part, T), figure(assessment, rule.whole, T)]
    return part !== undefined && whole !== undefined && part.gt(whole)
  }
  const [now, before] = [
    figure(assessment, rule.element, T),
    figure(assessment, rule.element, T - 1),
  ]
  if (rule.type !== 'LARGE_CHANGE' || !now || !before || before.isZero()) return false
  return now
    .sub(before)
    .abs()
    .mul(100)
    .div(before)
    .gt(rule.percent ?? '0')
}

function publicUse(cycle: string, code: string): number {
  return reporting(cycle, code).filter((a) =>
    a.responses.some((r) => r.kpi === code && r.aggregateUse === 'PUBLIC'),
  ).length
}

function holds(person: string, role: string, administration: string): boolean {
  const found = world.people.find((p) => p.key === person)
  return found?.roles.some((r) => r.role === role && r.administration === administration) ?? false
}

function regionOfAssessment(assessment: DemoAssessment): string {
  return regionOf.get(assessment.administration) ?? ''
}

function countByRegion(assessments: readonly DemoAssessment[]): Record<string, number> {
  const groups = Object.groupBy(assessments, regionOfAssessment)
  return Object.fromEntries(
    Object.entries(groups).map(([region, some]) => [region, some?.length ?? 0]),
  )
}

function withoutDeadlines(some: typeof world): unknown {
  return JSON.parse(
    JSON.stringify(some, (key, value: unknown) =>
      key === 'dueAt' || key === 'returnDueAt' || value === openDeadline(some) ? null : value,
    ),
  )
}

function openDeadline(some: typeof world): string | undefined {
  return some.cycles.find((cycle) => cycle.status === 'OPEN')?.closesAt
}

function coreOf(name: string): string {
  return name
    .replace(/^.* of /, '')
    .replace(/ Islands$|\(.*\)/, '')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries()) {
      next.push(
        Math.min(
          (row[j + 1] ?? 0) + 1,
          (next[j] ?? 0) + 1,
          (row[j] ?? 0) + (letter === other ? 0 : 1),
        ),
      )
    }
    row = next
  }
  return row.at(-1) ?? 0
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
