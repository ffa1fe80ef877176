import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../../server/src/platform'
import { CANARY } from './canary.ts'

// Doors that stand open, one that was closed, and a look through each; the demonstration has none.
export async function addSupport(db: Db, now: string): Promise<void> {
  for (const [name, closedAt] of [
    ['Mariam Selk', null],
    ['Renata Adeline', null],
    ['Ines Calder', null],
    ['Viktor Almasy', now],
  ] as const) {
    await sql`with door as (
        insert into support_access (id, person_id, person_role_id, administration_id, opened_at, ends_at, closed_at)
        select gen_random_uuid(), p.id, r.id, r.administration_id, ${now}::timestamptz, '2100-01-01', ${closedAt}::timestamptz
        from person p join person_role r on r.person_id = p.id and r.ended_at is null where p.name = ${name} limit 1
        returning *)
      insert into support_view (id, support_access_id, person_id, administration_id, viewer_id, started_at, ends_at)
      select gen_random_uuid(), d.id, d.person_id, d.administration_id,
        (select person_id from person_role where role = 'ADMINISTRATOR' limit 1), ${now}::timestamptz, '2100-01-01' from door d`.execute(
      db,
    )
  }
}

/** Token of the invitation that waits in XAL. */
export const invitationToken = (): string =>
  createHash('sha256').update('invitation of the tests').digest('base64url')

// One invitation in each state for two administrations, and one for the secretariat; a link for the first.
export async function addInvitations(db: Db, now: string): Promise<void> {
  for (const code of ['XAL', 'XOR', null]) {
    for (const state of ['OPEN', 'ACCEPTED', 'EXPIRED', 'REVOKED']) {
      await sql`insert into invitation (id, administration_id, email, name, locale, roles, invited_by, inviter_role_id,
          created_at, sent_at, expires_at, accepted_at, accepted_by, revoked_at, revoked_by)
        select gen_random_uuid(), r.administration_id, lower(${`${state}.${code ?? 'wco'}@example.org`}), ${CANARY}, 'FR',
          ${code ? '{CONTRIBUTOR}' : '{CYCLE_OFFICER}'}::text[], r.person_id, r.id, ${now}::timestamptz, ${now}::timestamptz,
          case when ${state} = 'EXPIRED' then ${now}::timestamptz - interval '1 minute' else '2100-01-01'::timestamptz end,
          case when ${state} = 'ACCEPTED' then ${now}::timestamptz end, case when ${state} = 'ACCEPTED' then r.person_id end,
          case when ${state} = 'REVOKED' then ${now}::timestamptz end, case when ${state} = 'REVOKED' then r.person_id end
        from person_role r left join administration a on a.id = r.administration_id
        where r.ended_at is null and a.code is not distinct from ${code}
          and r.role = ${code ? 'COORDINATOR' : 'ADMINISTRATOR'} limit 1`.execute(db)
    }
  }
  await sql`insert into invitation_link (token_hash, invitation_id, created_at, expires_at)
    select ${createHash('sha256').update(invitationToken()).digest()}, id, ${now}::timestamptz, '2100-01-01'
    from invitation where email = 'open.xal@example.org'`.execute(db)
  for (const code of ['XAL', 'XOR']) {
    await sql`insert into administration_contact (administration_id, name, updated_at)
      select id, ${`Contact of ${code}`}, ${now}::timestamptz from administration where code = ${code}`.execute(
      db,
    )
    await sql`insert into administration_contact_address (administration_id, mail, phone)
      select id, ${`${CANARY}@example.org`}, '+1 234 567' from administration where code = ${code}`.execute(
      db,
    )
  }
}

// Clients in each state, all proposed by one officer.
export async function addClients(db: Db, now: string): Promise<void> {
  for (const status of ['PROPOSED', 'DECLINED', 'REVOKED']) {
    await sql`insert into api_client (id, name, scopes, status, owner_id, contact_name, contact_mail, purpose, terms_accepted_on,
        decided_at, revoked_at, created_at, expires_at)
      select gen_random_uuid(), ${`${CANARY} ${status}`}, '{read:public}', ${status}, id, ${CANARY}, ${`${CANARY}@example.org`},
        ${CANARY}, '2026-10-01', ${now}::timestamptz, case when ${status} = 'REVOKED' then ${now}::timestamptz end,
        ${now}::timestamptz, '2027-06-30' from person where name = 'Ines Calder'`.execute(db)
  }
  await sql`insert into api_client_token (token_hash, api_client_id, created_at, expires_at, revoked_at, last_used_at)
    select sha256('revoked'), id, ${now}::timestamptz, '2027-06-30', ${now}::timestamptz, ${now}::timestamptz
    from api_client where name = ${`${CANARY} REVOKED`}`.execute(db)
}

/** Everybody has signed in once, and linked an identity of another sign-in. */
export async function addSignIns(db: Db, now: string): Promise<void> {
  await sql`insert into oidc_identity (id, person_id, issuer, subject, linked_at)
    select gen_random_uuid(), person_id, 'https://login.demo.invalid', person_id::text, ${now}::timestamptz from person_account`.execute(
    db,
  )
  await sql`insert into sign_in_attempt (account_hash, network_hash, at, succeeded, device)
    select account_hash_of('account', email), '\\x00', ${now}::timestamptz, true, 'Firefox, Linux' from person_account`.execute(
    db,
  )
}

/** Everybody has been told something in each of their roles, read and unread. */
export async function addNotifications(db: Db, now: string): Promise<void> {
  await sql`insert into notification (id, person_id, role, administration_id, kind, actor_name, about_id, cycle_id, assessment_id, kpi_codes, at, read_at)
    select gen_random_uuid(), r.person_id, r.role, r.administration_id, k.kind, ${CANARY},
      coalesce(r.administration_id, (select id from administration where code = 'XAL')),
      (select id from cycle order by number desc limit 1), (select a.id from assessment a
        where a.administration_id = r.administration_id order by a.id limit 1), '{TF-01-1}', ${now}::timestamptz, k.read_at
    from person_role r cross join (values ('RETURNED', null::timestamptz), ('SUBMITTED', ${now}::timestamptz)) as k(kind, read_at)
    where r.ended_at is null`.execute(db)
  await sql`insert into notification_setting (person_id, muted_kinds, quiet_from, quiet_until, time_zone)
    select id, '{ACCEPTED}', 20, 6, 'Africa/Nairobi' from person on conflict do nothing`.execute(db)
}

/** Each officer has written to some administrations of a cycle, and some of their people are told; one was reminded. */
export async function addMessages(db: Db, now: string): Promise<void> {
  await sql`insert into cycle_message (id, cycle_id, subject, body, region_code, stage, is_overdue, is_extended, search, sent_by, sender_name, sent_at)
    select gen_random_uuid(), c.id, ${JSON.stringify({ en: CANARY, fr: CANARY })}::jsonb, ${JSON.stringify({ en: CANARY, fr: CANARY })}::jsonb,
      'EUR', 'DRAFT', false, false, ${CANARY}, r.person_id, ${CANARY}, ${now}::timestamptz
    from person_role r, cycle c where r.role = 'CYCLE_OFFICER' and r.ended_at is null`.execute(db)
  await sql`insert into cycle_message_administration (message_id, administration_id, coordinators, approvers)
    select m.id, a.id, 1, 1 from cycle_message m, administration a where a.code in ('XAL', 'XNO')`.execute(
    db,
  )
  await sql`insert into notification (id, person_id, role, administration_id, kind, about_id, cycle_id, message_id, at)
    select gen_random_uuid(), r.person_id, r.role, r.administration_id, 'CYCLE_MESSAGE', r.administration_id, m.cycle_id, m.id, m.sent_at
    from (select * from cycle_message order by id limit 2) m join cycle_message_administration g on g.message_id = m.id
      join person_role r on r.administration_id = g.administration_id and r.ended_at is null and r.role in ('COORDINATOR', 'APPROVER')`.execute(
    db,
  )
  await sql`insert into cycle_reminder (cycle_id, administration_id, days, due_on, sent_at)
    select cycle_id, administration_id, 7, '2027-01-01', ${now}::timestamptz from cycle_participant
    where administration_id in (select id from administration where code in ('XAL', 'XNO'))`.execute(
    db,
  )
  await sql`insert into cycle_invitee (cycle_id, administration_id)
    select c.id, a.id from cycle c, administration a where a.code in ('XAL', 'XNO')`.execute(db)
}
