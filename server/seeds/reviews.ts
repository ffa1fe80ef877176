import { Decimal } from 'decimal.js'
import { daysAfter, YEAR_OF } from './cycles.ts'
import { kpiValue } from './kpi-value.ts'
import { chance, pick, shuffled, unit } from './prng.ts'
import { REVIEW_PLANS, type ReviewPlan } from './review-plans.ts'
import type {
  CatalogueInput,
  DemoAssessment,
  DemoFinding,
  DemoReview,
  DemoReviewScore,
  KpiInput,
} from './world.ts'

const AGREES = [
  'The extract, the note and the national statistics give the same figure.',
  'Recomputed from the evidence without a difference.',
  'Plausible against the last cycle and the figures of the port authority.',
] as const
const DIFFERS = [
  'Some records of the first quarter are counted twice in the extract; without them the figure moves.',
  'One office reports by fiscal year. Adjusted to the calendar year the figure differs slightly.',
  'The evidence uses a narrower definition than the catalogue; I applied the one of the catalogue.',
] as const

export function demoReviews(
  catalogue: CatalogueInput,
  assessments: readonly DemoAssessment[],
): readonly DemoReview[] {
  return REVIEW_PLANS.map((plan) => {
    const assessment = assessments.find(
      (a) => a.administration === plan.administration && a.cycle === plan.cycle,
    )
    if (assessment === undefined) throw new Error(`Nothing to review for ${plan.key}`)
    return reviewOf(plan, assessment, catalogue)
  })
}

function reviewOf(
  plan: ReviewPlan,
  assessment: DemoAssessment,
  catalogue: CatalogueInput,
): DemoReview {
  const { team, declaredAt, scopeSize, judged, findings, ...review } = plan
  const computable = computableKpis(assessment, catalogue)
  const named = findings.map((finding) => finding.kpi).filter((kpi) => computable.has(kpi))
  const others = shuffled(
    [...computable.keys()].filter((kpi) => !named.includes(kpi)),
    'scope',
    plan.key,
  )
  const chosen = [...new Set(named), ...others].slice(0, scopeSize)
  const scope = catalogue.kpis.map((kpi) => kpi.code).filter((kpi) => chosen.includes(kpi))
  const scores = team.flatMap((reviewer, index) =>
    scope
      .slice(0, judged[index])
      .map((kpi) => scoreOf(plan.key, reviewer, computable.get(kpi) ?? unknown(kpi))),
  )
  return {
    ...review,
    scope,
    requestedBy: assessment.coordinator,
    confirmedBy: assessment.approver,
    team: team.map((person, index) => ({
      person,
      lead: index === 0,
      declaredAt: declaredAt ?? plan.requestedAt,
    })),
    scores,
    consensus: plan.sharedAt === null ? [] : consensusOf(scope, scores),
    findings: findings
      .filter((finding) => scope.includes(finding.kpi))
      .map((finding, index) => findingOf(plan, finding, index)),
  }
}

type Computed = { readonly kpi: KpiInput; readonly value: Decimal }

/** The KPIs with a value. A derived one has no figures of its own to look at. */
function computableKpis(
  assessment: DemoAssessment,
  { kpis }: CatalogueInput,
): ReadonlyMap<string, Computed> {
  const found = new Map<string, Computed>()
  for (const kpi of kpis) {
    const response = assessment.responses.find((r) => r.kpi === kpi.code)
    const value = kpiValue(kpi, assessment, YEAR_OF[assessment.cycle])
    if (response?.state === 'REPORTED' && value !== null) found.set(kpi.code, { kpi, value })
  }
  return found
}

function scoreOf(review: string, reviewer: string, { kpi, value }: Computed): DemoReviewScore {
  const differs = kpi.decimals > 0 && chance(0.28, 'differs', review, reviewer, kpi.code)
  const shift = differs ? 0.94 + 0.1 * unit('shift', review, reviewer, kpi.code) : 1
  const own = value.mul(shift.toFixed(3))
  const bounded = kpi.range.max === null ? own : Decimal.min(own, kpi.range.max)
  return {
    kpi: kpi.code,
    reviewer,
    value: bounded.toFixed(kpi.decimals),
    differs: bounded.toFixed(kpi.decimals) !== value.toFixed(kpi.decimals),
    confidence: differs
      ? pick(['LOW', 'MEDIUM', 'MEDIUM'] as const, 'sure', review, reviewer, kpi.code)
      : pick(['MEDIUM', 'HIGH', 'HIGH'] as const, 'sure', review, reviewer, kpi.code),
    rationale: pick(differs ? DIFFERS : AGREES, 'rationale', review, reviewer, kpi.code),
  }
}

/** After the blind part the team settles on the value in the middle. */
function consensusOf(
  scope: readonly string[],
  scores: readonly DemoReviewScore[],
): DemoReview['consensus'] {
  return scope.flatMap((kpi) => {
    const judged = scores
      .filter((score) => score.kpi === kpi)
      .toSorted((a, b) => new Decimal(a.value).cmp(b.value))
    const middle = judged[Math.floor(judged.length / 2)]
    if (middle === undefined) return []
    const note =
      new Set(judged.map(({ value }) => value)).size === 1
        ? 'All values agree.'
        : 'We took the value in the middle after comparing the extracts used.'
    return [{ kpi, value: middle.value, differs: middle.differs, note }]
  })
}

function findingOf(
  plan: ReviewPlan,
  { by, draft, reply, resolution, ...finding }: ReviewPlan['findings'][number],
  index: number,
): DemoFinding {
  const author = plan.team[by]
  if (author === undefined || plan.startedAt === null) throw new Error(`No author in ${plan.key}`)
  return {
    key: `${plan.key}-${index + 1}`,
    author,
    ...finding,
    sentAt: draft ? null : daysAfter(plan.startedAt, 12 + 3 * index),
    memberResponse: reply ? { answer: reply[0], text: reply[1] } : null,
    resolution: resolution ?? null,
  }
}

function unknown(kpi: string): never {
  throw new Error(`${kpi} has no value to judge`)
}
