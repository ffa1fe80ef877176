import type { GraphQLResolveInfo } from 'graphql'
import { sql } from 'kysely'
import {
  Args,
  ArgsType,
  Ctx,
  Field,
  Info,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql'
import { Access, type Context, PUBLIC, Problem, Rows, appendAudit, identityOf } from '#access'
import { problem, type ProblemDetail } from '#platform'
import { hashPassword, passwordProblems } from './password'
import { hashOfSecret, isSecret } from './secret-token'
import { noteSecurity } from './security-notice'
import { ensureAlone } from './sign-in-scope'

@InputType({ description: 'Single-use link and the password wanted.' })
class PasswordSetInput {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Token of the link.' })
  readonly token!: string

  @Access(PUBLIC)
  @Field(() => String, { description: 'Password wanted, of 12 to 200 characters.' })
  readonly password!: string
}

@ArgsType()
class PasswordSetArgs {
  @Access(PUBLIC)
  @Field(() => PasswordSetInput, { description: 'Single-use link and the password wanted.' })
  readonly input!: PasswordSetInput
}

@ObjectType({ description: 'Result of setting a password.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class PasswordSetPayload {
  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented it. Empty on success.' })
  readonly problems!: readonly Problem[]
}

@Resolver()
export class PasswordSet {
  @Access(PUBLIC)
  @Mutation(() => PasswordSetPayload, {
    description:
      'Sets the password of the account a single-use link was made for, and ends all its sessions; sign in afterwards. Problems: LINK_INVALID, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_TOO_COMMON, PASSWORD_HAS_ADDRESS.',
  })
  async passwordSet(
    @Args(() => PasswordSetArgs) { input }: PasswordSetArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<{ problems: readonly ProblemDetail[] }> {
    ensureAlone(info, context)
    const email = await addressOfLink(context, input.token)
    const problems = [
      ...(email === null ? [LINK_INVALID] : []),
      ...passwordProblems(input.password, { email: email ?? '' }),
    ]
    if (problems.length > 0) return { problems }

    const hash = await hashPassword(input.password)
    const isSet = await useLink(context, input.token, hash)
    return { problems: isSet ? [] : [LINK_INVALID] }
  }
}

/** Address of the account the link was made for; null where the link is not good. */
async function addressOfLink(context: Context, token: string): Promise<string | null> {
  if (!isSecret(token)) return null
  const { rows } = await context.read((db) =>
    sql<{ email: string }>`
      select email from sign_in_link_account(${hashOfSecret(token)}::bytea, ${context.now.toISOString()}::timestamptz)`.execute(
      db,
    ),
  )
  // Hashing takes long; the read transaction must not be held meanwhile.
  await context.close()
  return rows[0]?.email ?? null
}

const useLink = (context: Context, token: string, hash: string): Promise<boolean> =>
  context.services.database.write(identityOf(context.viewer), async ({ db }) => {
    const { rows } = await sql<{ personId: string | null }>`
      select sign_in_link_use(${hashOfSecret(token)}::bytea, ${hash}, ${context.now.toISOString()}::timestamptz) as person_id`.execute(
      db,
    )
    const personId = rows[0]?.personId
    if (!personId) return false
    await noteSecurity(db, context, personId, 'PASSWORD_SET')
    await appendAudit(db, { ...context.viewer, personId }, context.requestId, context.now, [
      { action: 'passwordSet', objectType: 'Person', objectId: personId, administrationId: null },
    ])
    return true
  })

const LINK_INVALID = problem(
  'NOT_FOUND',
  'LINK_INVALID',
  'This link has been used, has expired or was never given out. Ask for a new one.',
  ['input', 'token'],
)
