import { Refusal, badInput } from '#platform'

const LONGEST = 4000

/** The text without the spaces around it; an empty or endless one is refused. */
export function requireText(text: string, path: readonly string[]): string {
  const trimmed = text.trim()
  if (trimmed === '')
    throw new Refusal([badInput('TEXT_MISSING', 'A text is required here.', path)])
  if (trimmed.length > LONGEST) {
    throw new Refusal([
      badInput('TEXT_TOO_LONG', `The text is longer than ${LONGEST} characters.`, path),
    ])
  }
  return trimmed
}
