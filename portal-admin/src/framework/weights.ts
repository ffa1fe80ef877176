import { asDecimal } from './figures'

interface Weighted {
  readonly code: string
  readonly name: string
  readonly weight: string
}

interface WeighedVersion {
  readonly dimensions: readonly (Weighted & {
    readonly outcomes: readonly (Weighted & {
      readonly kpis: readonly { readonly isScored: boolean }[]
    })[]
  })[]
}

/** What a dimension or an outcome counts for among those beside it. */
export interface WeightShare extends Weighted {
  /** In percent; null where nothing in it is scored, or while a weight is no decimal. */
  readonly share: number | null
  readonly isScored: boolean
}

const isAnyScored = (
  outcomes: readonly { readonly kpis: readonly { readonly isScored: boolean }[] }[],
) => outcomes.some(({ kpis }) => kpis.some(({ isScored }) => isScored))

/** Shares of the parts beside this one when everything in them has a value, with one weight as it is typed. */
export function sharesBeside(
  version: WeighedVersion,
  code: string,
  typed: string,
): readonly WeightShare[] {
  const outcomes = version.dimensions
    .map((each) => each.outcomes)
    .find((each) => each.some((outcome) => outcome.code === code))
  const parts = outcomes
    ? outcomes.map((outcome) => ({ ...outcome, isScored: isAnyScored([outcome]) }))
    : version.dimensions.map((each) => ({ ...each, isScored: isAnyScored(each.outcomes) }))
  const weighted = parts.map(({ code: own, name, weight, isScored }) => ({
    code: own,
    name,
    weight: own === code ? typed.trim() : weight,
    isScored,
  }))
  const numbers = weighted.map(({ weight }) => Number(asDecimal(weight) ?? Number.NaN))
  const total = numbers.reduce((sum, each, at) => sum + (weighted[at]!.isScored ? each : 0), 0)
  return weighted.map((part, at) => ({
    ...part,
    share: part.isScored && total > 0 ? (numbers[at]! / total) * 100 : null,
  }))
}
