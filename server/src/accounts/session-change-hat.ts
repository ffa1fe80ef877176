import type { GraphQLResolveInfo } from 'graphql'
import { sql } from 'kysely'
import { Args, ArgsType, Ctx, Field, ID, Info, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, type Context, PUBLIC, identityOf } from '#access'
import { notFound, problem, uuidOf, type Db, type ProblemDetail } from '#platform'
import { viewerOfSession } from './load-viewer'
import { enterSession, noteSession, rolesOf, type OpenedSession } from './open-session'
import { hashOfSecret, newSecret } from './secret-token'
import { limitsOf } from './session-limits'
import { ensureAlone } from './sign-in-scope'
import { SessionPayload } from './viewer.type'

@InputType({ description: 'Which role to act in.' })
class SessionChangeHatInput {
  @Access(PUBLIC)
  @Field(() => ID, { description: 'Id of a role the person holds, from `viewer.hats`.' })
  readonly roleId!: string
}

@ArgsType()
class SessionChangeHatArgs {
  @Access(PUBLIC)
  @Field(() => SessionChangeHatInput, { description: 'Which role to act in.' })
  readonly input!: SessionChangeHatInput
}

@Resolver()
export class SessionChangeHat {
  @Access(PUBLIC)
  @Mutation(() => SessionPayload, {
    description:
      'Goes on in another role of the same person, under a new session token; the former one ends. The only field of its document. Problems: SIGN_IN_REQUIRED, NOT_FOUND, SESSION_TOO_OLD.',
  })
  async sessionChangeHat(
    @Args(() => SessionChangeHatArgs) { input }: SessionChangeHatArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Omit<SessionPayload, 'viewer'>> {
    ensureAlone(info, context)
    const { personId } = context.viewer
    const token = context.exchange.sessionToken
    if (personId === null || token === null) return refusedWith(NOBODY)

    const roleId = uuidOf('RO', input.roleId)
    await context.close()
    const changed = await context.services.database.write(identityOf(context.viewer), ({ db }) =>
      changeSession(db, context, personId, roleId, token),
    )
    if (changed === 'NOT_FOUND') return { problems: notFound(['input', 'roleId']).problems }
    if (changed === 'TOO_OLD') return refusedWith(TOO_OLD)
    await enterSession(context, changed)
    return { problems: [] }
  }
}

async function changeSession(
  db: Db,
  context: Context,
  personId: string,
  roleId: string | null,
  oldToken: string,
): Promise<OpenedSession | 'NOT_FOUND' | 'TOO_OLD'> {
  const role = (await rolesOf(db, personId)).find(({ id }) => id === roleId)
  if (!role) return 'NOT_FOUND'
  const limits = limitsOf(role.role)
  const { token, hash } = newSecret()
  const { rows } = await sql<{ outcome: 'CHANGED' | 'NOT_FOUND' | 'TOO_OLD' }>`
    select session_change(${context.services.ids.next()}::uuid, ${hashOfSecret(oldToken)}::bytea, ${hash}::bytea,
      ${role.id}::uuid, ${context.now.toISOString()}::timestamptz, ${limits.idleMinutes}::integer,
      ${limits.absoluteHours}::integer) as outcome`.execute(db)
  const outcome = rows[0]?.outcome ?? 'NOT_FOUND'
  if (outcome !== 'CHANGED') return outcome
  const viewer = await viewerOfSession(db, token, context.now)
  if (!viewer) return 'NOT_FOUND'
  await noteSession(db, context, viewer, 'sessionChangeHat')
  return { token, viewer, expiresAt: viewer.sessionEnds!.latestAt }
}

const refusedWith = (detail: ProblemDetail) => ({ problems: [detail] })

const NOBODY = problem('UNAUTHENTICATED', 'SIGN_IN_REQUIRED', 'Nobody is signed in.')
const TOO_OLD = problem(
  'UNAUTHENTICATED',
  'SESSION_TOO_OLD',
  'This role asks for a sign-in on the same day. Sign in again first.',
  ['input', 'roleId'],
)
