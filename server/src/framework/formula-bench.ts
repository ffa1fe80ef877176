import type { Locale, Texts } from '#accounts'
import type {
  DataElementDefinition,
  Direction,
  ElementBinding,
  KpiDefinition,
  Normalisation,
  NotComputableReason,
} from './definition'
import { normalisationOf } from './edit-kpi'
import {
  MAX_ERRORS,
  MAX_LENGTH,
  bindingsOf,
  check,
  denominatorsOf,
  explainFormulaError,
  inWords,
  layout,
  parse,
  symbolsOf,
  unknownSymbols,
} from './formula'
import type { FormulaError, FormulaPart, SymbolUnit } from './formula'
import { scoringProblems } from './kpi-checks'
import type { NormalisationInput } from './kpi.input'
import { runSample, type SampleResult } from './sample-run'
import { kpiScore } from './scoring'
import type { KpiSample } from './snapshot'
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
  readonly normalisation?: NormalisationInput | null
  readonly direction?: Direction | null
  readonly locale?: Locale | null
}

export interface BenchResult {
  readonly problems: readonly { code: string; message: string; start: number; end: number }[]
  readonly symbols: readonly string[]
  readonly unit: string | null
  readonly words: string | null
  readonly wordsByLocale: Texts | null
  readonly denominators: readonly string[]
  readonly tree: FormulaPart | null
  readonly results: readonly BenchSample[]
}

export interface BenchSample extends SampleResult {
  readonly name: string
  readonly score: string | null
  readonly former: Pick<SampleResult, 'state' | 'value'> | null
}

/** A formula read, checked, put into words, drawn and computed on samples. */
export function benchFormula(
  input: BenchInput,
  elements: ReadonlyMap<string, DataElementDefinition>,
  former: KpiDefinition | null = null,
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
      problems: explain(unreadable(input, parsed.errors, elements)),
      symbols: [],
      unit: null,
      words: null,
      wordsByLocale: null,
      denominators: [],
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
  const words = (language: 'en' | 'fr') =>
    inWords(formula, labelsOf(kpi, symbols, elements, language), language)
  const normalisation = input.normalisation ? normalisationOf(input.normalisation) : null
  const checked = check(formula, unitsOf(kpi, elements), input.unit ?? null)
  return {
    problems: explain(checked.errors),
    symbols,
    unit: checked.unit,
    words: words(locale),
    wordsByLocale: { en: words('en'), fr: words('fr') },
    denominators: denominatorsOf(formula),
    tree: layout(formula),
    results: (input.samples ?? []).map(({ name, values }) => {
      const figures = values.map(({ symbol, value }) => ({ symbol, value: value ?? null }))
      const result = runSample(formula, kpi, figures)
      return {
        name,
        ...result,
        score: scoreOf(result.value, normalisation, input.direction ?? null),
        former: former && formerResult(former, kpi, figures),
      }
    }),
  }
}

/** Everything wrong with a text that cannot be read, in its order: symbols nobody knows as well. */
function unreadable(
  { formula, elements: bound }: BenchInput,
  errors: readonly FormulaError[],
  elements: ReadonlyMap<string, DataElementDefinition>,
): readonly FormulaError[] {
  if (formula.length > MAX_LENGTH) return errors
  const known = unitsOf({ elements: bound }, elements)
  return [...errors, ...unknownSymbols(formula, known)]
    .toSorted((a, b) => a.at.start - b.at.start)
    .slice(0, MAX_ERRORS)
}

function scoreOf(
  value: string | null,
  normalisation: Normalisation | null,
  direction: Direction | null,
): string | null {
  if (normalisation === null || direction === null || direction === 'NEUTRAL') return null
  const kpi = { direction, normalisation, scored: true }
  // While it is typed, a scoring may contradict itself; the scoring check says how.
  const isSound = [...scoringProblems({ ...SCORED, ...kpi })].length === 0
  return isSound ? (kpiScore(kpi, value)?.score ?? null) : null
}

const SCORED = { weight: '1', range: { min: null, max: null } }

/** The published formula on the same figures: a sample names symbols of the draft, so elements tell which is which. */
function formerResult(
  former: KpiDefinition,
  kpi: Pick<KpiDefinition, 'elements'>,
  figures: KpiSample['values'],
): Pick<SampleResult, 'state' | 'value'> | null {
  const parsed = parse(former.formula)
  if (!parsed.ok) return null
  const bySymbol = new Map(figures.map(({ symbol, value }) => [symbol, value]))
  const byElement = new Map(
    kpi.elements.map(({ symbol, element, period }) => [
      `${element}@${period}`,
      bySymbol.get(symbol) ?? null,
    ]),
  )
  const { state, value } = runSample(
    parsed.formula,
    former,
    former.elements.map(({ symbol, element, period }) => ({
      symbol,
      value: byElement.get(`${element}@${period}`) ?? null,
    })),
  )
  return { state, value }
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
