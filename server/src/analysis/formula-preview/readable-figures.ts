import type { ElementBinding, KpiDefinition } from '#framework/definition'
import { bindingsOf, formulasOf, symbolOf, type Formula } from '#framework/formula'
import { Decimal, formatDecimal, toDecimal } from '#platform/decimal'

/** A measure that a release shows: the headline of a KPI, or one of its sub-measures. */
export interface Measure {
  readonly kpi: string
  readonly subMeasure: string | null
}

/** Spells the element and year behind a symbol; null for a symbol that stands for nothing. */
type Spell = (symbol: string) => string | null

/** A formula as a product: a number over a number, times what cannot be split further, in a fixed order. */
interface Product {
  readonly over: Decimal
  readonly under: Decimal
  readonly key: string
}

const ONE = new Decimal(1)

const spellingOf = (bindings: Readonly<Record<string, ElementBinding>>): Spell => {
  return (symbol) => {
    const binding = bindings[symbol]
    return binding ? `${binding.element}@${binding.period}` : null
  }
}

/** What the measures of a version stand for, by the canonical text of their formulas over elements and years. */
export class ReadableFigures {
  readonly #byKey = new Map<string, { readonly measure: Measure; readonly product: Product }>()

  constructor(kpis: readonly KpiDefinition[]) {
    for (const kpi of kpis) {
      const spell = spellingOf(bindingsOf(kpi))
      const { headline, subMeasures } = formulasOf(kpi)
      this.#keep({ kpi: kpi.code, subMeasure: null }, headline, spell)
      for (const [code, formula] of subMeasures) {
        this.#keep({ kpi: kpi.code, subMeasure: code }, formula, spell)
      }
    }
  }

  #keep(measure: Measure, formula: Formula, spell: Spell): void {
    const product = productOf(formula, spell)
    if (product === null || product.key === '' || product.over.isZero()) return
    // The same quantity may be shown by two KPIs; the first in the order of the framework speaks for it.
    if (!this.#byKey.has(product.key)) this.#byKey.set(product.key, { measure, product })
  }

  /**
   * A formula with every part that some measure shows replaced by that measure. What is left are symbols of figures that no
   * release opens: `closed` names them.
   */
  read(formula: Formula, bindings: Readonly<Record<string, ElementBinding>>): ReadFormula {
    const spell = spellingOf(bindings)
    const measures = new Map<string, Measure>()
    const closed = new Set<string>()

    const visit = (node: Formula): Formula => {
      const product = productOf(node, spell)
      const shown = product && this.#byKey.get(product.key)
      if (product && shown) return scaled(node, product, shown.product, place(shown.measure))
      switch (node.kind) {
        case 'NUMBER':
          return node
        case 'SYMBOL':
          closed.add(bindings[symbolOf(node)]?.element ?? symbolOf(node))
          return node
        case 'NEGATE':
          return { ...node, operand: visit(node.operand) }
        case 'BINARY':
          return { ...node, left: visit(node.left), right: visit(node.right) }
        case 'CALL':
          return { ...node, args: node.args.map(visit) }
      }
    }
    const place = (measure: Measure): string => {
      const symbol = `MEASURE_${measure.kpi}_${measure.subMeasure ?? ''}`
      measures.set(symbol, measure)
      return symbol
    }
    return { formula: visit(formula), measures, closed: [...closed] }
  }
}

export interface ReadFormula {
  readonly formula: Formula
  /** Measures by the symbols that stand for them in the formula. */
  readonly measures: ReadonlyMap<string, Measure>
  /** Codes of data elements whose figures nobody outside reads. */
  readonly closed: readonly string[]
}

/** The measure times the numbers by which the two products differ. */
function scaled({ at }: Formula, wanted: Product, shown: Product, name: string): Formula {
  const symbol: Formula = { kind: 'SYMBOL', name, period: null, at }
  const over = wanted.over.mul(shown.under)
  const under = wanted.under.mul(shown.over)
  if (over.eq(under)) return symbol
  const number = (value: Decimal): Formula => ({ kind: 'NUMBER', value: formatDecimal(value), at })
  const times: Formula = { kind: 'BINARY', operator: '*', left: symbol, right: number(over), at }
  return { kind: 'BINARY', operator: '/', left: times, right: number(under), at }
}

function productOf(node: Formula, spell: Spell): Product | null {
  const factors: string[] = []
  let over = ONE
  let under = ONE
  let isReadable = true

  const visit = (part: Formula, isOver: boolean): void => {
    if (part.kind === 'BINARY' && (part.operator === '*' || part.operator === '/')) {
      visit(part.left, isOver)
      visit(part.right, part.operator === '*' ? isOver : !isOver)
      return
    }
    if (part.kind === 'NUMBER') {
      if (isOver) over = over.mul(toDecimal(part.value))
      else under = under.mul(toDecimal(part.value))
      return
    }
    const key = keyOf(part, spell)
    if (key === null) isReadable = false
    else factors.push(`${isOver ? '*' : '/'}${key}`)
  }
  visit(node, true)
  if (!isReadable || under.isZero()) return null
  return { over, under, key: factors.toSorted().join('') }
}

/** The canonical text of what is no product; null where a symbol stands for nothing. */
function keyOf(node: Formula, spell: Spell): string | null {
  switch (node.kind) {
    case 'NUMBER':
      return node.value
    case 'SYMBOL':
      return spell(symbolOf(node))
    case 'NEGATE':
      return joined('-', [whole(node.operand, spell)])
    case 'BINARY':
      return node.operator === '+' || node.operator === '-'
        ? joined('sum', termsOf(node, spell))
        : whole(node, spell)
    case 'CALL':
      return joined(
        node.name,
        node.args.map((arg) => whole(arg, spell)),
      )
  }
}

function termsOf(node: Formula, spell: Spell, sign: '+' | '-' = '+'): (string | null)[] {
  if (node.kind === 'BINARY' && (node.operator === '+' || node.operator === '-')) {
    const flipped = sign === '+' ? '-' : '+'
    const right = node.operator === '+' ? sign : flipped
    return [...termsOf(node.left, spell, sign), ...termsOf(node.right, spell, right)]
  }
  const key = whole(node, spell)
  return [key === null ? null : `${sign}${key}`]
}

function whole(node: Formula, spell: Spell): string | null {
  const product = productOf(node, spell)
  return product && `[${formatDecimal(product.over)}/${formatDecimal(product.under)}${product.key}]`
}

const joined = (name: string, parts: readonly (string | null)[]): string | null =>
  parts.includes(null) ? null : `${name}(${parts.toSorted().join(',')})`
