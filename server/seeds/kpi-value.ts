import { Decimal } from 'decimal.js'
import type { DemoAssessment, KpiInput } from './world.ts'

/** The forms of formula the demonstration catalogue knows, over the figures bound to symbols. */
const FORMS: Readonly<Record<string, (f: Record<'A' | 'B' | 'C' | 'D', Decimal>) => Decimal>> = {
  A: ({ A }) => A,
  'A/B': ({ A, B }) => A.div(B),
  '100*A/B': ({ A, B }) => A.mul(100).div(B),
  '100*(A-B)/B': ({ A, B }) => A.sub(B).mul(100).div(B),
  '100*(A+C)/(B+D)': ({ A, B, C, D }) => A.add(C).mul(100).div(B.add(D)),
}

/** Value of a KPI by the figures of an assessment, or null where it cannot be computed. */
export function kpiValue(
  kpi: KpiInput,
  assessment: Pick<DemoAssessment, 'values'>,
  year: number,
): Decimal | null {
  const form = FORMS[kpi.formula]
  if (form === undefined) throw new Error(`${kpi.code} has a formula of an unknown form`)
  const nothing = new Decimal(0)
  const figures = { A: nothing, B: nothing, C: nothing, D: nothing }
  for (const { symbol, element, period } of kpi.elements) {
    const of = period === 'T' ? year : year - 1
    const found = assessment.values.find((v) => v.element === element && v.year === of)
    if (found === undefined) return null
    if (symbol !== 'A' && symbol !== 'B' && symbol !== 'C' && symbol !== 'D') return null
    figures[symbol] = new Decimal(found.value)
  }
  const value = form(figures)
  return value.isFinite() ? value : null
}
