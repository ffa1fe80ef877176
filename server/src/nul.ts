const NUL = '\0'
// As JSON and GraphQL spell it.
const SPELLED = /\\u(?:0000|\{0+\})/

/** Whether a part of a call holds U+0000, which the databases keep in no text: in a value, or spelled in a text to be read. */
export function holdsNul(part: unknown): boolean {
  if (typeof part === 'string') return part.includes(NUL)
  if (part === null || typeof part !== 'object') return false
  return Object.entries(part).some(([key, value]) => key.includes(NUL) || holdsNul(value))
}

/** The same of a document, or of variables that came as text. */
export const spellsNul = (text: unknown): boolean =>
  typeof text === 'string' && (text.includes(NUL) || SPELLED.test(text))
