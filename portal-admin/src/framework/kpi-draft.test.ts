import { expect, test } from 'vitest'
import { changesOf } from './kpi-changes'
import { draftOf, type EditableKpi } from './kpi-draft'
import { figureProblems } from './kpi-problems'
import { agreesWith } from './sample-verdict'

const kpi: EditableKpi = {
  id: 'KP_1',
  nameEn: 'Rulings',
  nameFr: 'Rulings',
  nameFrServed: 'EN',
  descriptionEn: 'Share of rulings.',
  descriptionFr: 'Part des décisions.',
  descriptionFrServed: 'FR',
  kind: 'RATIO',
  instruments: [{ code: 'RKC' }, { code: 'SAFE' }],
  sdgTargets: [{ code: '9.1' }],
  subMeasures: [
    {
      code: 'IMP',
      nameEn: 'Import',
      nameFr: 'Import',
      nameFrServed: 'EN',
      formula: 'A',
      unit: '%',
    },
  ],
  provenance: { status: 'INVENTED', fields: [], sources: [] },
  unit: '%',
  decimals: 1,
  direction: 'HIGHER',
  weight: '1',
  range: { min: '0', max: '100' },
  normalisation: { method: 'LINEAR', floor: '0', goal: '100' },
  formula: '100*A/B',
  elements: [],
  samples: [],
}

test('nothing typed is nothing changed, and a box ticked again neither', () => {
  const draft = draftOf(kpi)

  expect(changesOf(draftOf(kpi), draft)).toEqual({})
  expect(changesOf(draftOf(kpi), { ...draft, instruments: ['SAFE', 'RKC'] })).toEqual({})
})

test('mappings are part of the KPI and go to the server with the rest', () => {
  const draft = {
    ...draftOf(kpi),
    instruments: ['SAFE'],
    sdgTargets: ['9.1', '17.10'],
    unit: ' pt ',
  }

  expect(changesOf(draftOf(kpi), draft)).toEqual({
    instruments: ['SAFE'],
    sdgTargets: ['9.1', '17.10'],
    unit: 'pt',
  })
})

test('a missing French name of a sub-measure is an empty field, and all sub-measures go together', () => {
  const draft = draftOf(kpi)
  expect(draft.subMeasures[0]?.nameFr).toBe('')

  draft.subMeasures[0]!.nameFr = 'Importations '
  draft.subMeasures.push({ code: 'EXP', nameEn: 'Export', nameFr: '', formula: ' B ', unit: '%' })

  expect(changesOf(draftOf(kpi), draft)).toEqual({
    subMeasures: [
      { code: 'IMP', name: { en: 'Import', fr: 'Importations' }, formula: 'A', unit: '%' },
      { code: 'EXP', name: { en: 'Export', fr: '' }, formula: 'B', unit: '%' },
    ],
  })
})

test('a result without end agrees with what is written of it, and with no less than the KPI shows', () => {
  const third = { state: 'REPORTED', value: `33.${'3'.repeat(48)}` }
  const agrees = (expectedValue: string, decimals: string) =>
    agreesWith({ expectedState: 'REPORTED', expectedValue }, third, decimals)

  expect(agrees('33.3', '1')).toBe(true)
  expect(agrees('33.33', '1')).toBe(true)
  expect(agrees(`33.${'3'.repeat(20)}`, '1')).toBe(true)
  expect(agrees('33', '0')).toBe(true)
  expect(agrees('33', '1')).toBe(false)
  expect(agrees('33.34', '1')).toBe(false)
  expect(agrees(`33.${'3'.repeat(19)}4`, '1')).toBe(false)
  expect(agrees('', '1')).toBe(false)
})

test('a figure no server takes is a problem at its place, before anything is sent', () => {
  const draft = draftOf({
    ...kpi,
    elements: [{ symbol: 'A', period: 'T', role: 'VALUE', element: { code: 'PART' } }],
    samples: [
      {
        name: 'thirds',
        expectedState: 'REPORTED',
        expectedValue: `33.${'3'.repeat(48)}`,
        values: [{ symbol: 'A', value: '1,5' }],
      },
    ],
  })
  const places = (over = {}) =>
    figureProblems({ ...draft, ...over }).map(({ reason, path }) => `${reason} ${path.join('.')}`)

  expect(places()).toEqual([
    'BAD_FIGURE input.samples.0.A',
    'BAD_FIGURE input.samples.0.expectedValue',
  ])
  expect(places({ samples: [], weight: '', floor: 'x' })).toEqual([
    'BAD_FIGURE input.weight',
    'BAD_FIGURE input.normalisation',
  ])
  expect(places({ samples: [] })).toEqual([])
})
