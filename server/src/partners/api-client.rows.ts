import { sql } from 'kysely'
import { isUuid, requestError, type Db, type Page } from '#platform'
import type { ApiClient, ApiClientStatus, ApiClientToken } from './api-client.type'

export interface ApiClientTokenRow extends ApiClientToken {
  readonly apiClientId: string
}

const columns = (
  now: Date,
) => sql`id, owner_id as person_id, name, organisation, purpose, contact_name, contact_mail,
  terms_accepted_on, status, scopes, allowed_networks, expires_at, expires_at <= ${now.toISOString()}::timestamptz as is_expired,
  created_at, decided_at, revoked_at, version`

/** A page of the clients the viewer may see, by name, with one row more than asked for. */
export async function apiClientPage(
  db: Db,
  page: Page,
  status: ApiClientStatus | null,
  now: Date,
): Promise<{ rows: readonly ApiClient[]; total: number }> {
  const where = sql`(${status}::text is null or status = ${status})`
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from api_client where ${where}`.execute(db)
  const after = page.after === null ? sql`true` : isAfter(page.after)
  const { rows } =
    await sql<ApiClient>`select ${columns(now)} from api_client where ${where} and ${after}
    order by name collate pmm_text, id limit ${page.first + 1}`.execute(db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

function isAfter([name, id]: readonly string[]) {
  if (name === undefined || id === undefined || !isUuid(id)) {
    throw requestError('BAD_INPUT', 'CURSOR', '"after" is not a cursor of this list.')
  }
  return sql`(name collate pmm_text, id) > (${name}::text collate pmm_text, ${id}::uuid)`
}

/** One client, if the viewer may see it. */
export async function apiClientById(db: Db, id: string, now: Date): Promise<ApiClient | null> {
  const { rows } = await sql<ApiClient>`
    select ${columns(now)} from api_client where id = ${id}::uuid`.execute(db)
  return rows[0] ?? null
}

/** Tokens by client, the newest first; a revoked or expired one stays listed. */
export async function tokensOfClients(
  db: Db,
  ids: readonly string[],
  { now }: { readonly now: Date },
): Promise<ReadonlyMap<string, readonly ApiClientTokenRow[]>> {
  const { rows } = await sql<ApiClientTokenRow>`
    select t.*, c.owner_id as person_id, t.revoked_at is null and t.expires_at > ${now.toISOString()}::timestamptz
      and c.status = 'GRANTED' and c.expires_at > ${now.toISOString()}::timestamptz as is_valid
    from api_client_tokens(${sql.val([...ids])}::uuid[]) t join api_client c on c.id = t.api_client_id
    order by t.created_at desc, t.id`.execute(db)
  return Map.groupBy(rows, ({ apiClientId }) => apiClientId)
}
