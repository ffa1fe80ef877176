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

const isScored = ({ scored }: KpiNode) => scored

const isWeight = (text: string) => isDecimal(text) && !toDecimal(text).isNegative()

function weightless(code: string, parts: readonly { readonly weight: string }[]): ProblemDetail[] {
  const weighs = parts.length === 0 || parts.some(({ weight }) => isWeight(weight) && toDecimal(weight).gt(0)) // prettier-ignore
  return weighs
    ? []
    : [badInput('WEIGHTS_ZERO', 'All its scored parts weigh nothing.', [code, 'weight'])]
}
