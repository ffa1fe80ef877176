export const NO_BREAK_SPACE = '\u00a0'
const MINUS = '\u2212'
const APPROXIMATE_GROUPS = /[\u202f\u2009 ]/g

export type FormatLocale = 'en' | 'fr' | 'ar'
export type DateStyle = 'long' | 'short' | 'month' | 'dateTime' | 'time'

/** A reporting period as dates, both included; fiscal years need not be calendar years. */
export interface Period {
  start: string
  end: string
}

// British order of day and month; the languages are those of the portal, not of a country's figures.
const tags: Record<FormatLocale, string> = { en: 'en-GB', fr: 'fr', ar: 'ar' }

const dateStyles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'long' },
  month: { month: 'long', year: 'numeric' },
  dateTime: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  time: { hour: '2-digit', minute: '2-digit' },
}

export interface NumberOptions {
  /** Decimals shown; absent shows the decimals the text has. */
  digits?: number
  /** Shows a plus on positive numbers, for changes. */
  signed?: boolean
}

/**
 * Writes a decimal string in the manner of the language. The text goes to `Intl` as text, so no digit is lost to a
 * floating-point number. Groups are parted by a no-break space in every language.
 */
export function formatNumber(
  value: string,
  locale: FormatLocale,
  { digits, signed = false }: NumberOptions = {},
): string {
  const written = decimalsOf(value)
  const parts = new Intl.NumberFormat(tags[locale], {
    minimumFractionDigits: digits ?? written,
    maximumFractionDigits: digits ?? written,
    signDisplay: signed ? 'exceptZero' : 'negative',
    roundingMode: 'halfExpand',
  } as Intl.NumberFormatOptions).formatToParts(value as unknown as number)
  return parts
    .map(({ type, value: text }) => {
      if (type === 'group') return NO_BREAK_SPACE
      if (type === 'minusSign' && locale !== 'ar') return MINUS
      return text.replace(APPROXIMATE_GROUPS, NO_BREAK_SPACE)
    })
    .join('')
}

/**
 * Writes a decimal string with no more decimals than a reader wants. What is cut off is not rounded away in silence:
 * "0.6666…" says that there is more.
 */
export function formatShortened(value: string, locale: FormatLocale, most: number): string {
  if (decimalsOf(value) <= most) return formatNumber(value, locale)
  const cut = value.slice(0, value.indexOf('.') + 1 + most)
  return `${formatNumber(cut, locale)}…`
}

/** A value that is already in percent: "44.1" gives "44.1 %". */
export function formatPercent(
  value: string,
  locale: FormatLocale,
  options?: NumberOptions,
): string {
  return `${formatNumber(value, locale, options)}${NO_BREAK_SPACE}%`
}

/** French sets spaces before tall punctuation and inside guillemets; a line never breaks there. */
export function keepFrenchSpaces(text: string): string {
  return text.replace(/ (?=[:;?!%»])/g, NO_BREAK_SPACE).replaceAll('« ', `«${NO_BREAK_SPACE}`)
}

/**
 * A date (`2026-06-07`) or timestamp in the manner of the language; dates have no time zone. The short style leaves
 * out the year where it is the present one.
 */
export function formatDate(
  iso: string,
  locale: FormatLocale,
  style: DateStyle = 'long',
  now = new Date(),
): string {
  const isDay = iso.length === 10
  const zone = isDay ? { timeZone: 'UTC' } : {}
  const date = new Date(iso)
  const year = isDay ? date.getUTCFullYear() : date.getFullYear()
  const shown = style === 'short' && year !== now.getFullYear() ? 'long' : style
  return new Intl.DateTimeFormat(tags[locale], { ...dateStyles[shown], ...zone }).format(date)
}

/** A period: its year when it is a calendar year, else first and last day. */
export function formatPeriod({ start, end }: Period, locale: FormatLocale): string {
  const year = start.slice(0, 4)
  if (start === `${year}-01-01` && end === `${year}-12-31`) return year
  const short: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }
  return new Intl.DateTimeFormat(tags[locale], short).formatRange(new Date(start), new Date(end))
}

/** Whole days from now to the end of a day; negative when it has passed. */
export function daysUntil(iso: string, now: Date): number {
  const day = (date: Date) => Math.floor(date.getTime() / 86_400_000)
  return day(new Date(`${iso.slice(0, 10)}T00:00:00Z`)) - day(now)
}

/** A deadline seen from now: "in 23 days", "tomorrow", "3 days ago". */
export function formatDeadline(iso: string, locale: FormatLocale, now: Date): string {
  return new Intl.RelativeTimeFormat(tags[locale], { numeric: 'auto' }).format(
    daysUntil(iso, now),
    'day',
  )
}

/** Time passed since a timestamp: "2 hours ago", "yesterday"; the date itself after a week. */
export function formatSince(iso: string, locale: FormatLocale, now: Date): string {
  const minutes = Math.round((now.getTime() - new Date(iso).getTime()) / 60_000)
  const relative = new Intl.RelativeTimeFormat(tags[locale], { numeric: 'auto' })
  if (minutes < 1) return relative.format(0, 'second')
  if (minutes < 60) return relative.format(-minutes, 'minute')
  if (minutes < 24 * 60) return relative.format(-Math.round(minutes / 60), 'hour')
  if (minutes < 7 * 24 * 60) return relative.format(-Math.round(minutes / (24 * 60)), 'day')
  return formatDate(iso, locale, 'long')
}

/** Several names in one sentence: "A, B and C". */
export function formatList(items: readonly string[], locale: FormatLocale): string {
  return new Intl.ListFormat(tags[locale], { type: 'conjunction' }).format(items)
}

/** Size of a file in the largest unit that keeps it above one. */
export function formatBytes(count: number, locale: FormatLocale): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(count, 1)) / 3))
  return new Intl.NumberFormat(tags[locale], {
    style: 'unit',
    unit: units[step],
    // The short form of English has "631 byte".
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(count / 1000 ** step)
}

function decimalsOf(value: string): number {
  const point = value.indexOf('.')
  return point < 0 ? 0 : value.length - point - 1
}
