import { sql } from 'kysely'
import { isUuid, requestError, type Db, type Page } from '#platform'
import type { PersonCard } from './person-card.type'
import type { Person } from './person.type'

/** Cards of people by id; empty for viewers who may know no people, such as partners. */
export async function peopleById(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PersonCard>> {
  const { rows } = await sql<PersonCard>`
    select id, name, hat, administration_name from person_cards(${sql.val([...ids])}::uuid[])`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

export interface PeopleFilter {
  /** The one administration to look at; null for all. */
  readonly administrationId: string | null
  readonly role: string | null
}

/** A page of people by name, with one row more than asked for. */
export async function peoplePage(
  db: Db,
  page: Page,
  { administrationId, role }: PeopleFilter,
): Promise<{ rows: readonly Person[]; total: number }> {
  const held = sql`select person_id, array_agg(role order by granted_at, role_rank(role), id) as roles,
      (array_agg(administration_id order by granted_at, role_rank(role), id))[1] as administration_id
    from person_role where ended_at is null
      and (${administrationId}::uuid is null or administration_id = ${administrationId}::uuid)
    group by person_id having ${role}::text is null or bool_or(role = ${role})`
  const counted = await sql<{ total: number }>`
    with held as (${held}) select count(*)::int as total from held`.execute(db)
  const after = page.after === null ? sql`true` : isAfter(page.after)
  const { rows } = await sql<Person>`
    with held as (${held})
    select p.id as person_id, p.name, a.email, a.status, held.roles, held.administration_id
    from held join person p on p.id = held.person_id left join person_account a on a.person_id = p.id
    where ${after} order by p.name collate pmm_text, p.id limit ${page.first + 1}`.execute(db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

function isAfter([name, personId]: readonly string[]) {
  if (name === undefined || personId === undefined || !isUuid(personId)) {
    throw requestError('BAD_INPUT', 'CURSOR', '"after" is not a cursor of this list.')
  }
  return sql`(p.name collate pmm_text, p.id) > (${name}::text collate pmm_text, ${personId}::uuid)`
}
