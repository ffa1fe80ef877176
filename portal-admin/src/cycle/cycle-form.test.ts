import { describe, expect, test } from 'vitest'
import { correctionInput, cycleInput, dayOf, startOfDay, type CycleForm } from './cycle-form'
import { usualPlan } from './plan-form'

const filled: CycleForm = {
  frameworkVersionId: 'FV_1',
  reportingYear: '2026',
  number: '3',
  code: ' C2026 ',
  nameEn: 'Cycle 3',
  nameFr: 'Cycle 3',
  opensOn: '2027-12-01',
  closesOn: '2028-06-30',
  reminders: '30, 7, 1',
  plan: { ...usualPlan },
}
const reasonsOf = (over: Partial<CycleForm>) => {
  const made = cycleInput({ ...filled, ...over })
  return 'problems' in made ? made.problems.map(({ path, reason }) => [path[1], reason]) : []
}

describe('a cycle as typed', () => {
  test('is sent from the first moment of its first day to the last of its last', () => {
    const made = cycleInput(filled)

    expect(made).toMatchObject({
      input: { reportingYear: 2026, number: 3, code: 'C2026', reminderDays: [30, 7, 1] },
    })
    if (!('input' in made)) throw new Error('not sent')
    const opens = new Date(made.input.opensAt as string)
    const closes = new Date(made.input.closesAt as string)
    expect([opens.getHours(), opens.getMinutes()]).toEqual([0, 0])
    expect([closes.getHours(), closes.getMinutes()]).toEqual([23, 59])
  })

  test('says everything that is missing at once, in the order of the form', () => {
    const empty = {
      ...Object.fromEntries(Object.keys(filled).map((key) => [key, ''])),
      plan: { ...usualPlan, publicMinimum: '' },
    }

    expect(reasonsOf(empty)).toEqual([
      ['frameworkVersionId', 'CHOICE_MISSING'],
      ['reportingYear', 'YEAR_MISSING'],
      ['opensAt', 'DATE_MISSING'],
      ['closesAt', 'DATE_MISSING'],
      ['plan', 'NUMBER_MISSING'],
      ['number', 'NUMBER_MISSING'],
      ['code', 'CODE_MISSING'],
      ['nameEn', 'TEXT_MISSING'],
      ['nameFr', 'TEXT_MISSING'],
    ])
  })

  test('says what else is wrong while something is missing', () => {
    expect(reasonsOf({ number: '', closesOn: '2027-11-30' })).toEqual([
      ['closesAt', 'END_BEFORE_START'],
      ['number', 'NUMBER_MISSING'],
    ])
  })

  test('takes no year and no number that is not written in digits', () => {
    expect(reasonsOf({ reportingYear: '26', number: '3.5' })).toEqual([
      ['reportingYear', 'YEAR_MISSING'],
      ['number', 'NUMBER_MISSING'],
    ])
  })

  test('leaves to the server whether code and period are right', () => {
    expect(reasonsOf({ code: 'c', closesOn: '2027-11-30' })).toEqual([])
  })
})

describe('a cycle as corrected', () => {
  test('sends what was changed, and days that stay not at all', () => {
    expect(
      correctionInput({ ...filled, nameFr: 'Cycle trois', closesOn: '2028-05-31' }, filled),
    ).toEqual({
      input: { nameFr: 'Cycle trois', closesAt: new Date('2028-05-31T23:59:59').toISOString() },
    })
    expect(correctionInput({ ...filled, code: 'C2026' }, filled)).toEqual({ input: {} })
  })

  test('says everything that is missing at once', () => {
    const made = correctionInput({ ...filled, reportingYear: '', code: ' ', nameEn: '' }, filled)

    expect('problems' in made && made.problems.map(({ path }) => path[1])).toEqual([
      'reportingYear',
      'code',
      'nameEn',
    ])
  })

  test('is shown with the day here of each moment', () => {
    expect(dayOf(startOfDay('2028-01-09'))).toBe('2028-01-09')
  })
})
