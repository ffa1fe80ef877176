/** Whether a French text uses a term, in one of its forms; number, gender, case and accents do not matter. */
export function usesTerm(text: string, term: string): boolean {
  const words = stemsOf(text)
  return term.split(';').some((form) => {
    const sought = stemsOf(form)
    if (sought.length === 0) return false
    return words.some((_, at) => sought.every((stem, index) => words[at + index] === stem))
  })
}

const SMALL = new Set([
  'de',
  'd',
  'du',
  'des',
  'la',
  'le',
  'les',
  'l',
  'un',
  'une',
  'a',
  'au',
  'aux',
  'en',
])

// Articles change with the sentence, so the words that carry the meaning are compared.
const stemsOf = (text: string): readonly string[] =>
  (
    text
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
    .filter((word) => !SMALL.has(word))
    .map(stemOf)

function stemOf(word: string): string {
  if (word.length > 4 && word.endsWith('aux')) return `${word.slice(0, -3)}al`
  return word.length > 3 ? word.replace(/(?:es|e|s|x)$/, '') : word
}
