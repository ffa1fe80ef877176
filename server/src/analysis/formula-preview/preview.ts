import type { KpiDefinition, NotComputableReason } from '#framework/definition'
import { evaluate, type Formula } from '#framework/formula'
import { kpiScore } from '#framework/scoring'
import {
  Decimal,
  displayDecimal,
  formatResult,
  normalizeDecimal,
  toDecimal,
  type DecimalString,
} from '#platform/decimal'
import { binsOf, type Bin } from './bins'
import type { Measure, ReadFormula } from './readable-figures'

/** A released answer as the public reads it. */
export interface PublicAnswer {
  readonly administrationId: string
  readonly kpiCode: string
  readonly access: string
  readonly state: string | null
  readonly value: DecimalString | null
  readonly subValues: unknown
  readonly score: DecimalString | null
}

/** Why an administration could not be counted under the draft. */
export type LeftOutReason =
  'NOT_PUBLIC' | 'WITHHELD' | 'NOT_APPLICABLE' | 'NOT_AVAILABLE' | 'PENDING' | 'NOT_COMPUTABLE'

export interface Change {
  readonly administrationId: string
  readonly before: DecimalString | null
  readonly after: DecimalString | null
  readonly difference: DecimalString | null
  readonly scoreBefore: DecimalString | null
  readonly scoreAfter: DecimalString | null
  /** Null where there is a value after. */
  readonly reason: LeftOutReason | null
}

export interface Side {
  readonly n: number
  readonly mean: DecimalString | null
  readonly median: DecimalString | null
}

export interface Preview {
  readonly listed: number
  readonly before: Side
  readonly after: Side
  readonly changed: number
  readonly bins: readonly Bin[]
  readonly leftOut: readonly { readonly reason: LeftOutReason; readonly count: number }[]
  readonly changes: readonly Change[]
}

type Scoring = Pick<KpiDefinition, 'direction' | 'normalisation' | 'scored'>

export interface Draft {
  readonly read: ReadFormula
  readonly scoring: Scoring
  readonly undefinedWhen: NotComputableReason | null
  /** The KPI in the version of the release; null for a new one. */
  readonly former: (Scoring & Pick<KpiDefinition, 'code' | 'decimals'>) | null
}

/**
 * What a draft formula would have given, from nothing but the answers of the public edition. A figure that no released
 * answer shows is closed, whoever asks, so no formula can read it out.
 */
export function previewOf(draft: Draft, answers: readonly PublicAnswer[]): Preview {
  const byAdministration = Map.groupBy(answers, ({ administrationId }) => administrationId)
  const changes = [...byAdministration].map(([administrationId, own]) =>
    changeOf(draft, administrationId, new Map(own.map((each) => [each.kpiCode, each]))),
  )
  const reasons = Map.groupBy(changes, ({ reason }) => reason)
  return {
    listed: changes.length,
    before: sideOf(changes.map(({ before }) => before)),
    after: sideOf(changes.map(({ after }) => after)),
    changed: changes.filter(isChanged).length,
    bins: binsOf(
      changes.map(({ before }) => before),
      changes.map(({ after }) => after),
    ),
    leftOut: [...reasons].flatMap(([reason, own]) =>
      reason === null ? [] : [{ reason, count: own.length }],
    ),
    changes: changes
      .filter(({ before, after }) => before !== null || after !== null)
      .toSorted((a, b) => sizeOf(b).cmp(sizeOf(a))),
  }
}

// What has a value on one side alone is counted as left out, by its reason, and not as changed.
const isChanged = ({ before, after, scoreBefore, scoreAfter }: Change): boolean =>
  before !== null && after !== null && (before !== after || scoreBefore !== scoreAfter)

const sizeOf = ({ difference, scoreBefore, scoreAfter }: Change): Decimal => {
  if (difference !== null && difference !== '0') return toDecimal(difference).abs()
  // Scores differ less than values of another unit may, so they come behind.
  return scoreBefore !== null && scoreAfter !== null
    ? toDecimal(scoreAfter).sub(scoreBefore).abs().div('1e6')
    : new Decimal(0)
}

function changeOf(
  { read, scoring, undefinedWhen, former: formerKpi }: Draft,
  administrationId: string,
  own: ReadonlyMap<string, PublicAnswer>,
): Change {
  const former = formerKpi === null ? undefined : own.get(formerKpi.code)
  const before = former && former.state === 'REPORTED' ? trimmed(former.value) : null
  const result = resultOf(read, own, undefinedWhen)
  const isSame = isAlike(before, result.value, formerKpi?.decimals ?? 0)
  const after = isSame ? before : result.value
  const scoreBefore = before === null ? null : trimmed(former?.score ?? null)
  const scoreAfter = kpiScore(scoring, after)?.score ?? null
  // A score was released from the value before it was rounded, so only scores of the same rounded value are compared.
  const scoreAgain = formerKpi && isSame ? (kpiScore(formerKpi, before)?.score ?? null) : null
  return {
    administrationId,
    before,
    after,
    difference:
      before !== null && after !== null ? formatResult(toDecimal(after).sub(before)) : null,
    scoreBefore,
    scoreAfter: isSame && scoreAfter === scoreAgain ? scoreBefore : scoreAfter,
    reason: result.reason,
  }
}

// Values were rounded when they were released; a draft is compared after the same rounding.
function isAlike(
  before: DecimalString | null,
  after: DecimalString | null,
  decimals: number,
): boolean {
  if (before === null || after === null) return false
  const places = Math.max(decimals, toDecimal(before).decimalPlaces())
  return toDecimal(displayDecimal(after, places)).eq(displayDecimal(before, places))
}

interface Result {
  readonly value: DecimalString | null
  readonly reason: LeftOutReason | null
}

function resultOf(
  { formula, measures, closed }: ReadFormula,
  own: ReadonlyMap<string, PublicAnswer>,
  undefinedWhen: NotComputableReason | null,
): Result {
  if (closed.length > 0) return { value: null, reason: 'NOT_PUBLIC' }
  const figures: Record<string, DecimalString | null> = {}
  const reasons: LeftOutReason[] = []
  for (const [symbol, measure] of measures) {
    const { value, reason } = shownOf(measure, own.get(measure.kpi))
    if (reason !== null) reasons.push(reason)
    figures[symbol] = value
  }
  const [reason] = reasons.toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))
  if (reason !== undefined) return { value: null, reason }
  return computed(formula, figures, undefinedWhen)
}

// What hides the answer is named before what the answer says.
const ORDER: readonly LeftOutReason[] = [
  'NOT_PUBLIC', 'WITHHELD', 'NOT_APPLICABLE', 'NOT_AVAILABLE', 'PENDING', 'NOT_COMPUTABLE',
] // prettier-ignore

function computed(
  formula: Formula,
  figures: Readonly<Record<string, DecimalString | null>>,
  undefinedWhen: NotComputableReason | null,
): Result {
  const outcome = evaluate(formula, figures, { undefinedWhen })
  if (outcome.state === 'VALUE') return { value: outcome.value, reason: null }
  return { value: null, reason: outcome.state === 'MISSING' ? 'PENDING' : 'NOT_COMPUTABLE' }
}

function shownOf(measure: Measure, answer: PublicAnswer | undefined): Result {
  if (!answer || answer.access !== 'VISIBLE') return { value: null, reason: 'WITHHELD' }
  if (answer.state !== 'REPORTED') {
    const reason = ORDER.find((each) => each === answer.state) ?? 'PENDING'
    return { value: null, reason }
  }
  const value = measure.subMeasure === null ? answer.value : subValue(answer, measure.subMeasure)
  return value === null
    ? { value: null, reason: 'NOT_COMPUTABLE' }
    : { value: normalizeDecimal(value), reason: null }
}

function subValue({ subValues }: PublicAnswer, code: string): DecimalString | null {
  const list = Array.isArray(subValues) ? (subValues as { code: string; value: unknown }[]) : []
  const value = list.find((each) => each.code === code)?.value
  return typeof value === 'string' ? value : null
}

const trimmed = (value: DecimalString | null): DecimalString | null =>
  value === null ? null : normalizeDecimal(value)

function sideOf(values: readonly (DecimalString | null)[]): Side {
  const known = values
    .flatMap((value) => (value === null ? [] : [toDecimal(value)]))
    .toSorted((a, b) => a.cmp(b))
  const n = known.length
  if (n === 0) return { n, mean: null, median: null }
  const total = known.reduce((sum, value) => sum.add(value), new Decimal(0))
  const [low, high] = [known[Math.floor((n - 1) / 2)]!, known[Math.floor(n / 2)]!]
  return {
    n,
    mean: formatResult(total.div(n).toDecimalPlaces(10)),
    median: formatResult(low.add(high).div(2)),
  }
}
