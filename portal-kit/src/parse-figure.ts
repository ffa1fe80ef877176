import type { FormatLocale } from './format'

/** What typed text was read as. Doubtful text is shown back before it counts. */
export type ParsedFigure =
  { state: 'empty' } | { state: 'read'; value: string; doubtful: boolean } | { state: 'unreadable' }

const decimalMark: Record<FormatLocale, '.' | ','> = { en: '.', fr: ',', ar: '.' }

const spaces = /[\s\u00a0\u2007\u2009\u202f\u066c'’\u200e\u200f\u061c]/g
const wellGrouped = /^\d{1,3}(?:[.,\s]\d{3})*$/
const plainNumber = /^(\d*)(?:\.(\d*))?$/

/**
 * Reads a figure as people type it: separators of the language, any kind of space, Arabic-Indic digits. The value
 * is a plain decimal string without needless zeros. A per cent sign is read over only where the figure is a percentage.
 */
export function parseFigure(
  text: string,
  locale: FormatLocale,
  { percent: isPercentage = true } = {},
): ParsedFigure {
  const latin = toLatin(text).trim()
  if (latin === '') return { state: 'empty' }

  const [, sign = '', body = '', percent] = /^([-+]?)\s*(.*?)\s*(%?)$/.exec(latin) ?? []
  if (percent && !isPercentage) return { state: 'unreadable' }
  const spaced = body.replace(spaces, ' ').trim()
  const oddGroups = spaced.includes(' ') && !wellGrouped.test(integerPart(spaced))
  const resolved = resolveMarks(spaced.replaceAll(' ', ''), decimalMark[locale])
  const [, whole = '', fraction = ''] = (resolved && plainNumber.exec(resolved.text)) || []
  if (!resolved || whole + fraction === '') return { state: 'unreadable' }

  const value = canonical(sign, whole, fraction)
  return { state: 'read', value, doubtful: resolved.doubtful || oddGroups || percent === '%' }
}

function toLatin(text: string): string {
  return text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replaceAll('\u066b', '.')
    .replace(/[\u2212\u2013\ufe63]/g, '-')
    .replace(/[\u200e\u200f\u061c]/g, '')
    .replaceAll('٪', '%')
}

function integerPart(spaced: string): string {
  return spaced.replace(/[.,]\d*$/, '')
}

/** Decides which of `.` and `,` is the decimal mark; undefined when the text cannot be a number. */
function resolveMarks(
  text: string,
  ownMark: '.' | ',',
): { text: string; doubtful: boolean } | undefined {
  const marks = [...text].filter((sign) => sign === '.' || sign === ',')
  const last = marks.at(-1)
  if (!last) return { text, doubtful: false }

  const kinds = new Set(marks)
  if (kinds.size === 2) {
    const group = last === '.' ? ',' : '.'
    const [whole = '', ...fractions] = text.split(last)
    if (fractions.length !== 1 || !isGrouped(whole, group)) return undefined
    return { text: `${whole.replaceAll(group, '')}.${fractions[0]}`, doubtful: last !== ownMark }
  }
  if (marks.length > 1) {
    if (!isGrouped(text, last)) return undefined
    return { text: text.replaceAll(last, ''), doubtful: last === ownMark }
  }
  // Decimals are rarely typed with a last zero: "12.000" in English may have been meant as a group.
  if (last === ownMark) {
    return { text: text.replace(last, '.'), doubtful: isGrouped(text, last) && text.endsWith('0') }
  }
  // "1,234" in English and "1.234" in French are groups; "1,5" and "1.5" can only be decimals.
  return isGrouped(text, last)
    ? { text: text.replace(last, ''), doubtful: true }
    : { text: text.replace(last, '.'), doubtful: true }
}

function isGrouped(text: string, mark: string): boolean {
  const [first = '', ...groups] = text.split(mark)
  return /^[1-9]\d{0,2}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group))
}

function canonical(sign: string, whole: string, fraction: string): string {
  const integer = whole.replace(/^0+(?=\d)/, '') || '0'
  const decimals = fraction.replace(/0+$/, '')
  const unsigned = decimals ? `${integer}.${decimals}` : integer
  return sign === '-' && unsigned !== '0' ? `-${unsigned}` : unsigned
}
