const REPLACEMENT = '\ufffd'
// Between two lines or two words; everything else without a form of its own is left out.
const SPACES = /[\t\v\f\u0085\u2028\u2029]/g
const UNSEEN = /[\p{Bidi_Control}\u200b\u2060\ufeff\u00ad]/gu
const CONTROL = /\p{Cc}/u

export interface Drawable<T> {
  readonly value: T
  /** Whether a character had to be replaced, because no font can draw it. */
  readonly isReduced: boolean
}

/**
 * The same value with texts that can be drawn: PDF/UA allows no character without a glyph. What turns the
 * direction of a text is taken out, so that nobody makes a line read as another one.
 */
export function drawable<T>(value: T, covered: ReadonlySet<number>): Drawable<T> {
  let isReduced = false
  const text = (given: string) => {
    const plain = given.replace(/\r\n?/g, '\n').replace(SPACES, ' ').replace(UNSEEN, '')
    return Array.from(plain, (character) => {
      if (character === '\n') return character
      // Fonts may have a glyph for a control character, which the standard forbids all the same.
      if (covered.has(character.codePointAt(0)!) && !CONTROL.test(character)) return character
      isReduced = true
      return REPLACEMENT
    }).join('')
  }
  const visit = (part: unknown): unknown => {
    if (typeof part === 'string') return text(part)
    if (Array.isArray(part)) return part.map(visit)
    if (part === null || typeof part !== 'object') return part
    return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, visit(each)]))
  }
  return { value: visit(value) as T, isReduced }
}
