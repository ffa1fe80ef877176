/** A term as it is looked for in a text. */
export interface FoundTerm {
  readonly id: string
  readonly en: string
  readonly fr: string
  readonly note: string | null
}

/**
 * Terms whose English occurs in a text, in the order of the text. Words are compared without case and plural; within a
 * longer term a shorter one is not found again.
 */
export function termsIn(text: string, terms: readonly FoundTerm[]): readonly FoundTerm[] {
  const words = wordsOf(text)
  const candidates = terms
    .map((term) => ({ term, words: wordsOf(term.en) }))
    .filter((each) => each.words.length > 0)
    .toSorted((a, b) => b.words.length - a.words.length)
  const found = new Map<FoundTerm, number>()
  const taken = words.map(() => false)
  for (const { term, words: sought } of candidates) {
    for (let at = 0; at + sought.length <= words.length; at += 1) {
      const isHere = sought.every((word, index) => !taken[at + index] && words[at + index] === word)
      if (!isHere) continue
      taken.fill(true, at, at + sought.length)
      if (!found.has(term)) found.set(term, at)
    }
  }
  return [...found].toSorted(([, a], [, b]) => a - b).map(([term]) => term)
}

const wordsOf = (text: string): readonly string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(singular)

function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(?:sh|ch|x|ss|z)es$/.test(word)) return word.slice(0, -2)
  return word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word)
    ? word.slice(0, -1)
    : word
}
