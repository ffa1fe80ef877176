import { sql } from 'kysely'
import type { Locale, Texts } from '#accounts'
import type { Db, Page } from '#platform'
import type { CycleMessage, CycleMessageRecipient } from './message.type'

/** A person who would be told, in the role they would be told in. */
export interface Addressee {
  readonly administrationId: string
  readonly personId: string
  readonly role: string
  readonly locale: Locale
}

/** Coordinators and approvers of administrations; for a cycle officer alone. */
export async function peopleOfAdministrations(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Addressee[]>> {
  const { rows } = await sql<Addressee>`
    select * from cycle_message_audience(${sql.val([...ids])}::uuid[])`.execute(db)
  return Map.groupBy(rows, ({ administrationId }) => administrationId)
}

const columns = sql`m.id as uuid, m.cycle_id, null as administration_id, m.subject, m.body, m.region_code as region, m.stage,
  m.is_overdue, m.is_extended, m.search, m.sender_name, m.sent_at`

/** Messages by id. */
export async function messagesById(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CycleMessage>> {
  const { rows } = await sql<CycleMessage>`
    select ${columns} from cycle_message m where m.id = any (${sql.val([...ids])}::uuid[])`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.uuid, row]))
}

/** Words of messages by id, as those who were told of them read them. */
export async function wordsOfMessages(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly subject: Texts; readonly body: Texts }>> {
  const { rows } = await sql<{ id: string; subject: Texts; body: Texts }>`
    select id, subject, body from cycle_message where id = any (${sql.val([...ids])}::uuid[])`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

export interface MessagePage {
  readonly rows: readonly CycleMessage[]
  readonly total: number
}

// A cycle without a message on the page has one row that holds nothing but their number.
type FoundMessage = Omit<CycleMessage, 'uuid'> & {
  readonly ofCycle: string
  readonly total: number
  readonly uuid: string | null
}

/** The same page of the messages of each cycle, the latest first; ids are in the order of time. */
export async function messagesOfCycles(
  db: Db,
  cycleIds: readonly string[],
  page: Page,
): Promise<ReadonlyMap<string, MessagePage>> {
  const { rows } = await sql<FoundMessage>`
    select n.cycle_id as of_cycle, n.total, v.*
    from (select cycle_id, count(*)::int as total from cycle_message
        where cycle_id = any (${sql.val([...cycleIds])}::uuid[]) group by cycle_id) n
      left join lateral (select ${columns} from cycle_message m
        where m.cycle_id = n.cycle_id and (${page.after?.[0] ?? null}::text is null or m.id::text < ${page.after?.[0] ?? null}::text)
        order by m.id desc limit ${page.first + 1}) v on true
    order by v.uuid desc`.execute(db)
  return new Map(
    [...Map.groupBy(rows, ({ ofCycle }) => ofCycle)].map(([id, found]) => [
      id,
      {
        total: found[0]!.total,
        rows: found.flatMap((row) => (row.uuid === null ? [] : { ...row, uuid: row.uuid })),
      },
    ]),
  )
}

/** To whom messages went, by English name of the administration. */
export async function recipientsOfMessages(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly CycleMessageRecipient[]>> {
  const { rows } = await sql<CycleMessageRecipient & { messageId: string }>`
    select r.message_id, r.administration_id, r.coordinators, r.approvers
    from cycle_message_administration r join administration a on a.id = r.administration_id
    where r.message_id = any (${sql.val([...ids])}::uuid[]) order by r.message_id, a.name ->> 'en', a.code`.execute(
    db,
  )
  return Map.groupBy(rows, ({ messageId }) => messageId)
}
