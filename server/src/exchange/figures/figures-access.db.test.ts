import { describe, expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../../tests/setup/world.ts'
import { figuresOf, mine } from './figures.testing'

const world = useWorld()
const { get, opens, check, start } = figuresOf(world)

const SHEETS = ['TF', 'RC', 'EP', 'OD']
const statusOf = async (who: Caller, url: string) => (await get(who, url)).statusCode

describe('who may take figures out', () => {
  test('everybody of the administration, and nobody outside it: not yours is not there', async () => {
    const { id } = await mine(await world().as('COORDINATOR', 'XAL'))
    const url = `/files/assessment/${id}.en.xlsx`
    const own = await Promise.all(
      (['COORDINATOR', 'APPROVER', 'VIEWER'] as const).map(async (hat) => statusOf(await world().as(hat, 'XAL'), url)), // prettier-ignore
    )
    const others = await Promise.all([
      world().as('COORDINATOR', 'XOR'),
      world().as('REVIEWER'),
      world().as('CYCLE_OFFICER'),
      world().as('ADMINISTRATOR'),
      world().as('METHODOLOGY_EDITOR'),
      world().nobody(),
    ])
    const answers = await Promise.all(others.map((who) => get(who, url)))
    const absent = await get(others[0]!, `/files/assessment/QVMAAAAAAAAAAAAAAAAAAAAA.en.xlsx`)
    const wrong = await Promise.all(
      [`${id}.de.xlsx`, `${id}.xlsx`, `${id}.NO-SUCH.en.xlsx`, `${id}.en.csv`, `x.en.xlsx`].map(
        async (name) => statusOf(await world().as('COORDINATOR', 'XAL'), `/files/assessment/${name}`), // prettier-ignore
      ),
    )

    expect(own).toEqual([200, 200, 200])
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(others.map(() => 404))
    expect(answers[0]!.json().code).toBe(absent.json().code)
    expect(wrong).toEqual(wrong.map(() => 404))
  })

  test('a contributor gets what was assigned and no code, figure or line more', async () => {
    const contributor = await world().as('CONTRIBUTOR', 'XAL')
    const { id, working } = await mine(contributor)
    const file = await opens(contributor, id)
    const codes = file.book.SheetNames.filter((name) => SHEETS.includes(name)).flatMap((name) => file.codes(name)) // prettier-ignore
    const kpis = new Set(file.book.SheetNames.filter((name) => SHEETS.includes(name)).flatMap((name) => file.rows(name).slice(2).flatMap((row) => String(row[5]).split(', ')))) // prettier-ignore
    const hidden = file.rows('pmm').filter(([kind]) => kind === 'figure').map(([, code]) => String(code)) // prettier-ignore
    const whole = await opens(await world().as('COORDINATOR', 'XAL'), id)
    const seen = new Set(working.responses.map(({ kpiCode }: { kpiCode: string }) => kpiCode))

    expect(codes.length).toBeGreaterThan(0)
    expect(kpis).toEqual(seen)
    expect(new Set(hidden)).toEqual(new Set(codes))
    expect(codes.length).toBeLessThan(SHEETS.flatMap((name) => whole.codes(name)).length)
  })
})

test('M6: a data element given by itself is a line of the workbook, without the others of its KPI', async () => {
  const coordinator = await world().as('COORDINATOR', 'XPE')
  const contributor = await world().as('CONTRIBUTOR', 'XPE')
  const { id } = await mine(coordinator)
  const { data } = await contributor.query('{ viewer { person { id } } }')
  const before = await opens(contributor, id)
  const given = await coordinator.query(
    'mutation ($input: AssignmentSetInput!) { assignmentSet(input: $input) { problems { reason } } }',
    { input: { assessmentId: id, personId: data.viewer.person.id, elementCodes: ['DECL_ALL'] } },
  )
  const file = await opens(contributor, id)

  expect([given.errors, given.data?.assignmentSet.problems]).toEqual([undefined, []])
  expect(before.book.SheetNames).not.toContain('TF')
  expect(file.codes('TF')).toEqual(['DECL_ALL'])
  expect(file.codes('RC')).toEqual(before.codes('RC'))
  expect(JSON.stringify(file.rows('pmm'))).not.toContain('DECL_ELECTRONIC')
})

describe('who may bring figures in', () => {
  test('coordinator and contributor, while it can be written; others learn why, or that there is nothing', async () => {
    const coordinator = await world().as('COORDINATOR', 'XAL')
    const { id } = await mine(coordinator)
    const bytes = (await opens(coordinator, id)).saves()
    const asked = async (who: Caller) => (await start(who, id, bytes)).problems.map(({ reason }: { reason: string }) => reason) // prettier-ignore

    expect(await asked(coordinator)).toEqual([])
    expect(await asked(await world().as('CONTRIBUTOR', 'XAL'))).toEqual([])
    expect(await asked(await world().as('APPROVER', 'XAL'))).toEqual(['WRONG_HAT'])
    expect(await asked(await world().as('VIEWER', 'XAL'))).toEqual(['WRONG_HAT'])
    expect(await asked(await world().as('COORDINATOR', 'XOR'))).toEqual(['NOT_FOUND'])
  })

  test('a contributor with the whole workbook changes what was assigned; of the rest nothing is told', async () => {
    const coordinator = await world().as('COORDINATOR', 'XAL')
    const contributor = await world().as('CONTRIBUTOR', 'XAL')
    const { id } = await mine(coordinator)
    const own = await opens(contributor, id)
    const file = await opens(coordinator, id)
    const sheet = own.book.SheetNames.find((name) => SHEETS.includes(name))!
    const assigned = own.codes(sheet)[0]!
    const foreign = file.codes('RC').find((code) => !SHEETS.some((name) => own.book.SheetNames.includes(name) && own.codes(name).includes(code)))! // prettier-ignore
    file.types(sheet, assigned, 'value.T', 12345)
    const at = file.types('RC', foreign, 'value.T', 12345)
    const { problems, figureImport } = await check(contributor, id, file.saves())
    const of = (code: string) => figureImport.figures.find((each: { elementCode: string; period: string }) => each.elementCode === code && each.period === 'T') // prettier-ignore

    expect(problems).toEqual([])
    expect(of(assigned).state).toMatch(/NEW|CHANGED/)
    expect(of(foreign)).toMatchObject({ state: 'REJECTED', current: null, result: null, problems: [{ at, reason: 'NOT_ASSIGNED' }] }) // prettier-ignore
  })

  test('after a submission nothing is handed in, and every cell of the file is locked', async () => {
    const coordinator = await world().as('COORDINATOR', 'XOR')
    const { id } = await mine(coordinator)
    const file = await opens(coordinator, id)
    const { problems } = await start(coordinator, id, file.saves())

    expect(problems).toMatchObject([{ reason: 'WRONG_STATE' }])
    expect(file.openCells('RC')).toEqual([])
  })

  test('cells are locked and typed for each person: codes and labels for everybody, figures where they may write', async () => {
    const coordinator = await world().as('COORDINATOR', 'XAL')
    const { id } = await mine(coordinator)
    const file = await opens(coordinator, id)
    const viewed = await opens(await world().as('VIEWER', 'XAL'), id)
    const open = file.openCells('RC')!
    const at = (sheet: string, code: string, key: string) => file.addressOf(sheet, code, key)

    expect(open).toContain(at('RC', 'REVENUE_COLLECTED', 'value.T'))
    expect(open).toContain(at('RC', 'REVENUE_COLLECTED', 'note.T-1'))
    expect(open).not.toContain(at('RC', 'REVENUE_TARGET', 'value.T-1'))
    expect(open.filter((cell) => /^[A-F]\d/.test(cell))).toEqual([])
    expect(file.openCells('OD')).not.toContain(at('OD', 'INSTRUMENT_LEVEL_MEAN', 'value.T'))
    expect(viewed.openCells('RC')).toEqual([])
    expect(file.openCells('pmm')).toEqual([])
    expect(file.validationOf('TF', at('TF', 'DECL_ALL', 'value.T'))).toMatch(/type="whole".*<formula1>0</) // prettier-ignore
    expect(file.validationOf('TF', at('TF', 'IMP_VALUE_ALL', 'value.T'))).toContain('type="decimal"') // prettier-ignore
    expect(file.validationOf('OD', at('OD', 'INTEGRITY_LEVEL', 'value.T'))).toContain('"0,1,2,3,4"')
    expect(file.validationOf('OD', at('OD', 'MISCONDUCT_CHANNEL', 'value.T'))).toContain('"Yes,No"') // prettier-ignore
    expect(file.validationOf('RC', at('RC', 'OPEX', 'estimate.T'))).toContain('"Yes,No"')
  })
})
