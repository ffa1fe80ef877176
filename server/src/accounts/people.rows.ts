import { sql } from 'kysely'
import type { Db } from '#platform'
import type { PersonCard } from './person-card.type'

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
