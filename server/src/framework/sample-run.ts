import { displayDecimal, toDecimal } from '#platform/decimal'
import type { KpiDefinition, NotComputableReason } from './definition'
import { bindingsOf, evaluate, parse, symbolsOf, type Formula } from './formula'
import type { KpiSample } from './snapshot'

/** What a formula gives for one set of sample figures. */
export interface SampleResult {
  readonly state: KpiSample['expectedState']
  readonly value: string | null
  readonly reasonCode: NotComputableReason | null
  /** Symbols without a figure. */
  readonly missing: readonly string[]
}

/** Computes a formula on sample figures, by the evaluator that computes the real ones. */
export function runSample(
  formula: Formula,
  kpi: Pick<KpiDefinition, 'elements' | 'undefinedWhen'>,
  values: KpiSample['values'],
): SampleResult {
  const given = new Map(values.map(({ symbol, value }) => [symbol, value]))
  const bindings = bindingsOf(kpi as KpiDefinition)
  // A formula may spell a figure by its letter or by the code of its element; samples use letters.
  const figures = Object.fromEntries(
    symbolsOf(formula).map((symbol) => [
      symbol,
      given.get(bindings[symbol]?.symbol ?? symbol) ?? null,
    ]),
  )
  const result = evaluate(formula, figures, { undefinedWhen: kpi.undefinedWhen })
  switch (result.state) {
    case 'VALUE':
      return { state: 'REPORTED', value: result.value, reasonCode: null, missing: [] }
    case 'MISSING':
      return { state: 'PENDING', value: null, reasonCode: null, missing: result.symbols }
    case 'NOT_COMPUTABLE':
      return { state: 'NOT_COMPUTABLE', value: null, reasonCode: result.reason, missing: [] }
  }
}

/** Samples of a KPI whose result is not the one expected, with what came out. */
export function failingSamples(
  kpi: Pick<KpiDefinition, 'formula' | 'elements' | 'undefinedWhen' | 'decimals'> & {
    readonly samples: readonly KpiSample[]
  },
): readonly { readonly sample: KpiSample; readonly result: SampleResult }[] {
  const parsed = parse(kpi.formula)
  if (!parsed.ok) return []
  return kpi.samples
    .map((sample) => ({ sample, result: runSample(parsed.formula, kpi, sample.values) }))
    .filter(({ sample, result }) => !agrees(sample, result, kpi.decimals))
}

/**
 * Whether a result is the one expected. A division may have no end, so it is rounded half up to the decimals written
 * down, and never to fewer than the KPI shows.
 */
export function agrees(
  { expectedState, expectedValue }: Pick<KpiSample, 'expectedState' | 'expectedValue'>,
  { state, value }: Pick<SampleResult, 'state' | 'value'>,
  decimals: number,
): boolean {
  if (state !== expectedState) return false
  if (value === null || expectedValue === null) return value === expectedValue
  const places = Math.max(decimals, toDecimal(expectedValue).decimalPlaces())
  return displayDecimal(value, places) === displayDecimal(expectedValue, places)
}
