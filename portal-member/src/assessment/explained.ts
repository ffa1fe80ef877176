// The same rule as the server's `assessment/explained.ts`, so that what cannot be sent says so without a connection too.

const LEAST_CHARACTERS = 10
const LEAST_WORDS = 2

const characters = new Intl.Segmenter('und', { granularity: 'grapheme' })
const words = new Intl.Segmenter('und', { granularity: 'word' })
const TWO_LETTERS = /\p{L}\p{M}*\p{L}/u

/** Whether a text can explain anything: ten characters and two different words, in whatever script. */
export function canExplain(text: string): boolean {
  const said = text.trim().replace(/\s+/gu, ' ')
  if ([...characters.segment(said)].length < LEAST_CHARACTERS) return false
  const found = [...words.segment(said.toLowerCase())].map(({ segment }) => segment)
  return new Set(found.filter((word) => TWO_LETTERS.test(word))).size >= LEAST_WORDS
}
