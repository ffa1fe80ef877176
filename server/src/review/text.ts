import { badInput, type ProblemDetail } from '#platform'

const LONGEST = 10_000

/** What is wrong with a text that somebody had to write. */
export function textProblems(
  text: string | null | undefined,
  field: string,
): readonly ProblemDetail[] {
  const path = ['input', field]
  if (!text || text.trim() === '')
    return [badInput('TEXT_MISSING', 'Please write a text here.', path)]
  if (text.length > LONGEST)
    return [badInput('TEXT_TOO_LONG', `At most ${LONGEST} characters.`, path)]
  return []
}

/** The text without surrounding blanks, or null where nothing is left. */
export const trimmed = (text: string | null | undefined): string | null => text?.trim() || null
