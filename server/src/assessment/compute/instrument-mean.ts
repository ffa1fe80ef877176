import type { FrameworkDefinition, NotComputableReason, ResponseState } from '#framework/definition'
import { Decimal, formatResult, type DecimalString } from '#platform/decimal'

/** The KPI that the system fills in itself, and the derived data element it reads. */
export const INSTRUMENT_MEAN_KPI = 'OD-04-2'
export const INSTRUMENT_MEAN_ELEMENT = 'INSTRUMENT_LEVEL_MEAN'

/** An instrument that counts, the outcomes that bring it in, and its level from 0 to 4, null while not rated. */
export interface CountedInstrument {
  readonly instrument: string
  readonly outcomes: readonly string[]
  readonly level: number | null
}

/** Mean application level of the instruments, or why there is none yet. */
export type InstrumentMean =
  | {
      readonly state: 'REPORTED'
      readonly value: DecimalString
      readonly instruments: readonly CountedInstrument[]
    }
  | {
      readonly state: 'PENDING'
      /** Instruments still to be rated; empty while no other KPI is reported. */
      readonly missing: readonly string[]
      readonly instruments: readonly CountedInstrument[]
    }
  | {
      readonly state: 'NOT_COMPUTABLE'
      readonly reason: NotComputableReason
      readonly instruments: readonly CountedInstrument[]
    }

type Mapped = Pick<FrameworkDefinition, 'outcomes' | 'kpis'>

/**
 * Mean level over the instruments mapped to outcomes that have a REPORTED KPI other than this one. Each instrument
 * counts once; one without a level keeps the mean PENDING. When every other KPI is settled and none is reported,
 * there is nothing to take a mean of.
 */
export function instrumentMean(
  framework: Mapped,
  states: Readonly<Record<string, ResponseState | undefined>>,
  levels: Readonly<Record<string, number | null | undefined>>,
): InstrumentMean {
  const others = framework.kpis.filter((kpi) => kpi.code !== INSTRUMENT_MEAN_KPI)
  const reported = new Set(
    others.filter((kpi) => states[kpi.code] === 'REPORTED').map((kpi) => kpi.outcome),
  )
  const instruments = countedInstruments(framework, reported, levels)
  if (instruments.length === 0) {
    const settled = others.every((kpi) => (states[kpi.code] ?? 'PENDING') !== 'PENDING')
    return settled
      ? { state: 'NOT_COMPUTABLE', reason: 'DENOMINATOR_ZERO', instruments }
      : { state: 'PENDING', missing: [], instruments }
  }
  const missing = instruments.filter(({ level }) => level === null)
  if (missing.length > 0) {
    return { state: 'PENDING', missing: missing.map(({ instrument }) => instrument), instruments }
  }
  const total = instruments.reduce((sum, { level }) => sum.add(level ?? 0), new Decimal(0))
  return { state: 'REPORTED', value: formatResult(total.div(instruments.length)), instruments }
}

function countedInstruments(
  framework: Mapped,
  reported: ReadonlySet<string>,
  levels: Readonly<Record<string, number | null | undefined>>,
): readonly CountedInstrument[] {
  const outcomesOf = new Map<string, string[]>()
  for (const outcome of framework.outcomes) {
    if (!reported.has(outcome.code)) continue
    for (const instrument of outcome.instruments) {
      outcomesOf.set(instrument, [...(outcomesOf.get(instrument) ?? []), outcome.code])
    }
  }
  return [...outcomesOf].map(([instrument, outcomes]) => ({
    instrument,
    outcomes,
    level: levels[instrument] ?? null,
  }))
}
