import type { LocaleCode, LocalizedText } from '#framework/definition'
import { isDecimal } from '#platform/decimal'
import type { CheckKind, CheckResult } from './checks'

const MESSAGES: Readonly<Record<CheckKind, LocalizedText>> = {
  NOT_A_NUMBER: {
    en: '{element}: “{value}” is not a number.',
    fr: '{element} : « {value} » n’est pas un nombre.',
  },
  NEGATIVE: {
    en: '{element} cannot be negative ({value}).',
    fr: '{element} ne peut pas être négatif ({value}).',
  },
  BELOW_MIN: {
    en: '{element} is {value}, below the least possible {min}.',
    fr: '{element} vaut {value}, en dessous du minimum possible de {min}.',
  },
  ABOVE_MAX: {
    en: '{element} is {value}, above the greatest possible {max}.',
    fr: '{element} vaut {value}, au-dessus du maximum possible de {max}.',
  },
  NOT_AN_INTEGER: {
    en: '{element} must be a whole number ({value}).',
    fr: '{element} doit être un nombre entier ({value}).',
  },
  PART_OF_WHOLE: {
    en: '{element} ({value}) is greater than {whole} ({limit}), of which it is a part.',
    fr: '{element} ({value}) dépasse {whole} ({limit}), dont il fait partie.',
  },
  LARGE_CHANGE: {
    en: '{element} changed by {change} % since the year before, more than {percent} %.',
    fr: '{element} a varié de {change} % par rapport à l’année précédente, plus de {percent} %.',
  },
  POSITIVE_BASE: {
    en: '{element} is {value}, so these KPIs cannot be computed by it: {kpis}.',
    fr: '{element} vaut {value} ; ces ICP ne peuvent donc pas en être calculés : {kpis}.',
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
