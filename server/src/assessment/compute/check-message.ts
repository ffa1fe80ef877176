import type { LocaleCode, LocalizedText } from '#framework/definition'
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
}

/** The finding as a sentence, with the labels of the data elements in place of their codes where they are given. */
export function checkMessage(
  { kind, params }: Pick<CheckResult, 'kind' | 'params'>,
  locale: LocaleCode,
  labels: Readonly<Record<string, string>> = {},
): string {
  return MESSAGES[kind][locale].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const param = params[name]
    if (param === undefined) return whole
    if (name === 'element' || name === 'whole') return labels[param] ?? param
    return isDecimal(param) && locale === 'fr' ? param.replace('.', ',') : param
  })
}
