import { Refusal, badInput, type ProblemDetail } from '#platform'

const LONGEST = 4000

/** The text without the spaces around it; an empty or endless one is refused. */
export function requireText(text: string, path: readonly string[]): string {
  const trimmed = text.trim()
  const problems = textProblems(trimmed, path)
  if (problems.length > 0) throw new Refusal(problems)
  return trimmed
}

/** What is wrong with a text that is required. */
export function textProblems(trimmed: string, path: readonly string[]): readonly ProblemDetail[] {
  if (trimmed === '') return [badInput('TEXT_MISSING', 'A text is required here.', path)]
  return trimmed.length > LONGEST
    ? [badInput('TEXT_TOO_LONG', `The text is longer than ${LONGEST} characters.`, path)]
    : []
}
