import { describe, expect, test } from 'vitest'
import { useWorld } from '../../../../tests/setup/world.ts'
import { figuresOf, mine, saveFigures } from './figures.testing'

const world = useWorld()
const { opens, check } = figuresOf(world)

const YEAR = 2024
const coordinator = () => world().as('COORDINATOR', 'XAL')

const open = async (rest = 'en') => {
  const who = await coordinator()
  const { id } = await mine(who)
  return { who, id, file: await opens(who, id, rest) }
}
type Found = Awaited<ReturnType<typeof check>>
const figureOf = ({ figureImport }: Found, code: string, period = 'T') =>
  figureImport.figures.find((each: { elementCode: string; period: string }) => each.elementCode === code && each.period === period) // prettier-ignore
const countsOf = ({ figureImport }: Found): Record<string, number> =>
  Object.fromEntries(figureImport.counts.map((each: { state: string; count: number }) => [each.state, each.count])) // prettier-ignore
const valueNow = async (code: string) =>
  (await mine(await coordinator())).working.values.find((each: { elementCode: string; year: number }) => each.elementCode === code && each.year === YEAR) // prettier-ignore

describe('M14: a workbook of figures', () => {
  test('has a sheet a dimension, a row an element in both languages, and says what it belongs to out of sight', async () => {
    const { file } = await open()
    const [heads, , first] = file.rows('TF')
    const french = (await open('RC.fr')).file

    expect(file.book.SheetNames).toEqual(['Read me', 'TF', 'RC', 'EP', 'OD', 'pmm'])
    expect(file.hiddenness('pmm')).toBe(2)
    expect(heads).toEqual([
      'Code', 'Data element', 'In French', 'Unit', 'What to enter', 'KPIs', 'Figure 2023 (T-1)', 'Estimate 2023',
      'Source or note 2023', 'Figure 2024 (T)', 'Estimate 2024', 'Source or note 2024',
    ]) // prettier-ignore
    expect(first!.slice(0, 6)).toEqual([
      'DECL_ELECTRONIC', 'Declarations submitted and processed electronically', 'Déclarations déposées et traitées par voie électronique',
      'declarations', 'Whole number from 0', 'TF-01-1',
    ]) // prettier-ignore
    expect(french.book.SheetNames).toEqual(['À lire', 'RC', 'pmm'])
    expect(french.rows('RC')[0]!.slice(0, 7)).toEqual([
      'Code', 'Élément de données', 'En anglais', 'Unité', 'À saisir', 'ICP', 'Chiffre 2023 (T-1)',
    ]) // prettier-ignore
    expect(new Set(file.codes('TF').concat(file.codes('RC'), file.codes('EP'), file.codes('OD'))).size).toBe(['TF', 'RC', 'EP', 'OD'].reduce((sum, name) => sum + file.codes(name).length, 0)) // prettier-ignore
  })

  test('holds what the same person reads by GraphQL, no more and no less', async () => {
    const { who, file } = await open()
    const { working } = await mine(who)
    const read = new Map(working.values.map((each: { elementCode: string; year: number; value: string }) => [`${each.elementCode} ${each.year}`, each.value])) // prettier-ignore
    const held = new Map<string, unknown>()
    for (const name of ['TF', 'RC', 'EP', 'OD']) {
      for (const code of file.codes(name)) {
        for (const [period, year] of [
          ['T-1', 2023],
          ['T', 2024],
        ] as const) {
          // prettier-ignore
          const key = `value.${period}`
          const value = file.keys(name).includes(key) ? file.valueOf(name, code, key) : undefined
          if (value != null) held.set(`${code} ${year}`, String(value))
        }
      }
    }
    const asShown = (value: unknown, key: string) =>
      ['Yes', 'No'].includes(String(held.get(key))) ? (value === '1' ? 'Yes' : 'No') : value

    expect([...held].sort()).toEqual([...read].map(([key, value]) => [key, asShown(value, String(key))]).sort()) // prettier-ignore
  })

  test('that comes back as it went changes nothing, whatever program saved it', async () => {
    const { who, id, file } = await open()
    const found = await check(who, id, file.saves())

    expect(found.problems).toEqual([])
    expect(Object.keys(countsOf(found))).toEqual(['UNCHANGED'])
  })

  test('is matched by code and key: rows turned round, columns added and moved, a title above, rows deleted', async () => {
    const { who, id, file } = await open('RC.en')
    file.types('RC', 'REVENUE_COLLECTED', 'value.T', 640_000_000)
    file.types('RC', 'PCC_ALL', 'value.T', 50)
    file.types('RC', 'OPEX', 'note.T', 'Closed accounts')
    file.types('RC', 'OPEX', 'estimate.T', 'Oui')
    file.rearranges('RC', ([heads = [], keys = [], ...rows]) => [
      ['Our working copy'],
      [],
      ['Who', ...heads].toReversed(),
      ['who', ...keys].toReversed(),
      ...rows.filter(([code]) => code !== 'ORIGIN_ALL').map((row) => ['Finance', ...row].toReversed()).toReversed(), // prettier-ignore
    ])
    const found = await check(who, id, file.saves())

    expect(found.problems).toEqual([])
    expect(figureOf(found, 'REVENUE_COLLECTED')).toMatchObject({
      state: 'CHANGED', at: expect.stringMatching(/^RC![A-Z]+\d+$/), year: YEAR,
      result: { value: '640000000', isEstimated: false, note: null }, current: { value: '618907000' },
    }) // prettier-ignore
    expect(figureOf(found, 'PCC_ALL')).toMatchObject({ state: 'NEW', result: { value: '50' }, current: { value: null, version: 0 } }) // prettier-ignore
    expect(figureOf(found, 'OPEX')).toMatchObject({
      state: 'CHANGED', result: { value: '22119000', isEstimated: true, note: 'Closed accounts' },
    }) // prettier-ignore
    expect(figureOf(found, 'ORIGIN_ALL')).toBeUndefined()
    expect(countsOf(found)).toMatchObject({ NEW: 1, CHANGED: 2 })
  })

  test('reads texts as its language writes them, and refuses what can be read in two ways, with the cell', async () => {
    const english = await open('TF.en')
    english.file.types('TF', 'IMP_VALUE_AEO', 'value.T', '1,234.5')
    english.file.types('TF', 'IMP_VALUE_ALL', 'value.T', '1 234,5')
    const french = await open('TF.fr')
    french.file.types('TF', 'IMP_VALUE_AEO', 'value.T', '1 234,5')
    const doubtful = french.file.types('TF', 'IMP_VALUE_ALL', 'value.T', '1.234')
    const unit = french.file.types('TF', 'EXP_VALUE_AEO', 'value.T', '12 %')
    const missing = french.file.types('TF', 'EXP_VALUE_ALL', 'value.T', 'n/a')
    const inEnglish = await check(english.who, english.id, english.file.saves())
    const inFrench = await check(french.who, french.id, french.file.saves(), 'FR')

    expect(figureOf(inEnglish, 'IMP_VALUE_AEO')).toMatchObject({ state: 'CHANGED', typed: '1,234.5', result: { value: '1234.5' } }) // prettier-ignore
    expect(figureOf(inEnglish, 'IMP_VALUE_ALL')).toMatchObject({ state: 'CHANGED', result: { value: '1234.5' } }) // prettier-ignore
    expect(inFrench.figureImport.locale).toBe('FR')
    expect(figureOf(inFrench, 'IMP_VALUE_AEO')).toMatchObject({ state: 'CHANGED', result: { value: '1234.5' } }) // prettier-ignore
    expect(['IMP_VALUE_ALL', 'EXP_VALUE_AEO', 'EXP_VALUE_ALL'].map((code) => figureOf(inFrench, code).problems[0])).toEqual([
      { at: doubtful, reason: 'AMBIGUOUS', message: expect.stringContaining('deux façons') },
      { at: unit, reason: 'HAS_UNIT', message: expect.stringContaining('sans unité') },
      { at: missing, reason: 'LOOKS_MISSING', message: expect.any(String) },
    ]) // prettier-ignore
  })

  test('says what the checks will say of a figure by itself, in both languages, and takes it all the same', async () => {
    const { who, id, file } = await open('RC.en')
    file.types('RC', 'PCC_ALL', 'value.T', 350.5)
    file.types('RC', 'OPEX', 'value.T', -5)
    file.types('RC', 'REVENUE_COLLECTED', 'value.T', 640_000_000)
    const found = await check(who, id, file.saves(), 'FR')
    const findings = (code: string) => figureOf(found, code).findings

    expect(figureOf(found, 'PCC_ALL')).toMatchObject({ state: 'NEW', result: { value: '350.5' }, problems: [] }) // prettier-ignore
    expect(findings('PCC_ALL')).toEqual([
      { kind: 'NOT_AN_INTEGER', level: 'BLOCK', message: expect.stringMatching(/un nombre entier est attendu \(350,5\)/) },
    ]) // prettier-ignore
    expect(findings('OPEX').map(({ kind, level }: { kind: string; level: string }) => `${kind} ${level}`)).toContain('NEGATIVE BLOCK') // prettier-ignore
    expect(findings('REVENUE_COLLECTED')).toEqual([])
  })

  test('keeps what spreadsheets make of numbers apart: noise of arithmetic, percentages, dates, errors, digits', async () => {
    const { who, id, file } = await open()
    file.types('TF', 'IMP_VALUE_AEO', 'value.T', 0.1 + 0.2)
    file.types('TF', 'EXP_VALUE_AEO', 'value.T', '12345678901234567890.5')
    file.types('OD', 'INTEGRITY_LEVEL', 'value.T', 'in place')
    file.types('OD', 'MISCONDUCT_CHANNEL', 'value.T', false)
    const wrong = [
      ['PERCENT_CELL', file.types('TF', 'DECL_ALL', 'value.T', { t: 'n', v: 0.5, z: '0%' })],
      ['DATE_CELL', file.types('TF', 'DATA_ALIGNED', 'value.T', { t: 'n', v: 45_658, z: 'yyyy-mm-dd' })], // prettier-ignore
      ['ERROR_CELL', file.types('TF', 'DATA_REQUESTED', 'value.T', { t: 'e', v: 0x17, w: '#REF!' })],
      ['FORMULA_CELL', file.types('TF', 'PAY_ALL', 'value.T', { t: 'n', v: 3, f: '1+2' })],
      ['TOO_PRECISE', file.types('TF', 'IMP_VALUE_ALL', 'value.T', 1234567890123456)],
      ['NOT_YES_NO', file.types('TF', 'MRA_IN_FORCE', 'estimate.T', 'perhaps')],
      ['TEXT_TOO_LONG', file.types('TF', 'EXP_VALUE_ALL', 'note.T', 'x'.repeat(2001))],
      ['ESTIMATE_ALONE', file.types('RC', 'PCC_ALL', 'estimate.T', 'Yes')],
      ['YEAR_NOT_ASKED', file.types('RC', 'REVENUE_TARGET', 'value.T-1', 5)],
      ['DERIVED', file.types('OD', 'INSTRUMENT_LEVEL_MEAN', 'value.T', 4)],
      ['DECLARED', file.types('EP', 'CTRL_ENV_ALL', 'value.T', 4)],
    ] as const // prettier-ignore
    const found = await check(who, id, file.saves())
    const rejected = found.figureImport.figures.filter((each: { state: string }) => each.state === 'REJECTED') // prettier-ignore
    const problems = rejected.flatMap((each: { problems: { reason: string; at: string }[] }) => each.problems.map(({ reason, at }) => [reason, at])) // prettier-ignore

    expect(figureOf(found, 'IMP_VALUE_AEO').result.value).toBe('0.3')
    expect(figureOf(found, 'EXP_VALUE_AEO').result.value).toBe('12345678901234567890.5')
    expect(figureOf(found, 'INTEGRITY_LEVEL').result.value).toBe('3')
    expect(figureOf(found, 'MISCONDUCT_CHANNEL').result.value).toBe('0')
    expect([...problems].sort()).toEqual(wrong.map((each) => [...each]).sort())
    expect(rejected.every((each: { result: unknown }) => each.result === null)).toBe(true)
  })

  test('an emptied cell leaves the figure, a code twice is refused at both places, a row without one is named', async () => {
    const { who, id, file } = await open('RC.en')
    file.types('RC', 'REVENUE_TARGET', 'value.T', '')
    file.types('RC', 'OPEX', 'value.T', 1)
    file.rearranges('RC', (rows) => {
      const opex = rows.find(([code]) => code === 'OPEX')!
      const unknown = ['NO_SUCH_CODE', ...opex.slice(1)]
      return [...rows, opex, unknown, [null, ...opex.slice(1)]]
    })
    const found = await check(who, id, file.saves())
    const twice = found.figureImport.figures.filter((each: { elementCode: string }) => each.elementCode === 'OPEX') // prettier-ignore
    const rows = file.rows('RC').length

    expect(figureOf(found, 'REVENUE_TARGET')).toMatchObject({ state: 'UNCHANGED', result: null })
    expect(twice.map((each: { state: string; problems: object[] }) => [each.state, each.problems])).toEqual([
      ['REJECTED', [{ at: 'RC!A5', reason: 'CODE_TWICE', message: expect.stringContaining(`RC!A${rows - 2}`) }]],
      ['REJECTED', [{ at: `RC!A${rows - 2}`, reason: 'CODE_TWICE', message: expect.stringContaining('RC!A5') }]],
    ]) // prettier-ignore
    expect(figureOf(found, 'NO_SUCH_CODE').problems).toEqual([{ at: `RC!A${rows - 1}`, reason: 'UNKNOWN_ELEMENT', message: expect.any(String) }]) // prettier-ignore
    expect(found.figureImport.strays.map(({ at, reason }: { at: string; reason: string }) => [at, reason])).toEqual([
      [`RC!J${rows}`, 'NO_CODE'], [`RC!K${rows}`, 'NO_CODE'],
    ]) // prettier-ignore
  })

  test('a text that a spreadsheet would run goes out harmless and comes back as it was', async () => {
    const { who, id } = await open('RC.en')
    const note = '=HYPERLINK("http://evil.example")\nsecond line'
    const before = await valueNow('OPEX')
    await saveFigures(who, { assessmentId: id, cells: [{ elementCode: 'OPEX', year: YEAR, value: before.value, note, expectedVersion: before.version }] }) // prettier-ignore
    const file = await opens(who, id, 'RC.en')
    const found = await check(who, id, file.saves())

    expect(file.valueOf('RC', 'OPEX', 'note.T')).toBe(`'${note}`)
    expect(figureOf(found, 'OPEX')).toMatchObject({ state: 'UNCHANGED' })
    expect(Object.keys(countsOf(found))).toEqual(['UNCHANGED'])
  })
})

describe('M14: what was compared', () => {
  test('is kept nowhere; saving it goes on the version that was compared, and undoing it gives back everything', async () => {
    const { who, id, file } = await open('EP.en')
    const before = await valueNow('SEIZ_SPECIES')
    file.types('EP', 'SEIZ_SPECIES', 'value.T', 7)
    file.types('EP', 'SEIZ_SPECIES', 'estimate.T', 'No')
    const found = await check(who, id, file.saves())
    const untouched = await valueNow('SEIZ_SPECIES')
    const { result, current, elementCode, year } = figureOf(found, 'SEIZ_SPECIES')
    const cell = { elementCode, year }
    const { version, authorName, ...former } = current
    const taken = await saveFigures(who, { assessmentId: id, cells: [{ ...cell, ...result, expectedVersion: version }] }) // prettier-ignore
    const saved = await valueNow('SEIZ_SPECIES')
    const undone = await saveFigures(who, { assessmentId: id, cells: [{ ...cell, ...former, expectedVersion: taken.results[0].version }] }) // prettier-ignore
    const after = await check(who, id, file.saves())

    expect(authorName).toEqual(expect.any(String))
    expect(untouched).toEqual(before)
    expect(result).toMatchObject({ value: '7', isEstimated: false, note: expect.stringContaining('Two offices') }) // prettier-ignore
    expect(saved.value).toBe('7')
    expect(undone.results[0].isSaved).toBe(true)
    expect((await valueNow('SEIZ_SPECIES')).value).toBe(before.value)
    // Changed and changed back: nothing stands between the file and what is there.
    expect(figureOf(after, 'SEIZ_SPECIES').state).toBe('CHANGED')
  })

  test('meets what a colleague changed since: a conflict only where both changed the same part', async () => {
    const { who, id, file } = await open('EP.en')
    const colleague = async (elementCode: string, change: object) => {
      const { value, version } = await valueNow(elementCode)
      await saveFigures(who, { assessmentId: id, cells: [{ elementCode, year: YEAR, value, ...change, expectedVersion: version }] }) // prettier-ignore
    }
    await colleague('SEIZ_DRUGS', { value: '260' })
    await colleague('SEIZ_ALCOHOL', { value: '70' })
    await colleague('SEIZ_TOBACCO', { note: 'Counted anew' })
    await colleague('SEIZ_MEDICAL', { value: '47' })
    file.types('EP', 'SEIZ_DRUGS', 'value.T', 255)
    file.types('EP', 'SEIZ_ALCOHOL', 'value.T', 70)
    file.types('EP', 'SEIZ_TOBACCO', 'value.T', 334)
    const found = await check(who, id, file.saves())

    expect(figureOf(found, 'SEIZ_DRUGS')).toMatchObject({
      state: 'CONFLICT', result: { value: '255' }, base: { value: '250' }, current: { value: '260', authorName: expect.any(String) },
    }) // prettier-ignore
    expect(figureOf(found, 'SEIZ_ALCOHOL').state).toBe('UNCHANGED')
    expect(figureOf(found, 'SEIZ_TOBACCO')).toMatchObject({ state: 'CHANGED', result: { value: '334', note: 'Counted anew' } }) // prettier-ignore
    // Nobody touched its cell: an old file brings no old figure back.
    expect(figureOf(found, 'SEIZ_MEDICAL')).toMatchObject({ state: 'UNCHANGED', result: null })
  })
})
