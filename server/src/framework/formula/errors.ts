import type { LocaleCode, LocalizedText } from '../definition'
import type { Span } from './formula'

const WORDS = {
  EMPTY: {
    en: 'The formula is empty.',
    fr: 'La formule est vide.',
  },
  TOO_LONG: {
    en: 'The formula is longer than {limit} characters.',
    fr: 'La formule dépasse {limit} caractères.',
  },
  TOO_DEEP: {
    en: 'The formula is nested more than {limit} levels deep.',
    fr: 'La formule comporte plus de {limit} niveaux d’imbrication.',
  },
  UNEXPECTED_CHARACTER: {
    en: '"{text}" has no meaning in a formula.',
    fr: '« {text} » n’a pas de sens dans une formule.',
  },
  BAD_NUMBER: {
    en: '"{text}" is not a number: digits, at most one point, no exponent.',
    fr: '« {text} » n’est pas un nombre : des chiffres, un point au plus, pas d’exposant.',
  },
  BAD_SYMBOL: {
    en: '"{text}" is not a symbol: a symbol is written in capitals, such as A or DECL_ALL.',
    fr: '« {text} » n’est pas un symbole : un symbole s’écrit en majuscules, comme A ou DECL_ALL.',
  },
  UNKNOWN_PERIOD: {
    en: 'Only [T] or [T-1] can follow a symbol.',
    fr: 'Seul [T] ou [T-1] peut suivre un symbole.',
  },
  EXPECTED_OPERAND: {
    en: 'A number, a symbol or a bracket is missing here.',
    fr: 'Il manque ici un nombre, un symbole ou une parenthèse.',
  },
  EXPECTED_OPERATOR: {
    en: 'One of + - * / is missing before "{text}".',
    fr: 'Il manque un signe + - * / avant « {text} ».',
  },
  UNCLOSED_BRACKET: {
    en: 'This bracket is never closed.',
    fr: 'Cette parenthèse n’est jamais fermée.',
  },
  UNOPENED_BRACKET: {
    en: 'This bracket was never opened.',
    fr: 'Cette parenthèse n’a jamais été ouverte.',
  },
  STRAY_COMMA: {
    en: 'A comma only separates the arguments of a function; decimals take a point.',
    fr: 'La virgule ne sépare que les arguments d’une fonction ; les décimales prennent un point.',
  },
  UNKNOWN_FUNCTION: {
    en: 'There is no function "{text}"; there are {known}.',
    fr: 'La fonction « {text} » n’existe pas ; les fonctions sont {known}.',
  },
  ARGUMENT_COUNT: {
    en: '{text} takes {expected}.',
    fr: '{text} prend {expected}.',
  },
  UNKNOWN_SYMBOL: {
    en: '{text} is bound to no data element.',
    fr: '{text} n’est lié à aucun élément de données.',
  },
  UNIT_MISMATCH: {
    en: 'These two cannot be combined: one is in {left}, the other in {right}.',
    fr: 'Ces deux termes ne se combinent pas : l’un est en {left}, l’autre en {right}.',
  },
  RESULT_UNIT: {
    en: 'The formula gives {found}, but the measure is in {expected}.',
    fr: 'La formule donne {found}, mais la mesure est en {expected}.',
  },
  PERCENT_SCALE: {
    en: 'A measure in % is 100 times a ratio; this formula does not take its ratio 100 times.',
    fr: 'Une mesure en % vaut 100 fois un rapport ; cette formule ne prend pas 100 fois son rapport.',
  },
  ZERO_DENOMINATOR: {
    en: 'This is zero whatever the figures are; nothing can be divided by it.',
    fr: 'Ce terme vaut zéro quels que soient les chiffres ; rien ne peut être divisé par lui.',
  },
} as const satisfies Record<string, LocalizedText>

export type FormulaErrorCode = keyof typeof WORDS

/** One thing that is wrong with a formula and where; `params` lets another language say the same. */
export interface FormulaError {
  readonly code: FormulaErrorCode
  readonly message: string
  readonly at: Span
  readonly params: Readonly<Record<string, string>>
}

export function formulaError(
  code: FormulaErrorCode,
  at: Span,
  params: Readonly<Record<string, string>> = {},
): FormulaError {
  return { code, message: fill(WORDS[code].en, params), at, params }
}

/** The message of a formula error in the language of the reader. */
export function explainFormulaError(error: FormulaError, locale: LocaleCode): string {
  return fill(WORDS[error.code][locale], error.params)
}

function fill(text: string, params: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole)
}
