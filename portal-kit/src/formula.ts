export type FormulaPart =
  | { kind: 'number'; text: string }
  | { kind: 'operand'; symbol: string }
  | { kind: 'fraction'; over: FormulaPart; under: FormulaPart }
  | { kind: 'chain'; parts: { operator: '+' | '−' | '×' | ''; part: FormulaPart }[]; sum: boolean }

/** A formula text (`+ - * /`, brackets, numbers, symbols) as a tree to draw; null when it cannot be read. */
export function readFormula(text: string): FormulaPart | null {
  const tokens = text.match(/\d+(?:\.\d+)?|[A-Za-z]\w*|[-+*/()]/g) ?? []
  if (tokens.join('') !== text.replace(/\s/g, '')) return null
  let at = 0

  const sum = (): FormulaPart | null => chain(product, { '+': '+', '-': '−' }, true)

  function chain(
    next: () => FormulaPart | null,
    operators: Record<string, '+' | '−' | '×'>,
    isSum: boolean,
  ): FormulaPart | null {
    const first = next()
    if (!first) return null
    const parts: (FormulaPart & { kind: 'chain' })['parts'] = [{ operator: '', part: first }]
    for (let operator = operators[tokens[at] ?? '']; operator;) {
      at += 1
      const part = next()
      if (!part) return null
      parts.push({ operator, part })
      operator = operators[tokens[at] ?? '']
    }
    return parts.length === 1 ? first : { kind: 'chain', parts, sum: isSum }
  }

  // A factor before the quotient stays in front of the fraction: 100*A/B reads as 100 × (A over B).
  function product(): FormulaPart | null {
    const parts: (FormulaPart & { kind: 'chain' })['parts'] = []
    let operator: '×' | '' = ''
    for (;;) {
      const part = quotient()
      if (!part) return null
      parts.push({ operator, part })
      if (tokens[at] !== '*') break
      at += 1
      operator = '×'
    }
    const [only] = parts
    return parts.length === 1 && only ? only.part : { kind: 'chain', parts, sum: false }
  }

  function quotient(): FormulaPart | null {
    let over = atom()
    while (over && tokens[at] === '/') {
      at += 1
      const under = atom()
      over = under && { kind: 'fraction', over, under }
    }
    return over
  }

  function atom(): FormulaPart | null {
    const token = tokens[at]
    at += 1
    if (token === undefined) return null
    if (token === '(') {
      const inner = sum()
      at += 1
      return tokens[at - 1] === ')' ? inner : null
    }
    if (/^\d/.test(token)) return { kind: 'number', text: token }
    return /^[A-Za-z]/.test(token) ? { kind: 'operand', symbol: token } : null
  }

  const tree = sum()
  return at === tokens.length ? tree : null
}

const WRITTEN: Readonly<Record<string, string>> = {
  '+': ' + ',
  '-': ' \u2212 ',
  '*': ' × ',
  '/': ' / ',
  ',': ', ',
}

/** A computation with its numbers put in, such as `100*(12-(-3.5))/2`, as one writes it: `100 × (12 − (−3.5)) / 2`. */
export function writeComputation(text: string, number: (decimal: string) => string): string {
  const tokens = text.match(/\d+(?:\.\d+)?|[A-Za-z]\w*|\S/g) ?? []
  return tokens
    .map((token, index) => {
      if (/^\d/.test(token)) return number(token)
      const before = tokens[index - 1]
      const isSign = token === '-' && (before === undefined || /^[-+*/(,]$/.test(before))
      return isSign ? '\u2212' : (WRITTEN[token] ?? token)
    })
    .join('')
}
