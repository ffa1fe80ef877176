import { createHash } from 'node:crypto'
import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { identityOf } from '../../../server/src/access'
import { loadViewer } from '../../../server/src/accounts'
import { fileOfTicket, issueTicket, takeFileOfTicket } from '../../../server/src/platform'
import { SESSION_COOKIE } from '../../../server/src/server'
import { useWorld, type Caller } from '../../setup/world.ts'

const world = useWorld()
const OCTETS = { 'content-type': 'application/octet-stream' }
const PURPOSE = 'FRAMEWORK_IMPORT'
const BYTES = Buffer.from('{"schema":"pmm-catalogue/1"}')

let editor: Caller
let sameEditorElsewhere: Caller
let officer: Caller

beforeAll(async () => {
  editor = await world().person('Maren Oduvel', 'METHODOLOGY_EDITOR')
  sameEditorElsewhere = await world().person('Maren Oduvel', 'METHODOLOGY_EDITOR')
  officer = await world().as('CYCLE_OFFICER')
})
afterEach(() => {
  const left = waiting()
  rmSync(world().services.files.directory, { recursive: true, force: true })
  if (left.length > 0) throw new Error(`Left behind: ${left.join()}`)
})

const viewerOf = async ({ headers }: Caller) =>
  (await loadViewer(world().database, {
    sessionToken: headers['cookie']!.slice(SESSION_COOKIE.length + 1),
    authorization: null,
    now: world().clock.now(),
  }))!

const asViewer = async <T>(
  caller: Caller,
  work: (
    db: Parameters<typeof issueTicket>[0],
    viewer: Awaited<ReturnType<typeof viewerOf>>,
  ) => Promise<T>,
) => {
  const viewer = await viewerOf(caller)
  return world().database.write(identityOf(viewer), ({ db }) => work(db, viewer))
}

const ticketOf = async (caller: Caller, limit = 1_000): Promise<string> =>
  // Issued as a command does, which leaves the line in the log that is not looked at here.
  (
    await asViewer(caller, (db, viewer) =>
      issueTicket(db, viewer, { purpose: PURPOSE, fileName: 'a.json', limit }),
    )
  ).ticket

const put = (ticket: string, headers: Record<string, string>, payload: string | Buffer = BYTES) =>
  world().server.http.inject({
    method: 'PUT', url: `/files/upload/${ticket}`, headers: { ...OCTETS, ...headers }, payload,
  }) // prettier-ignore

const waiting = () => {
  try {
    return readdirSync(world().services.files.directory)
  } catch {
    return []
  }
}
const found = (caller: Caller, ticket: string, purpose = PURPOSE) =>
  asViewer(caller, (db, viewer) => fileOfTicket(db, viewer, ticket, purpose))
const clear = async (caller: Caller, ticket: string) => {
  const file = await found(caller, ticket)
  if (file) await world().services.files.remove(file.file)
}
const shapeOf = ({ statusCode, body }: { statusCode: number; body: string }) =>
  `${statusCode} ${body.replace(/"requestId":"[^"]+"/, '')}`

describe('a file that is handed in', () => {
  test('is counted, hashed and kept for its owner alone', async () => {
    const ticket = await ticketOf(editor)
    const answer = await put(ticket, editor.headers)
    const sha256 = createHash('sha256').update(BYTES).digest('hex')
    const [file] = waiting()
    const path = join(world().services.files.directory, file!)

    expect([answer.statusCode, answer.json()]).toEqual([200, { size: BYTES.length, sha256 }])
    expect((statSync(path).mode & 0o777).toString(8)).toBe('600')
    expect((statSync(world().services.files.directory).mode & 0o777).toString(8)).toBe('700')
    expect(await found(editor, ticket)).toMatchObject({ fileName: 'a.json', sha256, file })
    expect(await world().services.files.read(file!)).toEqual(BYTES)
    await clear(editor, ticket)
  })

  test('leaves a line in the log and no secret in the database', async () => {
    const ticket = await ticketOf(editor)
    await put(ticket, editor.headers)
    const { rows } = await world().asOwner(({ db }) =>
      sql<{ text: string }>`select to_jsonb(t)::text as text from file_ticket t`.execute(db),
    )
    const { rows: logged } = await world().asOwner(({ db }) =>
      sql<{
        content: string
      }>`select to_jsonb(e)::text as content from audit_entry e where action = 'fileUpload'`.execute(
        db,
      ),
    )

    expect(rows.some(({ text }) => text.includes(ticket))).toBe(false)
    expect(logged.at(-1)!.content).toContain('FRAMEWORK_IMPORT')
    await clear(editor, ticket)
  })

  test('is taken by one command, once', async () => {
    const ticket = await ticketOf(editor)
    await put(ticket, editor.headers)
    const take = () =>
      asViewer(editor, (db, viewer) => takeFileOfTicket(db, viewer, ticket, PURPOSE))
    const first = await take()

    expect(first?.fileName).toBe('a.json')
    expect(await take()).toBeNull()
    expect(await found(editor, ticket)).toBeNull()
    await world().services.files.remove(first!.file)
  })

  test('is swept away when nobody came for it', async () => {
    const ticket = await ticketOf(editor)
    await put(ticket, editor.headers)
    await world().services.files.sweep(new Date())
    expect(waiting()).toHaveLength(1)
    await world().services.files.sweep(new Date(Date.now() + 2 * 60 * 60 * 1000))

    expect(waiting()).toEqual([])
  })
})

describe('A42: a ticket', () => {
  test('opens nothing to another person, to another session of the same person, or to nobody', async () => {
    const ticket = await ticketOf(editor)
    const made = await put('x'.repeat(43), editor.headers)
    const others = [officer.headers, sameEditorElsewhere.headers, {}]
    const shapes = []
    for (const headers of others) shapes.push(shapeOf(await put(ticket, headers)))

    expect(new Set(shapes)).toEqual(new Set([shapeOf(made)]))
    expect(made.statusCode).toBe(404)
    const own = await put(ticket, editor.headers)
    expect(own.statusCode).toBe(200)
    await clear(editor, ticket)
  })

  test('is used up by its first file, whatever comes of it', async () => {
    const ticket = await ticketOf(editor, 10)
    const tooLong = await put(ticket, editor.headers)
    const again = await put(ticket, editor.headers, 'short')

    expect([tooLong.statusCode, again.statusCode]).toEqual([413, 404])
    expect(await found(editor, ticket)).toBeNull()
  })

  test('takes one of ten that come at once', async () => {
    const ticket = await ticketOf(editor)
    const answers = await Promise.all(Array.from({ length: 10 }, () => put(ticket, editor.headers)))

    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([
      200,
      ...Array(9).fill(404),
    ])
    await clear(editor, ticket)
  })

  test('is over after a quarter of an hour', async () => {
    const late = await ticketOf(editor)
    const now = world().clock.now()
    world().clock.move(new Date(now.getTime() + 16 * 60 * 1000))
    try {
      expect((await put(late, editor.headers)).statusCode).toBe(404)
    } finally {
      world().clock.move(now)
    }
  })

  test('serves the purpose it was given for, and the session it was given to', async () => {
    const ticket = await ticketOf(editor)
    await put(ticket, editor.headers)

    expect(await found(editor, ticket, 'TRANSLATION_PACKAGE')).toBeNull()
    expect(await found(officer, ticket)).toBeNull()
    expect(await found(sameEditorElsewhere, ticket)).toBeNull()
    await clear(editor, ticket)
  })
})

describe('A41: what is no plain file', () => {
  test.each([
    ['a form', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ['text', { 'content-type': 'text/plain' }, 415],
    ['JSON', { 'content-type': 'application/json' }, 415],
    ['compressed bytes', { 'content-encoding': 'gzip' }, 415],
  ])('%s is refused before its ticket is looked at', async (_what, headers, status) => {
    const ticket = await ticketOf(editor)

    expect((await put(ticket, { ...editor.headers, ...headers })).statusCode).toBe(status)
    expect((await put(ticket, editor.headers)).statusCode).toBe(200)
    await clear(editor, ticket)
  })

  test('more bytes than were promised are cut off and leave nothing', async () => {
    const ticket = await ticketOf(editor, 1_000)
    const answer = await put(ticket, editor.headers, Buffer.alloc(200_000))

    expect([answer.statusCode, answer.json().errors[0].extensions.reason]).toEqual([
      413,
      'FILE_TOO_LARGE',
    ])
  })

  test('a name with paths, controls or turned writing becomes a plain one', async () => {
    const name = '../../etc/\u202Epas\u0000swd\n.json'
    const { ticket } = await asViewer(editor, (db, viewer) =>
      issueTicket(db, viewer, { purpose: PURPOSE, fileName: name, limit: 100 }),
    )
    await put(ticket, editor.headers)

    expect((await found(editor, ticket))?.fileName).toBe('....etcpasswd.json')
    await clear(editor, ticket)
  })
})

describe('A38: a request from the page of another site', () => {
  test.each<Record<string, string>>([
    { origin: 'https://evil.example' },
    { 'sec-fetch-site': 'cross-site' },
  ])('with %o hands in nothing', async (headers) => {
    const ticket = await ticketOf(editor)

    expect((await put(ticket, { ...editor.headers, ...headers })).statusCode).toBe(403)
    expect((await put(ticket, editor.headers)).statusCode).toBe(200)
    await clear(editor, ticket)
  })
})

describe('A37: other methods', () => {
  test.each(['GET', 'POST', 'PATCH', 'DELETE'] as const)('%s hands in nothing', async (method) => {
    const ticket = await ticketOf(editor)
    const answer = await world().server.http.inject({
      method, url: `/files/upload/${ticket}`, headers: { ...OCTETS, ...editor.headers }, ...(method === 'GET' ? {} : { payload: BYTES }),
    }) // prettier-ignore

    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.statusCode).toBeLessThan(500)
  })
})

test('A25: the ticket of somebody suspended meanwhile opens nothing', async () => {
  const someone = await world().as('METHODOLOGY_EDITOR', undefined, 1)
  const ticket = await ticketOf(someone)
  await world().asOwner(({ db }) =>
    sql`update person_account set status = 'SUSPENDED' where person_id = (select id from person where name = ${someone.name})`.execute(
      db,
    ),
  )

  expect((await put(ticket, someone.headers)).statusCode).toBe(404)
})

describe('A40: a path', () => {
  test.each(['..%2f..%2fetc%2fpasswd', '%00', 'a/b/c', '..', '%2e%2e/%2e%2e', 'framework/..%2fsecret', 'nowhere/x.json'])(
    '"%s" leads nowhere', async (path) => {
      const answer = await world().server.http.inject({ method: 'GET', url: `/files/${path}` })

      expect(answer.statusCode).toBeGreaterThanOrEqual(400)
      expect(answer.statusCode).toBeLessThan(500)
      expect(answer.body).not.toMatch(/ENOENT|root:/)
    },
  ) // prettier-ignore
})
