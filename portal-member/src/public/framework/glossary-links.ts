export interface GlossaryTerm {
  readonly id: string
  readonly en: string
  readonly fr: string
}

/** A stretch of a text, with the term of the glossary it names. */
export interface Piece {
  readonly text: string
  readonly term?: string
}

/** Where a term stands in the glossary. */
export const anchorOf = (id: string): string => `term-${id.replaceAll(/[^A-Za-z0-9_-]/g, '')}`

/**
 * A text in pieces, with each term of the glossary marked where it stands first. Longer terms go before shorter ones, and
 * forms that are right as well stand behind a semicolon; case does not matter, and neither does a plural in s.
 */
export function piecesOf(
  text: string,
  language: 'en' | 'fr',
  terms: readonly GlossaryTerm[],
): readonly Piece[] {
  const words = terms
    .flatMap(({ id, [language]: forms }) =>
      forms.split(';').map((word) => ({ id, word: word.trim() })),
    )
    .filter(({ word }) => word !== '')
    .toSorted((a, b) => b.word.length - a.word.length)
  const taken: { readonly from: number; readonly to: number; readonly id: string }[] = []
  for (const { id, word } of words) {
    const isFree = (from: number, to: number) =>
      taken.every((each) => to <= each.from || from >= each.to)
    if (taken.some((each) => each.id === id)) continue
    const found = [...text.matchAll(patternOf(word))].find(({ index, 0: match }) =>
      isFree(index, index + match.length),
    )
    if (found) taken.push({ from: found.index, to: found.index + found[0].length, id })
  }
  const pieces: Piece[] = []
  let at = 0
  for (const { from, to, id } of taken.toSorted((a, b) => a.from - b.from)) {
    if (from > at) pieces.push({ text: text.slice(at, from) })
    pieces.push({ text: text.slice(from, to), term: id })
    at = to
  }
  if (at < text.length) pieces.push({ text: text.slice(at) })
  return pieces
}

function patternOf(word: string): RegExp {
  const plain = word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  const words = plain.split(/\s+/).join(String.raw`s?\s+`)
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${words}s?(?![\p{L}\p{N}])`, 'giu')
}
