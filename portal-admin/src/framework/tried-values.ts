import { parseFigure, type FormatLocale } from '@pmm/portal-kit'
import { asDecimal } from './figures'

const MOST = 50

/** What was typed to be scored: the figures in it, and what is none or was read otherwise than written. */
export interface TriedValues {
  readonly figures: readonly string[]
  readonly unreadable: readonly string[]
  readonly guessed: readonly { readonly text: string; readonly value: string }[]
  readonly isTooMany: boolean
}

/** Reads several values with blanks or semicolons between them, in the language of the portal. */
export function triedValues(text: string, locale: FormatLocale): TriedValues {
  const found = text
    .split(/[\s;]+/)
    .filter(Boolean)
    .map((each) => ({ text: each, read: parseFigure(each, locale) }))
  const figures: string[] = []
  const unreadable: string[] = []
  const guessed: { text: string; value: string }[] = []
  for (const { text: typed, read } of found) {
    const value = read.state === 'read' ? asDecimal(read.value) : null
    if (value === null) unreadable.push(typed)
    else figures.push(value)
    if (value !== null && read.state === 'read' && read.doubtful)
      guessed.push({ text: typed, value })
  }
  return { figures: figures.slice(0, MOST), unreadable, guessed, isTooMany: figures.length > MOST }
}

/** A figure as typed in the language of the portal, as the server takes it; what is none stays as it is. */
export function tidyFigure(text: string, locale: FormatLocale): string {
  const read = parseFigure(text, locale)
  return read.state === 'read' && asDecimal(read.value) !== null ? read.value : text
}

/** A figure with the decimal mark of the portal and no groups, to be typed in; what is none stays as it is. */
export function plainFigure(text: string, locale: FormatLocale): string {
  return locale === 'fr' && asDecimal(text) !== null ? text.replace('.', ',') : text
}
