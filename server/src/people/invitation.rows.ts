import { sql } from 'kysely'
import type { Role } from '#accounts'
import { isUuid, requestError, type Db, type Page } from '#platform'
import type { Invitation, InvitationState } from './invitation.type'

export interface InvitationRow extends Invitation {
  readonly createdAt: string
  readonly version: number
}

export interface InvitationFilter {
  readonly administrationId: string | null
  readonly isOpenOnly: boolean
}

const stateAt = (
  now: Date,
) => sql<InvitationState>`case when accepted_at is not null then 'ACCEPTED'
  when revoked_at is not null then 'REVOKED' when not inviter_stands(inviter_role_id) then 'VOID'
  when expires_at <= ${now.toISOString()}::timestamptz then 'EXPIRED' else 'OPEN' end`

const columns = (
  now: Date,
) => sql`id, administration_id, email, name, locale, roles, invited_by, created_at,
  sent_at, expires_at, accepted_at, version, ${stateAt(now)} as state`

/** A page of the invitations the viewer may see, newest first, with one row more than asked for. */
export async function invitationPage(
  db: Db,
  page: Page,
  { administrationId, isOpenOnly }: InvitationFilter,
  now: Date,
): Promise<{ rows: readonly InvitationRow[]; total: number }> {
  const where = sql`(${administrationId}::uuid is null or administration_id = ${administrationId}::uuid)
    and (not ${isOpenOnly} or (accepted_at is null and revoked_at is null))`
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from invitation where ${where}`.execute(db)
  const after = page.after === null ? sql`true` : isAfter(page.after)
  const { rows } = await sql<InvitationRow>`
    select ${columns(now)} from invitation where ${where} and ${after}
    order by created_at desc, id desc limit ${page.first + 1}`.execute(db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

function isAfter([createdAt = '', id = '']: readonly string[]) {
  if (Number.isNaN(Date.parse(createdAt)) || !isUuid(id)) {
    throw requestError('BAD_INPUT', 'CURSOR', '"after" is not a cursor of this list.')
  }
  return sql`(created_at, id) < (${createdAt}::timestamptz, ${id}::uuid)`
}

/** One invitation, if the viewer may see it. */
export async function invitationById(db: Db, id: string, now: Date): Promise<InvitationRow | null> {
  const { rows } = await sql<InvitationRow>`
    select ${columns(now)} from invitation where id = ${id}::uuid`.execute(db)
  return rows[0] ?? null
}

export interface OfferRow {
  readonly email: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly administrationId: string | null
  readonly inviter: string
  readonly expiresAt: string
  readonly hasAccount: boolean
}

/** What the invitation behind a link offers, or null when the link is of no use. */
export async function offerOfLink(db: Db, hash: Buffer, now: Date): Promise<OfferRow | null> {
  const { rows } = await sql<OfferRow>`
    select * from invitation_of_link(${hash}::bytea, ${now.toISOString()}::timestamptz)`.execute(db)
  return rows[0] ?? null
}
