import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ElementBinding, FrameworkDefinition } from '#framework/definition'
import { bindingsOf, evaluate, parse, symbolsOf } from '#framework/formula'
import { ReadableFigures } from './readable-figures'

const file = new URL('../../../data/pmm-v1.json', import.meta.url)
const { kpis } = JSON.parse(readFileSync(file, 'utf8')) as FrameworkDefinition
const readable = new ReadableFigures(kpis)

const bind = (elements: Readonly<Record<string, string>>) =>
  bindingsOf({
    elements: Object.entries(elements).map(([symbol, place]): ElementBinding => {
      const [element = '', period = 'T'] = place.split('@')
      return { symbol, element, period: period as 'T' | 'T-1', role: 'VALUE' }
    }),
  } as never)

function read(text: string, elements: Readonly<Record<string, string>>) {
  const parsed = parse(text)
  if (!parsed.ok) throw new Error(text)
  return readable.read(parsed.formula, bind(elements))
}

const seen = (text: string, elements: Readonly<Record<string, string>>) => {
  const { measures, closed } = read(text, elements)
  return {
    measures: [...measures.values()].map(({ kpi, subMeasure }) => [kpi, subMeasure]),
    closed,
  }
}

const declarations = { A: 'DECL_ELECTRONIC', B: 'DECL_ALL' }

describe('what a draft formula may be computed from', () => {
  test('is a measure of the release, however its product is written', () => {
    for (const text of ['100*A/B', 'A/B', 'A*100/B', '(A/B)*50', '1-A/B', 'min(100*A/B, 80)']) {
      expect(seen(text, declarations), text).toEqual({ measures: [['TF-01-1', null]], closed: [] })
    }
    expect(seen('100*(A-B)/B', { A: 'AEO_COUNT', B: 'AEO_COUNT@T-1' }).measures).toEqual([
      ['TF-02-1', null],
    ])
    expect(seen('100*(C+A)/(D+B)', { A: 'IMP_VALUE_AEO', B: 'IMP_VALUE_ALL', C: 'EXP_VALUE_AEO', D: 'EXP_VALUE_ALL' }).measures)
      .toEqual([['TF-02-2', null]]) // prettier-ignore
    expect(seen('A/B', { A: 'IMP_VALUE_AEO', B: 'IMP_VALUE_ALL' }).measures).toEqual([
      ['TF-02-2', 'IMP'],
    ])
  })

  test('is an element only where a KPI is that element and nothing else', () => {
    expect(seen('A', { A: 'RULING_LEVEL' })).toEqual({ measures: [['TF-05-2', null]], closed: [] })
    expect(seen('A', declarations).closed).toEqual(['DECL_ELECTRONIC'])
    expect(seen('A', { A: 'RULING_LEVEL@T-1' }).closed).toEqual(['RULING_LEVEL'])
  })

  test('is never a figure behind a measure, whatever stands around it', () => {
    for (const text of [
      'A+0*A/B',
      '(100*A/B)*B',
      'B',
      'A/B/B',
      '(A/B)/(1/B)',
      'abs(A)/B',
      'sum(A)/B',
      '-A',
    ]) {
      expect(seen(text, declarations).closed, text).not.toEqual([])
    }
    expect(seen('100*(B-A)/B', { A: 'AEO_COUNT', B: 'AEO_COUNT@T-1' }).closed).not.toEqual([])
  })

  test('gives what the figures themselves would give', () => {
    const figure = fc.integer({ min: 1, max: 99_999 }).map(String)
    const factor = fc.constantFrom('1', '0.5', '100', '3')
    fc.assert(
      fc.property(figure, figure, factor, factor, (a, b, over, under) => {
        const text = `${over}*A/(${under}*B)`
        const { formula, measures } = read(text, declarations)
        const direct = parse(text)
        const [symbol = ''] = measures.keys()
        const released = parse('100*A/B')
        if (!direct.ok || !released.ok) throw new Error(text)
        const value = evaluate(released.formula, { A: a, B: b })
        if (value.state !== 'VALUE') throw new Error('no value')
        const shown = evaluate(formula, { [symbol]: value.value })
        const exact = evaluate(direct.formula, { A: a, B: b })
        expect(symbolsOf(formula)).toEqual([symbol])
        if (shown.state !== 'VALUE' || exact.state !== 'VALUE') throw new Error('no value')
        expect(Number(shown.value)).toBeCloseTo(Number(exact.value), 9)
      }),
      { numRuns: Number(process.env['TEST_FORMULA_RUNS'] ?? 200) }, // oxlint-disable-line no-process-env
    )
  })
})
