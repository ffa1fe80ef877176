/** Unit that a symbol is declared in. Counted things, such as declarations, may vanish below a fraction bar. */
export interface SymbolUnit {
  readonly unit: string
  readonly counted: boolean
}

/** A unit as powers of declared units; no power at all is a pure number. */
export type Unit = ReadonlyMap<string, { readonly power: number; readonly counted: boolean }>

export const PURE_NUMBER: Unit = new Map()

export function unitOf({ unit, counted }: SymbolUnit): Unit {
  return unit === '' || unit === 'number' ? PURE_NUMBER : new Map([[unit, { power: 1, counted }]])
}

export function timesUnit(left: Unit, right: Unit, sign: 1 | -1): Unit {
  const product = new Map(left)
  for (const [name, { power, counted }] of right) {
    const sum = (product.get(name)?.power ?? 0) + sign * power
    if (sum === 0) product.delete(name)
    else product.set(name, { power: sum, counted })
  }
  return product
}

export function sameUnit(left: Unit, right: Unit): boolean {
  return timesUnit(left, right, -1).size === 0
}

export function unitText(unit: Unit): string {
  const over = [...unit].filter(([, { power }]) => power > 0).map(powerText)
  const under = [...unit].filter(([, { power }]) => power < 0).map(powerText)
  if (over.length === 0 && under.length === 0) return 'number'
  return [over.join(' * ') || '1', ...under].join(' / ')
}

/**
 * Whether a measure declared in a unit may come out of a formula: `%` from a pure number, `count` from one kind of
 * counted things, and hours also from hours per consignment.
 */
export function servesAs(found: Unit, declared: string): boolean {
  if (declared === '%') return found.size === 0
  const [only] = found
  if (declared === 'count') {
    return found.size === 1 && only !== undefined && only[1].counted && only[1].power === 1
  }
  const rest = [...found].filter(([, { power, counted }]) => !(counted && power < 0))
  return rest.length === 1 && rest[0]?.[0] === declared && rest[0][1].power === 1
}

function powerText([name, { power }]: [string, { readonly power: number }]): string {
  const size = Math.abs(power)
  return size === 1 ? name : `${name}^${size}`
}
