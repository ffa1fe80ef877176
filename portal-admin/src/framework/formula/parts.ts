import type { KpiDraft } from '../kpi-draft'

type Role = KpiDraft['elements'][number]['role']

/** Symbols above and below the fraction bars of a formula that may still be unfinished. */
function standing(formula: string) {
  const above = new Set<string>()
  const under = new Set<string>()
  const around: boolean[] = []
  let isUnder = false
  let isDivided = false
  for (const token of formula.match(/[A-Za-z]\w*(?:\[T(?:-1)?\])?|\d+(?:\.\d+)?|\S/g) ?? []) {
    if (token === '/') isDivided = true
    else if (token === '(') {
      around.push(isUnder)
      isUnder ||= isDivided
      isDivided = false
    } else if (token === ')') isUnder = around.pop() ?? false
    else if (/^[A-Z]/.test(token)) {
      ;(isUnder || isDivided ? under : above).add(token)
      isDivided = false
    } else if (/^[\d*+,]/.test(token)) isDivided = false
  }
  return { above, under }
}

/** Part each symbol plays by its place in the formula; a symbol the formula does not use has none. */
export function partsOf({
  formula,
  kind,
  elements,
}: Pick<KpiDraft, 'formula' | 'kind' | 'elements'>): ReadonlyMap<string, Role> {
  const { above, under } = standing(formula)
  const parts = new Map<string, Role>()
  for (const { symbol, element, period } of elements) {
    const spellings = [symbol, `${element}[${period.replace('_', '-')}]`]
    if (period === 'T') spellings.push(element)
    const isAbove = spellings.some((each) => above.has(each))
    const isUnder = spellings.some((each) => under.has(each))
    if (!isAbove && !isUnder) continue
    if (under.size === 0) parts.set(symbol, 'VALUE')
    else if (kind === 'VARIATION') parts.set(symbol, isUnder ? 'BASE' : 'CURRENT')
    else parts.set(symbol, isAbove ? 'NUMERATOR' : 'DENOMINATOR')
  }
  return parts
}

/** Why there may be no value, by what the formula divides by. */
export function undefinedBy({ formula, kind }: Pick<KpiDraft, 'formula' | 'kind'>): string {
  if (standing(formula).under.size === 0) return ''
  return kind === 'VARIATION' ? 'BASE_ZERO' : 'DENOMINATOR_ZERO'
}
