import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Database, Db, TransactionIdentity } from '../../server/src/platform'

const owner: TransactionIdentity = { role: 'pmm_owner', settings: {} }

/**
 * What changes without a line in the audit log: the log itself, marks of the installation, and counts
 * of visits and attempts, of which the log would only repeat that somebody came by. A link that is mailed
 * is made by the worker, for an invitation whose line is there already; so are mails of notifications.
 */
const UNLOGGED = [
  'audit_entry', 'audit_head', 'audit_anchor', 'access_log_entry', 'session', 'sign_in_attempt', 'rate_bucket',
  'api_client_token', 'file_ticket', 'idempotency_key', 'outbox', 'notification_mail', 'framework_presence',
  'installation', 'password_reset_request', 'oidc_answer', 'invitation_link',
] // prettier-ignore

/**
 * Makes a database remember, for each transaction, which tables it changed and in which role. It is
 * laid over the template, so that every test of every file is watched.
 */
export async function watchChanges(database: Database): Promise<void> {
  await database.write(owner, async ({ db }) => {
    await sql`reset role`.execute(db)
    await sql`create schema watch authorization pmm_owner`.execute(db)
    await sql`set local role pmm_owner`.execute(db)
    for (const statement of WATCH) await sql.raw(statement).execute(db)
  })
}

/** For files that change whole tables in transactions they undo: nothing is noted any more. */
export const unwatchChanges = (db: Db) => sql`drop function watch.note() cascade`.execute(db)

const watching = (event: 'insert' | 'update' | 'delete') =>
  `execute format('create trigger watched_${event} after ${event} on public.%I
    referencing ${event === 'delete' ? 'old' : 'new'} table as changed
    for each statement execute function watch.note()', name);`

const WATCH = [
  'create table watch.touched (xid xid8 not null, relation text not null, role text not null, primary key (xid, relation, role))',
  `create function watch.note() returns trigger language plpgsql security definer set search_path = watch as $$
    begin
      if exists (select 1 from changed) then
        insert into watch.touched values (pg_current_xact_id(), tg_table_name, current_setting('role'))
          on conflict do nothing;
      end if;
      return null;
    end $$`,
  `do $$
    declare name text;
    begin
      for name in select tablename from pg_tables where schemaname = 'public' and tablename not like 'mikro_orm%' loop
        ${watching('insert')} ${watching('update')} ${watching('delete')}
      end loop;
    end $$`,
]

/** Tables that requests or the worker changed in transactions that left no line in the audit log. */
export async function changedUnaudited(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ relation: string }>`
    select distinct relation || ' by ' || role as relation from watch.touched t
    where role in ('pmm_app', 'pmm_worker') and relation <> all (${sql.val(UNLOGGED)}::text[])
      and not exists (select 1 from watch.touched a where a.xid = t.xid and a.relation = 'audit_entry')
    order by 1`.execute(db)
  return rows.map(({ relation }) => relation)
}

/** No mutation of any test changed rows without an audit row in the same transaction. */
export const expectAudited = async (db: Db): Promise<void> =>
  expect(await changedUnaudited(db), 'changed without a line in the audit log').toEqual([])
