import { badInput, type ProblemDetail } from '#platform'

const NAME = 300
const TEXT = 10_000

/** The longest text of each field that holds words; a name stands in a line of a table. */
const LONGEST: Readonly<Record<string, number>> = {
  name: NAME,
  label: NAME,
  description: TEXT,
  methodologyHelp: TEXT,
  guidance: TEXT,
  changeNotes: TEXT,
}

/** Texts of an input that are too long, in whichever language. */
export function lengthProblems(
  value: unknown,
  path: readonly string[] = ['input'],
  longest: number | null = null,
): readonly ProblemDetail[] {
  if (typeof value === 'string') {
    return longest === null || value.trim().length <= longest
      ? []
      : [badInput('TEXT_TOO_LONG', `The text is longer than ${longest} characters.`, path)]
  }
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) =>
    lengthProblems(inner, [...path, key], LONGEST[key] ?? longest),
  )
}

/** The most characters a text of this field has; null where the field holds no words. */
export const longestOf = (field: string): number | null => LONGEST[field] ?? null

/** What is wrong with the length of one text by the name of its field. */
export const lengthOf = (
  text: string,
  field: string,
  path: readonly string[],
): readonly ProblemDetail[] => lengthProblems(text, path, LONGEST[field] ?? TEXT)
