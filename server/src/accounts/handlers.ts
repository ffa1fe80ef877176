import { sql } from 'kysely'
import type { DueHandler, OutboxHandler } from '#platform'
import { PASSWORD_RESET_TOPIC, sendPasswordReset } from './password-reset-mail'
import { SECURITY_NOTICE_TOPIC, sendSecurityNotice } from './security-notice'

/** What the outbox worker does for this noun. */
export const accountsHandlers: ReadonlyMap<string, OutboxHandler> = new Map([
  [PASSWORD_RESET_TOPIC, sendPasswordReset],
  [SECURITY_NOTICE_TOPIC, sendSecurityNotice],
])

/** Clears away, once an hour, what nobody needs any more: old attempts, links, requests and ways to the provider. */
export const clearSignIn: DueHandler = async ({ db, now }) => {
  await sql`select sign_in_clear(${now.toISOString()}::timestamptz)`.execute(db)
}
