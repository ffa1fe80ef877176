import { sql } from 'kysely'
import type { CommandScope } from '#access'
import { notFound, uuidOf } from '#platform'
import { factsOf } from './api-client.query'
import { apiClientById, tokensOfClients, type ApiClientTokenRow } from './api-client.rows'
import type { ApiClient } from './api-client.type'
import type { ApiClientFacts } from './policies'

export interface LockedClient {
  readonly client: ApiClient
  readonly tokens: readonly ApiClientTokenRow[]
  readonly facts: ApiClientFacts
}

/** The client a command is about, with every other change of it held back. */
export async function lockClient(
  { db, now }: Pick<CommandScope, 'db' | 'now'>,
  globalId: string,
): Promise<LockedClient> {
  const id = uuidOf('AC', globalId)
  if (!id || !(await apiClientById(db, id, now))) throw notFound(['input', 'clientId'])
  await sql`select lock_people(${id}::uuid)`.execute(db)
  const client = await apiClientById(db, id, now)
  if (!client) throw notFound(['input', 'clientId'])
  const tokens = (await tokensOfClients(db, [id], { now })).get(id) ?? []
  return { client, tokens, facts: factsOf(client, tokens) }
}

/** An audit entry about a client, in the chain of the secretariat. */
export function recordClient(
  record: CommandScope['record'],
  action: string,
  id: string,
  facts: Readonly<Record<string, unknown>> = {},
): void {
  record({ action, objectType: 'ApiClient', objectId: id, administrationId: null, facts })
}
