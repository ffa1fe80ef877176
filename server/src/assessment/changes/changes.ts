import type { VersionSnapshot } from '#framework'
import { trimZeros } from '#platform'
import type { AnswerChange, AnswerPart, AnswerPartChange } from './changes.type'
import { INSTRUMENT_MEAN_KPI } from '../compute'
import type { DataValue } from '../data-value.type'
import type { InstrumentApplication } from '../instrument-application.type'
import type { KpiResponse } from '../kpi-response.type'

/** A piece of evidence as it backs answers in one copy. */
export interface EvidenceUse {
  readonly evidenceId: string
  readonly number: number
  readonly title: string
  readonly kpiCodes: readonly string[]
}

/** What two copies are compared by. */
export interface ComparedCopy {
  readonly responses: readonly KpiResponse[]
  readonly values: readonly DataValue[]
  readonly instruments: readonly Pick<InstrumentApplication, 'instrumentCode' | 'level'>[]
  readonly evidence: readonly EvidenceUse[]
}

/** Every KPI of which something differs, in the order of the present answers. */
export function changesBetween(
  former: ComparedCopy,
  present: ComparedCopy,
  { kpiByCode }: Pick<VersionSnapshot, 'kpiByCode'>,
): readonly AnswerChange[] {
  const figures = pairs(former.values, present.values, (each) => `${each.elementCode}@${each.year}`)
  const ratings = pairs(former.instruments, present.instruments, (each) => each.instrumentCode)
  return pairs(former.responses, present.responses, ({ kpiCode }) => kpiCode).flatMap((pair) => {
    const { kpiCode } = eitherOf(pair)
    const used = kpiByCode.get(kpiCode)?.elements ?? []
    const isUsed = ({ elementCode, period }: DataValue) =>
      used.some((each) => each.element === elementCode && each.period === period)
    const backing = (copy: ComparedCopy) =>
      copy.evidence.filter(({ kpiCodes }) => kpiCodes.includes(kpiCode))
    const parts = [
      ...answerParts(pair),
      ...figures.filter((each) => isUsed(eitherOf(each))).flatMap(figureParts),
      ...(kpiCode === INSTRUMENT_MEAN_KPI ? ratings.flatMap(ratingParts) : []),
      ...pairs(backing(former), backing(present), ({ evidenceId }) => evidenceId).flatMap(
        evidenceParts,
      ),
    ].filter(({ before, after }) => before !== after)
    return parts.length === 0 ? [] : [{ kpiCode, parts }]
  })
}

type Pair<T> = readonly [former: T | null, present: T | null]

/** What has the same key in both lists, side by side, in the order of the second one. */
function pairs<T>(
  former: readonly T[],
  present: readonly T[],
  keyOf: (row: T) => string,
): readonly Pair<T>[] {
  const before = new Map(former.map((row) => [keyOf(row), row]))
  const now = new Map(present.map((row) => [keyOf(row), row]))
  return [...new Set([...now.keys(), ...before.keys()])].map(
    (key) => [before.get(key) ?? null, now.get(key) ?? null] as const,
  )
}

const eitherOf = <T>([former, present]: Pair<T>): T => (present ?? former)!

/** Compares by what each of the two tells; what is not there tells nothing. */
const comparing =
  <T>([former, present]: Pair<T>, subject: string | null = null, year: number | null = null) =>
  (part: AnswerPart, told: (row: T) => string | null | undefined): AnswerPartChange => ({
    part,
    subject,
    year,
    before: (former && told(former)) ?? null,
    after: (present && told(present)) ?? null,
  })

const exact = (value: string | null | undefined) => (value == null ? null : trimZeros(value))

function answerParts(pair: Pair<KpiResponse>): readonly AnswerPartChange[] {
  const line = comparing(pair)
  return [
    line('STATE', ({ state }) => state),
    line('VALUE', ({ value }) => exact(value)),
    line('REASON_CODE', ({ reasonCode }) => reasonCode),
    line('REASON_TEXT', ({ reasonText }) => reasonText),
    line('NOTE', ({ publicNote }) => publicNote),
    line('JUSTIFICATION', ({ justification }) => justification),
    line('LEVEL', ({ disclosureLevel }) => disclosureLevel),
    line('AGGREGATE_USE', ({ aggregateUse }) => aggregateUse),
  ]
}

function figureParts(pair: Pair<DataValue>): readonly AnswerPartChange[] {
  const { elementCode, year } = eitherOf(pair)
  const line = comparing(pair, elementCode, year)
  return [
    line('FIGURE', ({ value }) => exact(value)),
    // An emptied figure is no estimate, as one that was never entered.
    line('FIGURE_ESTIMATED', ({ value, isEstimated }) =>
      value === null ? null : String(isEstimated),
    ),
    line('FIGURE_NOTE', ({ note }) => note),
  ].filter((each) => each.part !== 'FIGURE_ESTIMATED' || isWorthTelling(each))
}

// A figure that comes or goes says so itself, unless it comes as an estimate.
const isWorthTelling = ({ before, after }: AnswerPartChange) =>
  before === null ? after === 'true' : after !== null

function ratingParts(pair: Pair<ComparedCopy['instruments'][number]>): readonly AnswerPartChange[] {
  const line = comparing(pair, eitherOf(pair).instrumentCode)
  return [line('RATING', ({ level }) => (level === null ? null : String(level)))]
}

function evidenceParts(pair: Pair<EvidenceUse>): readonly AnswerPartChange[] {
  const line = comparing(pair, eitherOf(pair).title)
  const isBoth = pair[0] !== null && pair[1] !== null
  return [
    line('EVIDENCE', ({ title }) => title),
    ...(isBoth ? [line('EVIDENCE_REVISION', ({ number }) => String(number))] : []),
  ]
}
