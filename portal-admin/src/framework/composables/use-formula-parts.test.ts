import { describe, expect, test } from 'vitest'
import { ref, type Ref } from 'vue'
import type { KpiDraft } from '../kpi-draft'
import { useFormulaParts } from './use-formula-parts'

type Binding = KpiDraft['elements'][number]

const bound = (symbol: string, element: string, over: Partial<Binding> = {}): Binding => ({
  symbol,
  element,
  period: 'T',
  role: 'NUMERATOR',
  ...over,
})
const draftWith = (over: Partial<KpiDraft>) =>
  ref({ formula: '', kind: 'RATIO', elements: [], undefinedWhen: '', ...over }) as Ref<KpiDraft>
const roles = ({ value }: Ref<KpiDraft>) => value.elements.map(({ role }) => role)

describe('the part of a symbol', () => {
  test('follows from where the formula has it, by letter or by code', () => {
    const draft = draftWith({})
    useFormulaParts(draft)

    draft.value.elements.push(bound('A', 'MANIF_E'))
    draft.value.formula = '100*MANIF_E'
    expect(roles(draft)).toEqual(['VALUE'])
    expect(draft.value.undefinedWhen).toBe('')
    draft.value.elements.push(bound('B', 'MANIF_ALL'))
    draft.value.formula = '100*MANIF_E/MANIF_ALL'
    expect(roles(draft)).toEqual(['NUMERATOR', 'DENOMINATOR'])
    expect(draft.value.undefinedWhen).toBe('DENOMINATOR_ZERO')
    draft.value.formula = '100*B/(2+A)'
    expect(roles(draft)).toEqual(['DENOMINATOR', 'NUMERATOR'])
    draft.value.formula = 'A+B'
    expect(roles(draft)).toEqual(['VALUE', 'VALUE'])
    expect(draft.value.undefinedWhen).toBe('')
  })

  test('is the present year or the base where a variation is measured', () => {
    const draft = draftWith({ kind: 'VARIATION' })
    useFormulaParts(draft)

    draft.value.elements.push(bound('A', 'AEO'), bound('B', 'AEO', { period: 'T_1' }))
    draft.value.formula = '100*(AEO-AEO[T-1])/AEO[T-1]'

    expect(roles(draft)).toEqual(['CURRENT', 'BASE'])
    expect(draft.value.undefinedWhen).toBe('BASE_ZERO')
  })

  test('stays where somebody chose it, now or before', () => {
    const draft = draftWith({ formula: 'A/B', elements: [bound('A', 'X'), bound('B', 'Y')] })
    const { choose } = useFormulaParts(draft)
    expect(roles(draft)).toEqual(['NUMERATOR', 'NUMERATOR'])

    choose('A')
    draft.value.formula = 'B/A'

    expect(roles(draft)).toEqual(['NUMERATOR', 'NUMERATOR'])
  })

  test('of another KPI is left as it is saved', () => {
    const draft = draftWith({ formula: 'A', elements: [bound('A', 'X', { role: 'VALUE' })] })
    useFormulaParts(draft)

    draft.value = draftWith({
      formula: '1/A',
      elements: [bound('A', 'X', { role: 'VALUE' })],
    }).value

    expect(roles(draft)).toEqual(['VALUE'])
  })
})
