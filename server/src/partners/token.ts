import { sql } from 'kysely'
import type { CommandScope } from '#access'
import { hashOfSecret, tokenOfClient } from '#accounts'
import type { Db } from '#platform'
import type { ApiClient } from './api-client.type'

const SHOWN_CHARACTERS = 4

/** Makes a token that lasts as long as the access, and shows it this once. */
export async function addToken(
  { db, now, newId, once }: Pick<CommandScope, 'db' | 'now' | 'newId' | 'once'>,
  client: ApiClient,
): Promise<void> {
  const token = tokenOfClient(client.id)
  await sql`select api_client_token_add(${newId()}::uuid, ${client.id}::uuid, ${hashOfSecret(token)}::bytea,
    ${token.slice(-SHOWN_CHARACTERS)}, ${now.toISOString()}::timestamptz, ${client.expiresAt}::timestamptz)`.execute(
    db,
  )
  once({ token })
}

/** Lets tokens of a client end at the moment given, one or all; how many that concerns. */
export async function endTokens(
  db: Db,
  clientId: string,
  tokenId: string | null,
  now: Date,
  until: Date,
): Promise<number> {
  const { rows } = await sql<{ ended: number }>`
    select api_client_tokens_end(${clientId}::uuid, ${tokenId}::uuid, ${now.toISOString()}::timestamptz,
      ${until.toISOString()}::timestamptz) as ended`.execute(db)
  return rows[0]?.ended ?? 0
}
