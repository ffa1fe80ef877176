import type { GraphQLResolveInfo } from 'graphql'
import { sql } from 'kysely'
import { Args, ArgsType, Ctx, Field, Info, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, type Context, PUBLIC, identityOf } from '#access'
import { problem, type Db } from '#platform'
import { beginAttempt, codesHash, rateLimited, succeed } from './attempt'
import { enterSession, noteSession, renewSession, type OpenedSession } from './open-session'
import type { Refused } from './proof'
import { newRecoveryCodes } from './recovery-codes'
import { hashesOf } from './recovery-codes-renew'
import { CODE_REFUSED, openFor, ownSecondFactor } from './second-factor'
import { RecoveryCodesPayload } from './second-factor.type'
import { noteSecurity } from './security-notice'
import { SIGN_IN_REQUIRED } from './session-problems'
import { CODE_LIMITS } from './sign-in-limits'
import { ensureAlone } from './sign-in-scope'
import { totpStep } from './totp'

const OFFER_MINUTES = 15

@InputType({ description: 'Proof that the authenticator app has the key.' })
class SecondFactorConfirmInput {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Six digits the app shows.' })
  readonly code!: string
}

@ArgsType()
class SecondFactorConfirmArgs {
  @Access(PUBLIC)
  @Field(() => SecondFactorConfirmInput, {
    description: 'Proof that the authenticator app has the key.',
  })
  readonly input!: SecondFactorConfirmInput
}

@Resolver()
export class SecondFactorConfirm {
  @Access(PUBLIC)
  @Mutation(() => RecoveryCodesPayload, {
    description:
      'Sets up the key of `secondFactorBegin` in place of a former one, gives out new recovery codes, goes on under a new session token and ends all other sessions. The only field of its document. Problems: SIGN_IN_REQUIRED, NOT_OFFERED, CODE_REFUSED, RATE_LIMITED.',
  })
  async secondFactorConfirm(
    @Args(() => SecondFactorConfirmArgs) { input }: SecondFactorConfirmArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RecoveryCodesPayload> {
    ensureAlone(info, context)
    const { viewer, services } = context
    const { personId } = viewer
    if (personId === null) return { recoveryCodes: [], ...SIGN_IN_REQUIRED }

    await context.close()
    const recoveryCodes = newRecoveryCodes()
    const settled = await services.database.write(identityOf(viewer), ({ db }) =>
      confirm(db, context, personId, input.code.replace(/\s/g, ''), recoveryCodes),
    )
    if ('problems' in settled) return { recoveryCodes: [], ...settled }
    await enterSession(context, settled)
    return { recoveryCodes, problems: [] }
  }
}

async function confirm(
  db: Db,
  context: Context,
  personId: string,
  code: string,
  recoveryCodes: readonly string[],
): Promise<OpenedSession | Refused> {
  const { now } = context
  const { offered, offeredAt } = await ownSecondFactor(db)
  const age = offeredAt === null ? Infinity : now.getTime() - new Date(offeredAt).getTime()
  if (offered === null || age > OFFER_MINUTES * 60_000) return NOT_OFFERED

  const attempt = await beginAttempt(db, context, 'CODE', codesHash(personId), CODE_LIMITS)
  if ('wait' in attempt) return rateLimited(attempt.wait)
  const step = await totpStep(openFor(context, personId, offered), code, now)
  if (step === null) return CODE_REFUSED
  const { rows } = await sql<{ isSet: boolean }>`
    select second_factor_confirm(${offered}::bytea, ${step}::bigint, ${hashesOf(recoveryCodes)}, ${now.toISOString()}::timestamptz) as is_set`.execute(
    db,
  )
  if (!rows[0]?.isSet) return NOT_OFFERED
  await succeed(db, attempt.id)
  const renewed = await renewSession(db, context, true)
  if (!renewed) return SIGN_IN_REQUIRED
  await noteSecurity(db, context, personId, 'SECOND_FACTOR_SET_UP')
  await noteSession(db, context, renewed.viewer, 'secondFactorConfirm')
  return renewed
}

const NOT_OFFERED = {
  problems: [
    problem(
      'CONFLICT',
      'NOT_OFFERED',
      'No key waits to be confirmed, or it has waited too long. Begin again.',
    ),
  ],
}
