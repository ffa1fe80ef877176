import { badInput, type ProblemDetail } from '#platform'
import { hiddenProblems } from '../hidden-problems'

const LONGEST = 10_000

/** A French text as it is kept: without the blanks around it, its lines ended alike. */
export const frenchOf = (text: string): string => text.replaceAll(/\r\n?/g, '\n').trim()

/** What is wrong with a French text. */
export function frenchProblems(text: string, path: readonly string[]): ProblemDetail[] {
  if (text.length > LONGEST) {
    const message = `The text is longer than ${LONGEST} characters.`
    return [badInput('TEXT_TOO_LONG', message, path)]
  }
  // Line breaks and tabs are text; other control characters come from broken files.
  if (/[^\P{Cc}\n\t]/u.test(text)) {
    return [badInput('TEXT_UNFIT', 'The text holds characters that cannot be printed.', path)]
  }
  return [...hiddenProblems(text, path)]
}
