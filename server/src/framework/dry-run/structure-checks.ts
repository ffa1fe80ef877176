import { badInput, type ProblemDetail } from '#platform'
import { isDecimal, toDecimal } from '#platform/decimal'
import type { KpiNode, VersionSnapshot } from '../snapshot'

/** Codes that stand for two things: a deep link or a problem could mean either. */
export function codeProblems(version: VersionSnapshot): readonly ProblemDetail[] {
  const { dimensions, outcomes, kpis, dataElements } = version
  const seen = new Set<string>()
  return [...dimensions, ...outcomes, ...kpis, ...dataElements].flatMap(({ code }) => {
    const isTwice = seen.has(code)
    seen.add(code)
    return isTwice
      ? [badInput('CODE_TWICE', 'Two nodes of the version have this code.', [code])]
      : []
  })
}

/** Weights that are no decimals of zero or more, and groups in which nothing would count. */
export function weightProblems(version: VersionSnapshot): readonly ProblemDetail[] {
  const nodes = [...version.dimensions, ...version.outcomes, ...version.kpis]
  return [
    ...nodes
      .filter(({ weight }) => !isWeight(weight))
      .map(({ code }) =>
        badInput('BAD_WEIGHT', 'A weight is a decimal of zero or more.', [code, 'weight']),
      ),
    ...version.outcomes.flatMap(({ code, kpis }) => weightless(code, kpis.filter(isScored))),
    ...version.dimensions.flatMap(({ code, outcomes }) =>
      weightless(
        code,
        outcomes.filter(({ kpis }) => kpis.some(isScored)),
      ),
    ),
  ]
}

type Measured = Pick<KpiNode, 'code' | 'kind' | 'unit' | 'range'>

const LEVEL = /^level\b/
const ANSWER = 'yes/no'

/** Whether a unit may go with a kind; what only some kinds can be in is theirs alone. */
const UNIT_FITS: Readonly<Record<Measured['kind'], (unit: string) => boolean>> = {
  RATIO: (unit) => unit !== ANSWER && !LEVEL.test(unit),
  VARIATION: (unit) => unit !== ANSWER && !LEVEL.test(unit),
  COUNT: (unit) => unit !== ANSWER && unit !== '%' && !LEVEL.test(unit),
  DURATION: (unit) => unit !== ANSWER && unit !== '%' && unit !== 'count' && !LEVEL.test(unit),
  ORDINAL: (unit) => LEVEL.test(unit),
  BINARY: (unit) => unit === ANSWER,
}

/** KPIs whose unit or range contradicts their kind. Known of whole versions only: a form is changed field by field. */
export function kindProblems(kpis: readonly Measured[]): readonly ProblemDetail[] {
  return kpis.flatMap(({ code, kind, unit, range }) => [
    ...(UNIT_FITS[kind](unit) ? [] : [badInput('KIND_UNFIT', 'The unit does not go with the kind of the KPI.', [code, 'unit'])]),
    ...(kind === 'BINARY' && !isWithin(range, 1) || kind === 'ORDINAL' && !isWithin(range, null) ? [badInput('RANGE_UNFIT', 'The range does not go with the kind of the KPI.', [code, 'range'])] : []),
  ]) // prettier-ignore
}

// Levels and yes or no begin at zero; yes is one.
const isWithin = ({ min, max }: Measured['range'], most: number | null) =>
  (min === null || !toDecimal(min).isNegative()) &&
  (max === null || most === null || toDecimal(max).lte(most))

const isScored = ({ scored }: KpiNode) => scored

const isWeight = (text: string) => isDecimal(text) && !toDecimal(text).isNegative()

function weightless(code: string, parts: readonly { readonly weight: string }[]): ProblemDetail[] {
  const weighs = parts.length === 0 || parts.some(({ weight }) => isWeight(weight) && toDecimal(weight).gt(0)) // prettier-ignore
  return weighs
    ? []
    : [badInput('WEIGHTS_ZERO', 'All its scored parts weigh nothing.', [code, 'weight'])]
}
