import { sql } from 'kysely'
import type { Role } from '#accounts'
import type { Db } from '#platform'
import type { HeldRoleFacts, PersonFacts } from './policies'

export interface PersonRow extends PersonFacts {
  readonly version: number
}

export interface HeldRoleRow extends HeldRoleFacts {
  readonly id: string
  readonly grantedAt: string
}

// What concerns the viewer's own place is asked by the settings of the transaction.
const VIEWER_IS_DEPUTY = sql<boolean>`exists (select 1 from person_role me
  where me.person_id = pmm('person')::uuid and me.administration_id = pmm('administration')::uuid
    and me.role = 'COORDINATOR' and me.is_deputy and me.ended_at is null)`

/** What the rules ask about people the viewer may see accounts of. */
export async function personFactsById(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PersonRow>> {
  const { rows } = await sql<PersonRow>`
    select p.id as person_id, a.status = 'ACTIVE' as is_active, a.version,
      a.status = 'SUSPENDED' and a.suspended_as is distinct from 'N' as is_suspended_by_secretariat,
      acts_only_for(p.id, pmm('administration')::uuid) as acts_only_here,
      exists (select 1 from person_role r where r.person_id = p.id and r.ended_at is null and r.role = 'COORDINATOR'
        and not r.is_deputy and r.administration_id = pmm('administration')::uuid) as is_contact_point,
      exists (select 1 from person_role r where r.person_id = p.id and r.ended_at is null
        and r.role in ('COORDINATOR', 'ADMINISTRATOR')
        and is_last_of_kind(r.role, r.administration_id, null, p.id)) as is_last,
      ${VIEWER_IS_DEPUTY} as viewer_is_deputy
    from person p join person_account a on a.person_id = p.id
    where p.id = any (${sql.val([...ids])}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.personId, row]))
}

/** Accounts of colleagues are closed to contributors and viewers, who manage nobody. */
export const closedAccount = (personId: string): PersonRow => ({
  personId,
  isActive: true,
  isSuspendedBySecretariat: false,
  actsOnlyHere: false,
  isContactPoint: false,
  isLast: false,
  viewerIsDeputy: false,
  version: 0,
})

/** Roles people hold at present, as far as the viewer may see them, in the order they were given. */
export async function heldRolesOfPeople(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly HeldRoleRow[]>> {
  const { rows } = await heldRoles(sql`r.person_id = any (${sql.val([...ids])}::uuid[])`).execute(
    db,
  )
  return Map.groupBy(rows, ({ personId }) => personId)
}

/** One role by its id, as far as the viewer may see it. */
export async function heldRoleById(db: Db, id: string): Promise<HeldRoleRow | null> {
  const { rows } = await heldRoles(sql`r.id = ${id}::uuid`).execute(db)
  return rows[0] ?? null
}

const heldRoles = (where: ReturnType<typeof sql>) => sql<HeldRoleRow>`
  select r.id, r.person_id, r.role, r.administration_id, r.is_deputy, r.granted_at,
    r.role in ('COORDINATOR', 'ADMINISTRATOR')
      and is_last_of_kind(r.role, r.administration_id, r.id, null) as is_last,
    ${VIEWER_IS_DEPUTY} as viewer_is_deputy
  from person_role r where r.ended_at is null and ${where}
  order by r.granted_at, role_rank(r.role), r.id`

/** When people were last seen, where the viewer may know it. */
export async function lastSeenOfPeople(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ personId: string; lastSeenAt: string }>`
    select person_id, last_seen_at from people_last_seen(${sql.val([...ids])}::uuid[])`.execute(db)
  return new Map(rows.map(({ personId, lastSeenAt }) => [personId, lastSeenAt]))
}

/** Whether the viewer is a deputy of the own contact point. */
export async function viewerIsDeputy(db: Db): Promise<boolean> {
  const { rows } = await sql<{
    isDeputy: boolean
  }>`select ${VIEWER_IS_DEPUTY} as is_deputy`.execute(db)
  return rows[0]?.isDeputy === true
}

/** The same for many rows at once: the answer hangs on the viewer alone. */
export const viewerIsDeputyAt = async (
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, boolean>> => {
  const isDeputy = await viewerIsDeputy(db)
  return new Map(ids.map((id) => [id, isDeputy]))
}

/** The presence of a role as an audit entry names it. */
export const roleFacts = (role: Role, isDeputy: boolean) =>
  isDeputy ? { role, isDeputy } : { role }
