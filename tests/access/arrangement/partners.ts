import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../../server/src/platform'
import { tokenOfClient } from '../../../server/src/accounts'

/** Token of a partner that may read some KPIs of releases under embargo. */
export const kpiSetToken = (): string =>
  tokenOfClient(
    '0b9c5a3e-1c55-8e0f-9d7a-54d3a0f1c002',
    createHash('sha256').update('KPI set partner of the tests').digest(),
  )

/** Token of a partner that may read releases under embargo. */
export const embargoToken = (): string =>
  tokenOfClient(
    '0b9c5a3e-1c55-8e0f-9d7a-54d3a0f1c001',
    createHash('sha256').update('embargo partner of the tests').digest(),
  )

/** Token of the demonstration partner, found by the name of its client. */
export function demonstrationToken(clientId: string): string {
  return tokenOfClient(clientId, createHash('sha256').update('pmm demonstration partner').digest())
}

/** A partner beside the usual ones, for the tests that look at KPI sets. */
export async function addKpiSetPartner(db: Db, at: Date): Promise<void> {
  const now = at.toISOString()
  await sql`insert into api_client (id, name, scopes, created_at, expires_at)
    values ('0b9c5a3e-1c55-8e0f-9d7a-54d3a0f1c002', 'KPI set partner of the tests',
      '{read:public,read:embargo,kpi:TF}', ${now}::timestamptz, '2027-06-30')`.execute(db)
  await sql`insert into api_client_token (token_hash, api_client_id, created_at, expires_at)
    values (${createHash('sha256').update(kpiSetToken()).digest()}, '0b9c5a3e-1c55-8e0f-9d7a-54d3a0f1c002',
      ${now}::timestamptz, '2027-06-30')`.execute(db)
}

export async function addEmbargoPartner(db: Db, now: string): Promise<void> {
  await sql`insert into api_client (id, name, scopes, created_at, expires_at)
    values ('0b9c5a3e-1c55-8e0f-9d7a-54d3a0f1c001', 'Embargo partner of the tests',
      '{read:public,read:embargo}', ${now}::timestamptz, '2027-06-30')`.execute(db)
  await sql`insert into api_client_token (token_hash, api_client_id, created_at, expires_at)
    values (${createHash('sha256').update(embargoToken()).digest()}, '0b9c5a3e-1c55-8e0f-9d7a-54d3a0f1c001',
      ${now}::timestamptz, '2027-06-30')`.execute(db)
}
