import { Decimal, formatDecimal, toDecimal, type DecimalString } from '#platform/decimal'

const SCORE_DECIMALS = 1

/** What of a stored sub-measure a release repeats: never the figures it was computed from. */
export interface PublishedSubValue {
  readonly code: string
  readonly unit: string
  readonly value: DecimalString | null
}

/**
 * A figure as a release shows it: with the decimals of its KPI. At full length a ratio is as good as the two raw
 * figures behind it, which stay with the administration.
 */
export const publishedFigure = (
  figure: DecimalString | null,
  decimals: number,
): DecimalString | null =>
  figure === null
    ? null
    : formatDecimal(toDecimal(figure).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP))

/** A score as a release shows it; some scores are the value itself. */
export const publishedScore = (score: DecimalString | null): DecimalString | null =>
  publishedFigure(score, SCORE_DECIMALS)

export const publishedSubValues = (
  stored: unknown,
  decimals: number,
): readonly PublishedSubValue[] | null =>
  (stored as readonly PublishedSubValue[] | null)?.map(({ code, unit, value }) => ({
    code,
    unit,
    value: publishedFigure(value, decimals),
  })) ?? null

/** Whether a figure has no more decimals than it may be shown with. */
export const isPublishable = (figure: DecimalString | null, decimals: number): boolean =>
  (figure?.split('.')[1]?.length ?? 0) <= decimals
