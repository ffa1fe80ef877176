import { sql } from 'kysely'
import { isMember, wears, type AuditRecord, type CommandScope, type Viewer } from '#access'
import { notFound, uuidOf, type Db } from '#platform'
import {
  closedAccount,
  heldRolesOfPeople,
  personFactsById,
  type HeldRoleRow,
  type PersonRow,
} from './person.rows'

type Scope = Pick<CommandScope, 'db' | 'viewer'>

/** A person a command is about, with every change of who may act in the same places held back. */
export interface LockedPerson {
  readonly person: PersonRow
  readonly roles: readonly HeldRoleRow[]
}

/** The person, or nothing where the viewer may not see anybody with this id. */
export async function lockPerson(
  { db, viewer }: Scope,
  globalId: string,
  path: readonly string[] = ['input', 'personId'],
): Promise<LockedPerson> {
  const id = uuidOf('PE', globalId)
  if (id === null || !(await isWithinReach(db, viewer, id))) throw notFound(path)
  await lockPlaces(db, id)
  const exists = await db.selectFrom('person').select('id').where('id', '=', id).executeTakeFirst()
  if (!exists) throw notFound(path)
  const person = (await personFactsById(db, [id])).get(id) ?? closedAccount(id)
  return { person, roles: (await heldRolesOfPeople(db, [id])).get(id) ?? [] }
}

/** Holds back every other change of who may act for the administration, or for the secretariat. */
export const lockAdministration = (db: Db, administrationId: string | null): Promise<unknown> =>
  sql`select lock_people(${administrationId}::uuid)`.execute(db)

// In one order, so that two commands never wait for each other.
const lockPlaces = (db: Db, personId: string): Promise<unknown> =>
  sql`select lock_people(administration_id) from (
    select distinct administration_id from person_role
    where person_id = ${personId}::uuid and ended_at is null order by administration_id nulls first) place`.execute(
    db,
  )

async function isWithinReach(db: Db, viewer: Viewer, personId: string): Promise<boolean> {
  if (wears(viewer, 'ADMINISTRATOR') || viewer.personId === personId) return true
  if (!isMember(viewer)) return false
  const { rows } = await sql<{ isColleague: boolean }>`
    select is_colleague(${personId}::uuid) as is_colleague`.execute(db)
  return rows[0]?.isColleague === true
}

/** Notes a change of a person in the log of every administration it concerns, or of the secretariat. */
export function recordPerson(
  { record, viewer }: Pick<CommandScope, 'record' | 'viewer'>,
  action: string,
  { person, roles }: LockedPerson,
  more: Pick<AuditRecord, 'facts' | 'after'> = {},
): void {
  const places = isMember(viewer)
    ? [viewer.administrationId]
    : [...new Set(roles.map(({ administrationId }) => administrationId))]
  for (const administrationId of places.length > 0 ? places : [null]) {
    record({ action, objectType: 'Person', objectId: person.personId, administrationId, ...more })
  }
}
