import type { GraphQLResolveInfo } from 'graphql'
import { sql, type RawBuilder } from 'kysely'
import { Ctx, Info, Mutation, Resolver } from 'type-graphql'
import { Access, type Context, MEMBER, REVIEWER, SECRETARIAT, identityOf } from '#access'
import { problem } from '#platform'
import { noteSession } from './open-session'
import { staleness } from './proof'
import { hashOfRecoveryCode, newRecoveryCodes } from './recovery-codes'
import { ownSecondFactor } from './second-factor'
import { RecoveryCodesPayload } from './second-factor.type'
import { ensureAlone } from './sign-in-scope'

@Resolver()
export class RecoveryCodesRenew {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Mutation(() => RecoveryCodesPayload, {
    description:
      'Gives out new recovery codes and voids the former ones. The only field of its document. Problems: REAUTHENTICATION_REQUIRED, NO_SECOND_FACTOR.',
  })
  async recoveryCodesRenew(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RecoveryCodesPayload> {
    ensureAlone(info, context)
    const { viewer, now, services } = context
    const refused = staleness(viewer)
    if (refused) return { recoveryCodes: [], ...refused }

    await context.close()
    const recoveryCodes = newRecoveryCodes()
    const isDone = await services.database.write(identityOf(viewer), async ({ db }) => {
      if ((await ownSecondFactor(db)).secret === null) return false
      await sql`select recovery_codes_replace(${hashesOf(recoveryCodes)}, ${now.toISOString()}::timestamptz)`.execute(
        db,
      )
      await noteSession(db, context, viewer, 'recoveryCodesRenew')
      return true
    })
    return isDone ? { recoveryCodes, problems: [] } : { recoveryCodes: [], ...NO_SECOND_FACTOR }
  }
}

/** What is kept of the codes, as an array the database reads on either driver. */
export function hashesOf(codes: readonly string[]): RawBuilder<unknown> {
  const hexes = codes.map((code) => hashOfRecoveryCode(code)!.toString('hex'))
  return sql`(select array_agg(decode(h, 'hex')) from unnest(${sql.val(hexes)}::text[]) h)`
}

export const NO_SECOND_FACTOR = {
  problems: [problem('CONFLICT', 'NO_SECOND_FACTOR', 'There is no second factor to change.')],
}
