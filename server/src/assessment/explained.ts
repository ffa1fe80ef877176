import { badInput, type ProblemDetail } from '#platform'

/** The portals check the same before they send: `portal-member/src/assessment/explained.ts`. */
const LEAST_CHARACTERS = 10
const LEAST_WORDS = 2

const characters = new Intl.Segmenter('und', { granularity: 'grapheme' })
const words = new Intl.Segmenter('und', { granularity: 'word' })
const TWO_LETTERS = /\p{L}\p{M}*\p{L}/u

/**
 * Whether a text can explain anything, in whatever language and script: ten characters, white space counted once, and two
 * different words of two letters or more. What is a word is told by Unicode, so it needs no spaces.
 */
export function canExplain(text: string): boolean {
  const said = text.trim().replace(/\s+/gu, ' ')
  if ([...characters.segment(said)].length < LEAST_CHARACTERS) return false
  const found = [...words.segment(said.toLowerCase())].map(({ segment }) => segment)
  return new Set(found.filter((word) => TWO_LETTERS.test(word))).size >= LEAST_WORDS
}

/** What is wrong with a text that is there to explain; one that is missing is another matter. */
export const explanationProblems = (
  text: string | null | undefined,
  path: readonly string[],
): readonly ProblemDetail[] =>
  !text?.trim() || canExplain(text)
    ? []
    : [
        badInput(
          'TEXT_TOO_SHORT',
          `An explanation has at least ${LEAST_CHARACTERS} characters and ${LEAST_WORDS} different words.`,
          path,
        ),
      ]
