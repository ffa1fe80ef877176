import type { Locale } from '#accounts'
import type {
  DataElementDefinition,
  ElementBinding,
  KpiDefinition,
  NotComputableReason,
} from './definition'
import {
  bindingsOf,
  check,
  explainFormulaError,
  inWords,
  layout,
  parse,
  symbolsOf,
} from './formula'
import type { FormulaError, FormulaPart, SymbolUnit } from './formula'
import { runSample, type SampleResult } from './sample-run'
import { labelsOf } from './snapshot.build'

export interface BenchInput {
  readonly formula: string
  readonly elements: readonly ElementBinding[]
  readonly unit?: string | null
  readonly undefinedWhen?: string | null
  readonly samples?:
    | readonly {
        readonly name: string
        readonly values: readonly { readonly symbol: string; readonly value?: string | null }[]
      }[]
    | null
  readonly locale?: Locale | null
}

export interface BenchResult {
  readonly problems: readonly { code: string; message: string; start: number; end: number }[]
  readonly symbols: readonly string[]
  readonly unit: string | null
  readonly words: string | null
  readonly tree: FormulaPart | null
  readonly results: readonly (SampleResult & { readonly name: string })[]
}

/** A formula read, checked, put into words, drawn and computed on samples. */
export function benchFormula(
  input: BenchInput,
  elements: ReadonlyMap<string, DataElementDefinition>,
): BenchResult {
  const locale = input.locale === 'FR' ? 'fr' : 'en'
  const explain = (errors: readonly FormulaError[]) =>
    errors.map((error) => ({
      code: error.code,
      message: explainFormulaError(error, locale),
      ...error.at,
    }))
  const parsed = parse(input.formula)
  if (!parsed.ok) {
    return {
      problems: explain(parsed.errors),
      symbols: [],
      unit: null,
      words: null,
      tree: null,
      results: [],
    }
  }
  const { formula } = parsed
  const kpi = {
    elements: input.elements,
    undefinedWhen: input.undefinedWhen === 'BASE_ZERO' ? 'BASE_ZERO' : 'DENOMINATOR_ZERO',
  } satisfies { elements: readonly ElementBinding[]; undefinedWhen: NotComputableReason }
  const symbols = symbolsOf(formula)
  const checked = check(formula, unitsOf(kpi, elements), input.unit ?? null)
  return {
    problems: explain(checked.errors),
    symbols,
    unit: checked.unit,
    words: inWords(formula, labelsOf(kpi, symbols, elements, locale), locale),
    tree: layout(formula),
    results: (input.samples ?? []).map(({ name, values }) => ({
      name,
      ...runSample(
        formula,
        kpi,
        values.map(({ symbol, value }) => ({ symbol, value: value ?? null })),
      ),
    })),
  }
}

function unitsOf(
  kpi: Pick<KpiDefinition, 'elements'>,
  elements: ReadonlyMap<string, DataElementDefinition>,
): Readonly<Record<string, SymbolUnit>> {
  const units: Record<string, SymbolUnit> = {}
  for (const [symbol, { element }] of Object.entries(bindingsOf(kpi as KpiDefinition))) {
    const definition = elements.get(element)
    if (definition)
      units[symbol] = { unit: definition.unit, counted: definition.valueType === 'COUNT' }
  }
  return units
}
