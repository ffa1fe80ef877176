import { badInput, codePoint, hiddenCharacter, type ProblemDetail } from '#platform'

/** What is wrong with the characters of an input, text by text. */
export function hiddenProblems(
  value: unknown,
  path: readonly string[] = ['input'],
): readonly ProblemDetail[] {
  if (typeof value === 'string') {
    const found = hiddenCharacter(value)
    if (found === null) return []
    const message = `The text contains a character that is not seen (${codePoint(found)}).`
    return [badInput('HIDDEN_CHARACTER', message, path)]
  }
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => hiddenProblems(inner, [...path, key]))
}
