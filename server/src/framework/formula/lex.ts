import { fitsFigure, isDecimal } from '#platform/decimal'
import type { Period } from '../definition'
import { formulaError, type FormulaError } from './errors'
import type { Span } from './formula'

export type TokenKind = 'NUMBER' | 'NAME' | 'OPERATOR' | 'OPEN' | 'CLOSE' | 'COMMA' | 'END'

export interface Token {
  readonly kind: TokenKind
  readonly text: string
  readonly at: Span
  readonly period: Period | null
}

const PIECES = {
  space: /\s+/y,
  number: /[\d.]*\d[\d.]*/y,
  name: /[A-Za-z_]\w*/y,
  period: /\[\s*T\s*(-\s*1)?\s*\]/y,
  brokenPeriod: /\[[^\]()+*/]*\]?/y,
}

const SIGNS: Readonly<Record<string, { kind: TokenKind; text: string }>> = {
  '+': { kind: 'OPERATOR', text: '+' },
  '-': { kind: 'OPERATOR', text: '-' },
  '−': { kind: 'OPERATOR', text: '-' },
  '*': { kind: 'OPERATOR', text: '*' },
  '×': { kind: 'OPERATOR', text: '*' },
  '/': { kind: 'OPERATOR', text: '/' },
  '÷': { kind: 'OPERATOR', text: '/' },
  '(': { kind: 'OPEN', text: '(' },
  ')': { kind: 'CLOSE', text: ')' },
  ',': { kind: 'COMMA', text: ',' },
}

/** Cuts a text into tokens, the last of which is END. What fits nowhere is reported and left out. */
export function lex(text: string): { tokens: readonly Token[]; errors: readonly FormulaError[] } {
  const tokens: Token[] = []
  const errors: FormulaError[] = []
  let position = 0

  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = position
    const found = pattern.exec(text)?.[0] ?? null
    if (found !== null) position += found.length
    return found
  }
  const add = (kind: TokenKind, content: string, start: number, period: Period | null = null) =>
    tokens.push({ kind, text: content, at: { start, end: position }, period })

  while (position < text.length) {
    if (take(PIECES.space) !== null) continue
    const start = position

    const number = take(PIECES.number)
    if (number !== null) {
      const digits = number.replace(/^0+(?=\d)/, '')
      const readable = isDecimal(digits) && fitsFigure(digits)
      if (!readable)
        errors.push(formulaError('BAD_NUMBER', { start, end: position }, { text: number }))
      add('NUMBER', readable ? digits : '0', start)
      continue
    }

    const name = take(PIECES.name)
    if (name !== null) {
      const bracket = position
      const period = take(PIECES.period)
      if (period === null && take(PIECES.brokenPeriod) !== null) {
        errors.push(formulaError('UNKNOWN_PERIOD', { start: bracket, end: position }))
      }
      add('NAME', name, start, period === null ? null : period.includes('1') ? 'T-1' : 'T')
      continue
    }

    const character = String.fromCodePoint(text.codePointAt(position) ?? 0)
    position += character.length
    const sign = Object.hasOwn(SIGNS, character) ? SIGNS[character] : undefined
    if (sign === undefined) {
      const at = { start, end: position }
      errors.push(formulaError('UNEXPECTED_CHARACTER', at, { text: character }))
    } else {
      add(sign.kind, sign.text, start)
    }
  }
  add('END', '', position)
  return { tokens, errors }
}
