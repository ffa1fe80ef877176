import { sql } from 'kysely'
import type { Viewer } from '#access'
import { requestError, type Db, type Page } from '#platform'
import type { Notification } from './notification.type'
import type { NotificationSettings } from './settings.type'

// The row policy shows a person all of their own rows; the hat they wear chooses among these.
const ofHat = ({ hat, administrationId }: Viewer) => sql<boolean>`
  role = ${hat} and administration_id is not distinct from ${administrationId}::uuid`

/** A page of what the viewer is told in the role they act in, the latest first, with one more than asked for. */
export async function notificationPage(
  db: Db,
  viewer: Viewer,
  page: Page,
  isUnread: boolean,
): Promise<{ readonly rows: readonly Notification[]; readonly total: number }> {
  const filter = sql`${ofHat(viewer)} and (not ${isUnread} or read_at is null)`
  const { rows } = await sql<Notification>`
    select id, seq::text as seq, person_id, administration_id, about_id, cycle_id, assessment_id, message_id, kind, actor_name, kpi_codes, element_codes, due_at, at,
      read_at is not null as is_read
    from notification where ${filter} and ${beyond(page.after)}
    order by notification.seq desc limit ${page.first + 1}`.execute(db)
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::int as total from notification where ${filter}`.execute(db)
  return { rows, total: counted[0]!.total }
}

function beyond(after: Page['after']) {
  if (!after) return sql`true`
  const [seq = ''] = after
  if (!/^\d{1,15}$/.test(seq)) {
    throw requestError('BAD_INPUT', 'CURSOR', '"after" is not a cursor of this list.')
  }
  return sql`seq < ${seq}::bigint`
}

/** How many notifications the viewer has not read yet in the role they act in. */
export async function unreadCount(db: Db, viewer: Viewer): Promise<number> {
  const { rows } = await sql<{ unread: number }>`
    select count(*)::int as unread from notification where ${ofHat(viewer)} and read_at is null`.execute(
    db,
  )
  return rows[0]!.unread
}

const UNCHOSEN: NotificationSettings = {
  mutedKinds: [], quietFrom: null, quietUntil: null, timeZone: 'UTC', locale: 'EN', isChosen: false,
} // prettier-ignore

/** How a person wants to be told by mail; what holds without a choice for those who made none, and for programs. */
export async function settingsOf(db: Db, personId: string | null): Promise<NotificationSettings> {
  const { rows } = await sql<NotificationSettings>`
    select coalesce(s.muted_kinds, '{}') as muted_kinds, s.quiet_from, s.quiet_until,
      coalesce(s.time_zone, ${UNCHOSEN.timeZone}) as time_zone, a.locale,
      s.person_id is not null as is_chosen
    from person_account a left join notification_setting s on s.person_id = a.person_id
    where a.person_id = ${personId}::uuid`.execute(db)
  return rows[0] ?? UNCHOSEN
}
