import { badInput, trimZeros, type ProblemDetail } from '#platform'
import { fitsFigure, isDecimal } from '#platform/decimal'

/** Whether a text of an input is a figure that can be kept. */
const isFigure = (text: string): boolean => isDecimal(text) && fitsFigure(text)

/** What is wrong with a figure given as text; nothing where there is none. */
export function figureProblems(
  text: string | null | undefined,
  path: readonly string[],
): readonly ProblemDetail[] {
  if (text == null || isFigure(text)) return []
  const message =
    'A figure is a plain number: up to 30 digits before the point and 20 behind it, without an exponent.'
  return [badInput('BAD_FIGURE', message, path)]
}

/** A figure as it is kept. */
export const keptFigure = (text: string | null | undefined): string | null =>
  text == null ? null : trimZeros(text)
