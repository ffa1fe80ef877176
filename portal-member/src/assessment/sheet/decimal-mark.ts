import type { FormatLocale } from '@pmm/portal-kit'

/** What parts the decimals from the whole in a block; the other sign then parts thousands. */
export type DecimalMark = '.' | ','

/** A language that writes so. */
export const LOCALE_OF: Readonly<Record<DecimalMark, FormatLocale>> = { '.': 'en', ',': 'fr' }

export const markOf = (locale: FormatLocale): DecimalMark => (locale === 'fr' ? ',' : '.')

const other = (mark: DecimalMark): DecimalMark => (mark === '.' ? ',' : '.')

/** The mark a text can only be meant with; null where it has none or can be read either way, as 1.234 can. */
function provenBy(text: string): DecimalMark | null {
  const body = text.trim()
  if (!/^[-+−]?[\d\s\u00a0\u202f'’]*[.,][\d\s\u00a0\u202f'’.,]*%?$/.test(body)) return null
  const marks = [...body].filter((sign): sign is DecimalMark => sign === '.' || sign === ',')
  const last = marks.at(-1)!
  if (marks.some((mark) => mark !== last)) return last
  if (marks.length > 1) return other(last)
  return /^[-+−]?[1-9]\d{0,2}[.,]\d{3}%?$/.test(body) ? null : last
}

/** The decimal mark that the cells of a block agree on; null where none of them tells, or they disagree. */
export function provenMark(block: readonly (readonly string[])[]): DecimalMark | null {
  const proven = new Set(block.flat().flatMap((text) => provenBy(text) ?? []))
  return proven.size === 1 ? [...proven][0]! : null
}
