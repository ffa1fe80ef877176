import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { Device } from '../../../server/src/accounts/device.fixture'
import { Spreadsheet } from '../../../server/src/exchange/figures/spreadsheet.fixture'
import { globalId } from '../../../server/src/platform'
import { SESSION_COOKIE } from '../../../server/src/server'
import { useWorld } from '../../setup/world.ts'
import { castOf, type Actor } from '../cast.ts'

const world = useWorld()

interface Owned {
  readonly id: string
  readonly administrationId: string
}

let cast: readonly Actor[]
let all: readonly Owned[]

beforeAll(async () => {
  cast = await castOf(world())
  const { rows } = await world().asOwner(({ db }) =>
    sql<Owned>`select s.id, s.administration_id from assessment s join administration a on a.id = s.administration_id
      where a.code in ('XAL', 'XOR', 'XPE', 'XNO', 'XYL', 'XSO') order by s.id`.execute(db),
  )
  all = rows
})

const addressOf = (id: string, rest = 'en') =>
  `/files/assessment/${globalId('AS', id)}.${rest}.xlsx`
const fetched = ({ headers }: Pick<Actor, 'headers'>, url: string) =>
  world().server.http.inject({ method: 'GET', url, headers })
const shapeOf = ({ statusCode, body }: { statusCode: number; body: string }) =>
  `${statusCode} ${body.replace(/"requestId":"[^"]+"/, '')}`

/** KPIs of an assessment that a contributor was given, and their data elements. */
const givenTo = (actor: Actor, { id }: Owned) =>
  [...actor.assigned].filter((each) => each.startsWith(`${id}:`)).map((each) => each.split(':')[1]!)

const mayRead = (actor: Actor, owned: Owned) =>
  actor.administrationId === owned.administrationId &&
  ('NAV'.includes(actor.hat) || (actor.hat === 'C' && givenTo(actor, owned).length > 0))

describe('A1, A3, A15: the workbook of an assessment', () => {
  test('is there for its administration alone; for everybody else it is as if it never was', async () => {
    const wrong: string[] = []
    let given = 0
    for (const actor of cast) {
      const absent = shapeOf(
        await fetched(actor, addressOf('00000000-0000-7000-8000-000000000000')),
      )
      for (const owned of all) {
        const answer = await fetched(actor, addressOf(owned.id))
        const isGiven = answer.statusCode === 200
        if (isGiven) given += 1
        if (isGiven !== mayRead(actor, owned) || (!isGiven && shapeOf(answer) !== absent)) {
          wrong.push(`${actor.name} ${owned.id}: ${answer.statusCode}`)
        }
      }
    }

    expect(wrong).toEqual([])
    expect(given).toBeGreaterThan(5)
  })

  test('tells a contributor of no KPI that somebody else was given, in no sheet and no hidden line', async () => {
    const contributors = cast.flatMap((actor) =>
      actor.hat === 'C'
        ? all.filter((owned) => mayRead(actor, owned)).map((owned) => ({ actor, owned }))
        : [],
    )
    expect(contributors.length).toBeGreaterThan(0)
    for (const { actor, owned } of contributors) {
      const book = new Spreadsheet((await fetched(actor, addressOf(owned.id))).rawPayload)
      const sheets = book.book.SheetNames.filter((name) => /^[A-Z]{2}$/.test(name))
      const kpis = sheets.flatMap((name) =>
        book.rows(name).slice(2).flatMap((row) => String(row[5]).split(', ')),
      ) // prettier-ignore
      const codes = sheets.flatMap((name) => book.codes(name))
      const lines = book.rows('pmm').filter(([kind]) => kind === 'figure').map(([, code]) => code) // prettier-ignore

      expect(new Set([...kpis, ...codes])).toEqual(new Set(givenTo(actor, owned)))
      expect(new Set(lines)).toEqual(new Set(codes))
    }
  })

  test('through an open door of support is a read of each of its figures, and nothing is handed in', async () => {
    const person = new Device(world())
    await person.enterAs('COORDINATOR', 'XAL')
    await person.send('mutation { supportAccessOpen(input: {}) { problems { code } } }')
    const { data } = await person.send(
      '{ viewer { supportAccess { id } } myAssessment(cycle: "C2024") { id } }',
    )
    const administrator = new Device(world())
    await administrator.enterAs('ADMINISTRATOR')
    await administrator.send(
      'mutation ($id: ID!) { supportViewStart(input: { accessId: $id }) { problems { code } } }',
      { id: data.viewer.supportAccess.id },
    )
    const headers = { cookie: `${SESSION_COOKIE}=${administrator.token}` }
    const { id } = data.myAssessment
    const answer = await fetched({ headers }, `/files/assessment/${id}.RC.en.xlsx`)
    const { rows } = await world().asOwner(({ db }) =>
      sql<{
        figures: number
      }>`select figures from access_log_entry where kind = 'WORKING'`.execute(db),
    )
    const refused = await administrator.send(
      'mutation ($input: FigureImportStartInput!) { figureImportStart(input: $input) { problems { reason } } }',
      { input: { assessmentId: id, fileName: 'a.xlsx', size: 10 } },
    )

    expect(answer.statusCode).toBe(200)
    expect(rows).toHaveLength(1)
    expect(rows[0]!.figures).toBeGreaterThan(10)
    expect(JSON.stringify(refused)).toContain('READ_ONLY')
  })
})
