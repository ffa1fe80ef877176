import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import { useWorld } from '../../../tests/setup/world'
import { createMailer } from './mail'
import { startMailCatcher, type MailCatcher } from './mail.fixture'
import { OutboxWorker, type OutboxHandler } from './outbox'

const world = useWorld()
const TOPIC = 'mail.ofTheTests'
let catcher: MailCatcher
let handled: { secret: number; at: Date }[]
let failures: string[]

beforeAll(async () => {
  catcher = await startMailCatcher()
})
afterAll(() => catcher.close())
beforeEach(async () => {
  handled = []
  failures = []
  catcher.mails.length = 0
  catcher.refuse(0)
  const { asOwner, services, clock } = world()
  await asOwner(async ({ db }) => {
    await sql`delete from outbox`.execute(db)
    await sql`select outbox_add(${services.ids.next()}::uuid, ${TOPIC}, '{}'::jsonb, ${clock.now().toISOString()}::timestamptz)`.execute(
      db,
    )
  })
})

// As a mail with a link does: a new secret with each run.
const handle: OutboxHandler = async ({ post, now, origin }) => {
  if (!post) return
  handled.push({ secret: handled.length + 1, at: now })
  post({
    to: 'ada@example.org',
    language: 'en',
    subject: 'A link',
    text: `${origin}/member/set-password#${handled.length}`,
  })
}

const worker = (
  mailer = createMailer(catcher.settings) as ReturnType<typeof createMailer> | null,
) =>
  new OutboxWorker(
    world().database,
    world().clock,
    world().worker.identity,
    new Map([[TOPIC, handle]]),
    (topic) => failures.push(topic),
    [],
    { mailer, origin: 'https://pmm.example.org' },
  )

const row = async () => {
  const { rows } = await world().asOwner(({ db }) =>
    sql<{ attempts: number; isDone: boolean; isLeased: boolean; payload: string }>`
      select attempts, done_at is not null as is_done, leased_until is not null as is_leased,
        payload::text || coalesce(last_error, '') as payload from outbox where topic = ${TOPIC}`.execute(
      db,
    ),
  )
  return rows[0]!
}

const later = (seconds: number) => {
  const { clock } = world()
  clock.move(new Date(clock.now().getTime() + seconds * 1000))
}

test('a mail leaves after the commit, once', async () => {
  const worked = worker()
  await worked.drain()
  await worked.drain()

  expect(catcher.mails.map(({ text }) => text.trim())).toEqual([
    'https://pmm.example.org/member/set-password#1',
  ])
  expect(await row()).toMatchObject({ attempts: 0, isDone: true, isLeased: false })
})

test('a mail the server does not take is made anew later, with another secret', async () => {
  catcher.refuse(1)
  const worked = worker()
  await worked.drain()
  const refused = await row()
  later(2)
  await worked.drain()

  expect(failures).toEqual([TOPIC])
  expect(refused).toMatchObject({ attempts: 1, isDone: false, isLeased: false })
  expect(catcher.mails.map(({ text }) => text.trim())).toEqual([
    'https://pmm.example.org/member/set-password#2',
  ])
  expect((await row()).isDone).toBe(true)
})

test('while one worker sends, another leaves the row alone; a dead one is succeeded', async () => {
  let release = () => {}
  const sending = new Promise<void>((resolve) => (release = resolve))
  const slow = worker({ send: () => sending })
  const first = slow.drain()
  await expect.poll(async () => (await row()).isLeased, { timeout: 20_000 }).toBe(true)

  await worker().drain()
  const meanwhile = catcher.mails.length
  later(6 * 60)
  await worker().drain()
  release()
  await first

  expect(meanwhile).toBe(0)
  expect(catcher.mails).toHaveLength(1)
})

test('ten refusals park the row', async () => {
  catcher.refuse(100)
  const worked = worker()
  for (let attempt = 0; attempt < 12; attempt += 1) {
    await worked.drain()
    later(2000)
  }

  expect(await row()).toMatchObject({ attempts: 10, isDone: false })
})

test('where no mail can be sent nothing is prepared', async () => {
  await worker(null).drain()

  expect(handled).toEqual([])
  expect((await row()).isDone).toBe(true)
})
