import type { LocaleCode, LocalizedText } from '#framework/definition'
import { fitsFigure, normalizeDecimal, type DecimalString } from '#platform/decimal'

const MESSAGES = {
  EMPTY: {
    en: 'Nothing was typed.',
    fr: 'Rien n’a été saisi.',
  },
  LOOKS_MISSING: {
    en: 'This is not a number. Where there is no figure, choose “not applicable” or “not available”.',
    fr: 'Ceci n’est pas un nombre. Sans chiffre, choisissez « sans objet » ou « non disponible ».',
  },
  NOT_A_NUMBER: {
    en: 'This is not a number.',
    fr: 'Ceci n’est pas un nombre.',
  },
  EXPONENT: {
    en: 'Write the number in full, without an exponent.',
    fr: 'Écrivez le nombre en entier, sans exposant.',
  },
  HAS_UNIT: {
    en: 'Write the number alone, without a unit or a sign such as %.',
    fr: 'Écrivez le nombre seul, sans unité ni signe tel que %.',
  },
  AMBIGUOUS: {
    en: 'This can be read in two ways. Write the number without separators, or with one decimal sign.',
    fr: 'Ceci peut se lire de deux façons. Écrivez le nombre sans séparateur, ou avec un seul signe décimal.',
  },
  BAD_GROUPS: {
    en: 'The groups of digits do not fit together: each has three digits.',
    fr: 'Les groupes de chiffres ne concordent pas : chacun compte trois chiffres.',
  },
  TOO_LONG: {
    en: 'The number is too long: at most 30 digits before the decimal sign and 20 behind it.',
    fr: 'Le nombre est trop long : au plus 30 chiffres avant le signe décimal et 20 après.',
  },
} as const satisfies Record<string, LocalizedText>

export type FigureProblemCode = keyof typeof MESSAGES

/** Why a text is no figure, in both languages. */
export const figureWords = (code: FigureProblemCode): LocalizedText => MESSAGES[code]

/** What was read, or why nothing could be. `echo` says how a doubtful text was understood. */
export type ParsedFigure =
  | { readonly ok: true; readonly value: DecimalString; readonly echo?: string }
  | { readonly ok: false; readonly code: FigureProblemCode; readonly message: string }

const MAX_TYPED = 100
const INVISIBLE = /[\u200e\u200f\u061c\u2066-\u2069\ufeff]/g
const SPACES = /[ \u00a0\u2007\u2009\u202f'’\u066c]/g
const LOOKS_MISSING =
  /^(?:n\.?\s*[/.]?\s*[adc]\.?|s\.?\s*[/.]?\s*o\.?|nil|none|null|néant|aucun|-+|–|—|\.{2,}|…|\?+|x+)$/i
const DECIMAL_SIGN: Readonly<Record<LocaleCode, '.' | ','>> = { en: '.', fr: ',' }

/**
 * Reads a figure as people type it: the separators of either language, spaces and apostrophes between groups,
 * Arabic-Indic digits. What can be read in two ways is refused, never guessed.
 */
export function parseFigure(raw: string, locale: LocaleCode): ParsedFigure {
  const refuse = (code: FigureProblemCode): ParsedFigure => ({
    ok: false,
    code,
    message: MESSAGES[code][locale],
  })
  if (raw.length > MAX_TYPED) return refuse('TOO_LONG')
  const typed = raw.replace(INVISIBLE, '').trim()
  if (typed === '') return refuse('EMPTY')
  if (LOOKS_MISSING.test(typed)) return refuse('LOOKS_MISSING')

  const latin = inLatinDigits(typed)
  const [, sign = '', body = ''] = /^([-+−]?)\s*(.*)$/s.exec(latin) ?? []
  const spaced = body.replace(SPACES, ' ')
  if (!/^[\d., ]*\d$/.test(spaced)) return refuse(reasonAgainst(spaced))

  const read = readSeparators(spaced, locale)
  if (typeof read === 'string') return refuse(read)
  const digits = `${sign === '' || sign === '+' ? '' : '-'}${read.digits.replace(/^0+(?=\d)/, '')}`
  if (!fitsFigure(digits)) return refuse('TOO_LONG')

  const value = normalizeDecimal(digits)
  const plain = read.digits.replace('.', DECIMAL_SIGN[locale])
  const doubtful = read.doubtful || body !== plain || typed !== latin || /^0\d/.test(read.digits)
  return doubtful ? { ok: true, value, echo: echoOf(value, locale) } : { ok: true, value }
}

function reasonAgainst(text: string): FigureProblemCode {
  if (/^[\d., ]+e\s*[-+]?\d+$/i.test(text)) return 'EXPONENT'
  if (/^\d[\d., ]*\s*(?:%|‰|٪|\p{Sc}|\p{L}+)$/u.test(text) || /^\p{Sc}\s*\d[\d., ]*$/u.test(text)) {
    return 'HAS_UNIT'
  }
  return 'NOT_A_NUMBER'
}

/** Decides which sign is the decimal one; digits with a point, or the reason why they cannot be read. */
function readSeparators(
  text: string,
  locale: LocaleCode,
): { readonly digits: string; readonly doubtful: boolean } | FigureProblemCode {
  const own = DECIMAL_SIGN[locale]
  const signs = [...text].filter((character) => character === '.' || character === ',')
  const last = signs.at(-1)
  if (last === undefined) return ungrouped(text, '', null, false)

  const at = text.lastIndexOf(last)
  const before = text.slice(0, at)
  const after = text.slice(at + 1)
  if (signs.length === 1) {
    const couldBeGroups = /^[1-9]\d{0,2}$/.test(before) && /^\d{3}$/.test(after)
    if (!couldBeGroups || last === own) return ungrouped(before, after, null, couldBeGroups)
    // 1,234 is the common English spelling of a thousand; 1.234 is a thousand to some French readers only.
    return locale === 'en' ? { digits: before + after, doubtful: true } : 'AMBIGUOUS'
  }
  if (new Set(signs).size === 1) {
    return text.includes(' ') ? 'NOT_A_NUMBER' : grouped(text, last, 'NOT_A_NUMBER')
  }
  if (before.includes(last) || text.includes(' ')) return 'NOT_A_NUMBER'
  return ungrouped(before, after, last === '.' ? ',' : '.', true)
}

function ungrouped(
  before: string,
  after: string,
  separator: ',' | '.' | null,
  doubtful: boolean,
): { readonly digits: string; readonly doubtful: boolean } | FigureProblemCode {
  if (after.includes(' ')) return 'BAD_GROUPS'
  const mark = separator ?? (before.includes(' ') ? ' ' : null)
  const whole = mark === null ? { digits: before, doubtful } : grouped(before, mark, 'BAD_GROUPS')
  if (typeof whole === 'string') return whole
  const integer = whole.digits === '' ? '0' : whole.digits
  return {
    digits: after === '' ? integer : `${integer}.${after}`,
    doubtful: doubtful || whole.doubtful || before === '',
  }
}

function grouped(
  text: string,
  separator: string,
  otherwise: FigureProblemCode,
): { readonly digits: string; readonly doubtful: boolean } | FigureProblemCode {
  const [first = '', ...groups] = text.split(separator)
  const wellFormed = /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group))
  return wellFormed ? { digits: first + groups.join(''), doubtful: true } : otherwise
}

function inLatinDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replaceAll('\u066b', '.')
}

function echoOf(value: DecimalString, locale: LocaleCode): string {
  return locale === 'en' ? `read as ${value}` : `lu comme ${value.replace('.', ',')}`
}
