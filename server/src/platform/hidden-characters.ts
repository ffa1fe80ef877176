const HIDDEN = /[\p{Bidi_Control}\u200B\u2060\uFEFF]/u

/**
 * A character that is not seen and would let one text look like another: one that turns the direction of
 * what follows, or a space without width. Joiners are part of how some words are written.
 */
export const hiddenCharacter = (text: string): string | null => HIDDEN.exec(text)?.[0] ?? null

/** A character as Unicode counts it, such as U+202E. */
export const codePoint = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
