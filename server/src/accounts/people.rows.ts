import { sql } from 'kysely'
import { isUuid, requestError, type Db, type Page } from '#platform'
import type { PersonCard } from './person-card.type'
import type { Role } from './hat'
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
  /** Whether everybody is looked at, the people without any role included; else those of `administrationId`. */
  readonly isEverybody: boolean
  /** The one administration to look at; null for all. */
  readonly administrationId: string | null
  readonly personId?: string | null
  /** Roles of which one must be held; null for any. */
  readonly roles?: readonly Role[] | null
  readonly status?: string | null
  /** Part of a name, or of an address where `searchesAddresses` says so. */
  readonly search?: string | null
  readonly searchesAddresses?: boolean
}

/** A page of people by name, with one row more than asked for. */
export async function peoplePage(
  db: Db,
  page: Page,
  filter: PeopleFilter,
): Promise<{ rows: readonly Person[]; total: number }> {
  const found = foundPeople(filter)
  const counted = await sql<{ total: number }>`
    with found as (${found}) select count(*)::int as total from found`.execute(db)
  const after = page.after === null ? sql`true` : isAfter(page.after)
  const { rows } = await sql<Person>`
    with found as (${found}) select * from found p
    where ${after} order by p.name collate pmm_text, p.person_id limit ${page.first + 1}`.execute(
    db,
  )
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

/** One of the people the filter finds, or null. */
export async function personAmong(db: Db, filter: PeopleFilter): Promise<Person | null> {
  const { rows } = await sql<Person>`${foundPeople(filter)} limit 1`.execute(db)
  return rows[0] ?? null
}

function foundPeople(filter: PeopleFilter) {
  const { isEverybody, administrationId, personId, roles, status, search } = filter
  const like = search ? `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%` : null
  const matches = filter.searchesAddresses
    ? sql`(folded(p.name) like folded(${like}) or a.email ilike ${like})`
    : sql`folded(p.name) like folded(${like})`
  return sql`
    select p.id as person_id, p.name, a.email, a.status, a.version, coalesce(held.roles, '{}') as roles,
      coalesce(held.administration_id, ${administrationId}::uuid) as administration_id
    from person p left join person_account a on a.person_id = p.id
    left join (
      select person_id, array_agg(role order by granted_at, role_rank(role), id) as roles,
        (array_agg(administration_id order by granted_at, role_rank(role), id))[1] as administration_id
      from person_role where ended_at is null
        and (${administrationId}::uuid is null or administration_id = ${administrationId}::uuid)
      group by person_id) held on held.person_id = p.id
    where case when ${isEverybody} then ${administrationId}::uuid is null or held.person_id is not null
        else p.id = any ((select colleagues())::uuid[]) end
      and (${personId ?? null}::uuid is null or p.id = ${personId ?? null}::uuid)
      and (${roles ? sql.val([...roles]) : null}::text[] is null or held.roles && ${roles ? sql.val([...roles]) : null}::text[])
      and (${status ?? null}::text is null or a.status = ${status ?? null})
      and ${like === null ? sql`true` : matches}`
}

function isAfter([name, personId]: readonly string[]) {
  if (name === undefined || personId === undefined || !isUuid(personId)) {
    throw requestError('BAD_INPUT', 'CURSOR', '"after" is not a cursor of this list.')
  }
  return sql`(p.name collate pmm_text, p.person_id) > (${name}::text collate pmm_text, ${personId}::uuid)`
}
