import { sql } from 'kysely'
import type { Context } from '#access'
import { problem, type Db } from '#platform'
import { hashOfRecoveryCode } from './recovery-codes'
import { noteSecurity } from './security-notice'
import { totpStep } from './totp'

/** What the database keeps of a person's own second factor; secrets are sealed. */
export interface OwnSecondFactor {
  readonly isRequired: boolean
  readonly secret: Uint8Array | null
  readonly confirmedAt: string | null
  readonly offered: Uint8Array | null
  readonly offeredAt: string | null
  readonly codesLeft: number
  readonly hasPassword: boolean
  readonly takenAwayAt: string | null
}

export async function ownSecondFactor(db: Db): Promise<OwnSecondFactor> {
  const { rows } =
    await sql<OwnSecondFactor>`select *, second_factor_taken_away_own() as taken_away_at from second_factor_own()`.execute(
      db,
    )
  return rows[0]!
}

/** The same for whoever asks, read once however many fields want it. */
export const ownSecondFactors = async (
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OwnSecondFactor>> => {
  const own = await ownSecondFactor(db)
  return new Map(ids.map((id) => [id, own]))
}

/** Seals a secret for one person: it opens for nobody else. */
export const sealFor = (context: Context, personId: string, secret: string): Buffer =>
  context.services.sealing.seal(secret, contextOf(personId))

export const openFor = (context: Context, personId: string, sealed: Uint8Array): string =>
  context.services.sealing.open(sealed, contextOf(personId))

const contextOf = (personId: string) => `second factor of ${personId}`

/** Whether a code is right and was not used before: afterwards it is used. */
export async function spendCode(
  db: Db,
  context: Context,
  personId: string,
  sealed: Uint8Array,
  code: string,
): Promise<boolean> {
  const typed = code.replace(/\s/g, '')
  const step = await totpStep(openFor(context, personId, sealed), typed, context.now)
  if (step !== null) {
    const { rows } = await sql<{ isNew: boolean }>`
      select second_factor_spend(${personId}::uuid, ${step}::bigint) as is_new`.execute(db)
    return rows[0]?.isNew === true
  }
  const hash = hashOfRecoveryCode(typed)
  if (!hash) return false
  const { rows } = await sql<{ isNew: boolean }>`
    select recovery_code_spend(${personId}::uuid, ${hash}::bytea, ${context.now.toISOString()}::timestamptz) as is_new`.execute(
    db,
  )
  if (!rows[0]?.isNew) return false
  await noteSecurity(db, context, personId, 'RECOVERY_CODE_USED')
  return true
}

export const CODE_REFUSED = {
  problems: [
    problem('UNAUTHENTICATED', 'CODE_REFUSED', 'This code is not right, or it was used before.', [
      'input',
      'code',
    ]),
  ],
}
