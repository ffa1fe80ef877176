import { badInput, type ProblemDetail } from '#platform'

/** The text without the spaces around it; what is wrong with it is added to the problems. */
export function textOf(
  text: string,
  path: readonly string[],
  problems: ProblemDetail[],
  longest = 4000,
): string {
  const trimmed = text.trim()
  if (trimmed === '') problems.push(badInput('TEXT_MISSING', 'A text is required here.', path))
  if (trimmed.length > longest) {
    problems.push(badInput('TEXT_TOO_LONG', `The text is longer than ${longest} characters.`, path))
  }
  return trimmed
}
