import { Decimal as DecimalJs } from 'decimal.js'

/** Decimal number as text: a sign, digits, a point, digits. Never an exponent. */
export type DecimalString = string

/** Figures beyond this size are typing errors, and the `Decimal` scalar refuses them as well. */
export const MAX_INTEGER_DIGITS = 30
export const MAX_FRACTION_DIGITS = 20

const WORKING_DIGITS = 80
const RESULT_DIGITS = 50

/**
 * Decimal arithmetic of the product. It carries 80 digits, so that two figures of the largest size still add and
 * subtract exactly and the digits a division loses stay far behind the 50 that a result keeps.
 */
export const Decimal = DecimalJs.clone({
  defaults: true,
  precision: WORKING_DIGITS,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
})
export type Decimal = DecimalJs

const DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/

/** Whether a text is a plain decimal number: no exponent, no grouping, no needless leading zero. */
export function isDecimal(text: unknown): text is DecimalString {
  return typeof text === 'string' && DECIMAL.test(text)
}

/** Whether a decimal stays within the digits that a figure may have. */
export function fitsFigure(text: DecimalString): boolean {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.')
  return whole.length <= MAX_INTEGER_DIGITS && fraction.length <= MAX_FRACTION_DIGITS
}

/** The number a text stands for, or null where it is no plain decimal number. */
export function parseDecimal(text: unknown): Decimal | null {
  return isDecimal(text) ? new Decimal(text) : null
}

/** The number a text stands for, where everything but a decimal is a mistake of the program. */
export function toDecimal(text: DecimalString): Decimal {
  const parsed = parseDecimal(text)
  if (parsed === null) throw new RangeError(`"${text}" is not a decimal number`)
  return parsed
}

/** All digits of a number: trailing zeros trimmed, never an exponent, never a negative zero. */
export function formatDecimal(value: Decimal): DecimalString {
  if (!value.isFinite()) throw new RangeError('Only a finite number has a decimal text')
  return value.isZero() ? '0' : value.toFixed()
}

/** A computed number as text, freed of the last digits, which a division leaves inexact. */
export function formatResult(value: Decimal): DecimalString {
  return formatDecimal(value.toSignificantDigits(RESULT_DIGITS))
}

/** The same number in the one way we write it: trailing zeros trimmed. */
export function normalizeDecimal(text: DecimalString): DecimalString {
  return formatDecimal(toDecimal(text))
}

/** Rounded half up to a number of decimals, for display only; nothing computes with the answer. */
export function displayDecimal(text: DecimalString, decimals: number): DecimalString {
  const rounded = toDecimal(text).toDecimalPlaces(decimals)
  return (rounded.isZero() ? rounded.abs() : rounded).toFixed(decimals)
}
