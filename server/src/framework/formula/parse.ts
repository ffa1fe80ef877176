import { normalizeDecimal } from '#platform/decimal'
import { formulaError, type FormulaError, type FormulaErrorCode } from './errors'
import { FUNCTIONS, type Formula, type FunctionName, type Operator, type Span } from './formula'
import { lex, type Token } from './lex'

export const MAX_LENGTH = 2000
export const MAX_NESTING = 50

export const MAX_ERRORS = 20
const SYMBOL = /^[A-Z][A-Z0-9_]*$/

export type ParsedFormula =
  | { readonly ok: true; readonly formula: Formula }
  | { readonly ok: false; readonly errors: readonly FormulaError[] }

/** Reads the text of a formula; everything wrong with it is reported at once, in the order of the text. */
export function parse(text: string): ParsedFormula {
  const whole = { start: 0, end: text.length }
  if (text.length > MAX_LENGTH) return refused('TOO_LONG', whole, { limit: String(MAX_LENGTH) })
  if (text.trim() === '') return refused('EMPTY', whole)

  const { tokens, errors: unreadable } = lex(text)
  const { formula, errors: misplaced } = parseTokens(tokens)
  const errors = [...unreadable, ...misplaced].toSorted((a, b) => a.at.start - b.at.start)
  return errors.length === 0
    ? { ok: true, formula }
    : { ok: false, errors: errors.slice(0, MAX_ERRORS) }
}

function refused(
  code: FormulaErrorCode,
  at: Span,
  params?: Readonly<Record<string, string>>,
): ParsedFormula {
  return { ok: false, errors: [formulaError(code, at, params)] }
}

/**
 * Recursive descent. Where something is missing, an error is noted and a zero stands in, so that the rest of the
 * text is read as well; a tree with errors never leaves this file.
 */
function parseTokens(tokens: readonly Token[]): { formula: Formula; errors: FormulaError[] } {
  const errors: FormulaError[] = []
  const end = tokens[tokens.length - 1]!
  let position = 0
  let nesting = 0
  let abandoned = false

  const peek = (): Token => tokens[position] ?? end
  const next = (): Token => {
    const token = peek()
    position = Math.min(position + 1, tokens.length - 1)
    return token
  }
  const report = (code: FormulaErrorCode, at: Span, params?: Readonly<Record<string, string>>) => {
    if (!abandoned) errors.push(formulaError(code, at, params))
  }
  const zero = (at: Span): Formula => ({ kind: 'NUMBER', value: '0', at })

  function deeper(at: Span, read: () => Formula): Formula {
    if (nesting >= MAX_NESTING) {
      report('TOO_DEEP', at, { limit: String(MAX_NESTING) })
      abandoned = true
      position = tokens.length - 1
      return zero(at)
    }
    nesting += 1
    const formula = read()
    nesting -= 1
    return formula
  }

  function chain(operand: () => Formula, operatorHere: () => Operator | null): Formula {
    let left = operand()
    for (let operator = operatorHere(); operator !== null; operator = operatorHere()) {
      const right = operand()
      left = {
        kind: 'BINARY',
        operator,
        left,
        right,
        at: { start: left.at.start, end: right.at.end },
      }
    }
    return left
  }

  const sum = (): Formula => chain(product, () => operatorOf(['+', '-']))

  const product = (): Formula =>
    chain(unary, () => {
      const operator = operatorOf(['*', '/'])
      if (operator !== null || !startsOperand(peek())) return operator
      report('EXPECTED_OPERATOR', peek().at, { text: peek().text })
      return '*'
    })

  function operatorOf(wanted: readonly string[]): Operator | null {
    const token = peek()
    if (token.kind !== 'OPERATOR' || !wanted.includes(token.text)) return null
    return next().text as Operator
  }

  function unary(): Formula {
    const token = peek()
    if (token.kind !== 'OPERATOR' || token.text !== '-') return primary()
    next()
    return deeper(token.at, () => {
      const operand = unary()
      return { kind: 'NEGATE', operand, at: { start: token.at.start, end: operand.at.end } }
    })
  }

  function primary(): Formula {
    const token = peek()
    if (token.kind === 'NUMBER') {
      return { kind: 'NUMBER', value: normalizeDecimal(next().text), at: token.at }
    }
    if (token.kind === 'OPEN') {
      next()
      return deeper(token.at, () => {
        const inner = sum()
        close(token.at)
        return inner
      })
    }
    if (token.kind === 'NAME') return named(next())
    report('EXPECTED_OPERAND', token.at)
    return zero(token.at)
  }

  function named(token: Token): Formula {
    if (SYMBOL.test(token.text)) {
      return { kind: 'SYMBOL', name: token.text, period: token.period, at: token.at }
    }
    if (peek().kind === 'OPEN') return deeper(token.at, () => call(token))
    report('BAD_SYMBOL', token.at, { text: token.text })
    return zero(token.at)
  }

  function call(token: Token): Formula {
    const bracket = next()
    const args: Formula[] = []
    if (peek().kind !== 'CLOSE') args.push(sum())
    while (peek().kind === 'COMMA') {
      next()
      args.push(sum())
    }
    const at = { start: token.at.start, end: close(bracket.at) }
    const name = FUNCTIONS.find((known): known is FunctionName => known === token.text)
    if (name === undefined) {
      report('UNKNOWN_FUNCTION', token.at, { text: token.text, known: FUNCTIONS.join(', ') })
      return zero(at)
    }
    if (args.length === 0 || (name === 'abs' && args.length > 1)) {
      report('ARGUMENT_COUNT', at, { text: name, expected: name === 'abs' ? '1' : '1, 2, 3, …' })
    }
    return { kind: 'CALL', name, args, at }
  }

  function close(opened: Span): number {
    if (peek().kind === 'CLOSE') return next().at.end
    report('UNCLOSED_BRACKET', opened)
    return peek().at.start
  }

  const formula = sum()
  while (peek().kind !== 'END') {
    const stray = next()
    report(stray.kind === 'COMMA' ? 'STRAY_COMMA' : 'UNOPENED_BRACKET', stray.at)
    if (peek().kind !== 'END' && peek().kind !== 'CLOSE' && peek().kind !== 'COMMA') afterStray()
  }
  return { formula, errors }

  // What follows a stray bracket usually continues the formula, so an operator there misses no operand.
  function afterStray(): void {
    if (peek().kind === 'OPERATOR') next()
    sum()
  }
}

function startsOperand(token: Token): boolean {
  return token.kind === 'NUMBER' || token.kind === 'NAME' || token.kind === 'OPEN'
}
