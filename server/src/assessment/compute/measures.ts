import type { DataElementDefinition, KpiDefinition } from '#framework/definition'
import { bindingsOf, evaluate, formulasOf, symbolsOf } from '#framework/formula'
import { Decimal, formatResult, toDecimal, type DecimalString } from '#platform/decimal'
import { figureOf, type Figures } from './figures'
import { kpiValue } from './kpi-value'

/** Why several administrations have no pooled rate. */
export type NoPooledRateReason =
  'NO_CONTRIBUTOR' | 'NOT_A_RATE' | 'CURRENCIES_DIFFER' | 'NOT_COMPUTABLE'

/** Two ways to sum up a KPI over administrations, which differ and are labelled apart. */
export interface GroupMeasures {
  /** Administrations whose value could be computed. */
  readonly n: number
  /** Mean of the values; each administration weighs the same. */
  readonly meanOfRates: DecimalString | null
  /** The formula over the summed figures; each unit counted weighs the same. */
  readonly pooledRate: DecimalString | null
  readonly noPooledRate: NoPooledRateReason | null
}

/**
 * Mean of rates and pooled rate of a KPI over administrations, given the figures of each. A level or a yes is not
 * pooled, and neither is money, which every administration states in its own currency.
 */
export function groupMeasures(
  kpi: KpiDefinition,
  elements: ReadonlyMap<string, Pick<DataElementDefinition, 'valueType'>>,
  administrations: readonly Figures[],
): GroupMeasures {
  const contributors = administrations.flatMap((figures) => {
    const { value } = kpiValue(kpi, figures, ANY_YEARS)
    return value === null ? [] : [{ figures, value: toDecimal(value) }]
  })
  const n = contributors.length
  if (n === 0) {
    return { n, meanOfRates: null, pooledRate: null, noPooledRate: 'NO_CONTRIBUTOR' }
  }
  const sum = contributors.reduce((total, { value }) => total.add(value), new Decimal(0))
  const pooled = pooledRate(
    kpi,
    elements,
    contributors.map(({ figures }) => figures),
  )
  return { n, meanOfRates: formatResult(sum.div(n)), ...pooled }
}

// The value does not depend on the years; they only label its trace, which is not kept here.
const ANY_YEARS = { T: 1, 'T-1': 0 }

const RATES: readonly KpiDefinition['kind'][] = ['RATIO', 'VARIATION', 'DURATION']

function pooledRate(
  kpi: KpiDefinition,
  elements: ReadonlyMap<string, Pick<DataElementDefinition, 'valueType'>>,
  contributors: readonly Figures[],
): Pick<GroupMeasures, 'pooledRate' | 'noPooledRate'> {
  if (!RATES.includes(kpi.kind)) return { pooledRate: null, noPooledRate: 'NOT_A_RATE' }
  const inMoney = kpi.elements.some(({ element }) => elements.get(element)?.valueType === 'MONEY')
  if (inMoney) return { pooledRate: null, noPooledRate: 'CURRENCIES_DIFFER' }

  const { headline } = formulasOf(kpi)
  const bindings = bindingsOf(kpi)
  const sums = symbolsOf(headline).map((symbol) => {
    const binding = bindings[symbol]
    const values = contributors.map((figures) =>
      toDecimal((binding && figureOf(figures, binding.element, binding.period).value) ?? ''),
    )
    return [symbol, formatResult(Decimal.sum(...values))] as const
  })
  const result = evaluate(headline, Object.fromEntries(sums), { undefinedWhen: kpi.undefinedWhen })
  return result.state === 'VALUE'
    ? { pooledRate: result.value, noPooledRate: null }
    : { pooledRate: null, noPooledRate: 'NOT_COMPUTABLE' }
}
