import type { Comparison, LocaleCode, LocalizedText } from '#framework/definition'
import { isDecimal } from '#platform/decimal'
import type { CheckKind, CheckResult } from './checks'

const MESSAGES: Readonly<Record<CheckKind, LocalizedText>> = {
  NOT_A_NUMBER: {
    en: '{element}: “{value}” is not a number.',
    fr: '{element} : « {value} » n’est pas un nombre.',
  },
  NEGATIVE: {
    en: '{element} cannot be negative ({value}).',
    fr: '{element} : un nombre négatif n’est pas possible ({value}).',
  },
  BELOW_MIN: {
    en: '{element} is {value}, below the least possible {min}.',
    fr: '{element} : {value} est en dessous du minimum possible de {min}.',
  },
  ABOVE_MAX: {
    en: '{element} is {value}, above the greatest possible {max}.',
    fr: '{element} : {value} est au-dessus du maximum possible de {max}.',
  },
  NOT_AN_INTEGER: {
    en: '{element} must be a whole number ({value}).',
    fr: '{element} : un nombre entier est attendu ({value}).',
  },
  PART_OF_WHOLE: {
    en: '{element} ({value}) is greater than {whole} ({limit}), of which it is a part.',
    fr: '{element} ({value}) : plus que {whole} ({limit}), dont c’est une partie.',
  },
  LARGE_CHANGE: {
    en: '{element} changed by {change} % since the year before, more than {percent} %.',
    fr: '{element} : variation de {change} % par rapport à l’année précédente, au-delà de {percent} %.',
  },
  POSITIVE_BASE: {
    en: '{element}: with {value}, these KPIs cannot be computed: {kpis}.',
    fr: '{element} : avec {value}, ces ICP ne peuvent pas être calculés : {kpis}.',
  },
  RANGE: {
    en: '{element} is {value}, outside what is usual ({range}).',
    fr: '{element} : {value} sort de ce qui est habituel ({range}).',
  },
  CONSISTENCY: {
    en: '{left} is {value}; it should be {relation} {right} ({limit}).',
    fr: '{left} : {value} ; attendu : {relation} {right} ({limit}).',
  },
}

/** Words of a consistency rule between its two sides. */
const RELATIONS: Readonly<Record<Comparison, LocalizedText>> = {
  EQUAL: { en: 'equal to', fr: 'égal à' },
  AT_MOST: { en: 'at most', fr: 'au plus' },
  AT_LEAST: { en: 'at least', fr: 'au moins' },
}

const RANGES = {
  both: { en: 'from {min} to {max}', fr: 'de {min} à {max}' },
  least: { en: 'at least {min}', fr: 'au moins {min}' },
  most: { en: 'at most {max}', fr: 'au plus {max}' },
} as const satisfies Record<string, LocalizedText>

const rangeOf = ({ min, max }: Readonly<Record<string, string>>, locale: LocaleCode): string =>
  RANGES[min && max ? 'both' : min ? 'least' : 'most'][locale]

/** As the portals write figures: groups of three, and the decimal mark of the language. */
function written(figure: string, locale: LocaleCode): string {
  const [whole = '', part] = figure.split('.')
  const grouped = whole.replace('-', '\u2212').replace(/\B(?=(\d{3})+$)/g, '\u00a0')
  return part === undefined ? grouped : `${grouped}${locale === 'fr' ? ',' : '.'}${part}`
}

/** The finding as a sentence, with the labels of the data elements in place of their codes where they are given. */
export function checkMessage(
  { kind, params }: Pick<CheckResult, 'kind' | 'params'>,
  locale: LocaleCode,
  labels: Readonly<Record<string, string>> = {},
): string {
  const template = MESSAGES[kind][locale].replace('{range}', () => rangeOf(params, locale))
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const param = params[name]
    if (param === undefined) return whole
    if (name === 'element' || name === 'whole') return labels[param] ?? param
    if (name === 'left' || name === 'right') return withLabels(param, labels)
    if (name === 'relation') return RELATIONS[param as Comparison][locale]
    return isDecimal(param) ? written(param, locale) : param
  })
}

// A sum of codes reads as a sum of labels; brackets of the formula stay.
const withLabels = (formula: string, labels: Readonly<Record<string, string>>): string =>
  formula.replace(/[A-Z][A-Z0-9_]*/g, (code) => labels[code] ?? code)
