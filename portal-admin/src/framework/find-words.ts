const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase()

/** Tells whether a text has every word that is looked for; case and accents do not matter. */
export function matcherOf(search: string): (text: string) => boolean {
  const words = folded(search).split(/\s+/).filter(Boolean)
  if (words.length === 0) return () => true
  return (text) => {
    const within = folded(text)
    return words.every((word) => within.includes(word))
  }
}
