import type { GraphQLResolveInfo } from 'graphql'
import { sql } from 'kysely'
import { Args, ArgsType, Ctx, Field, Info, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, type Context, PUBLIC, appendAudit, identityOf } from '#access'
import {
  ensureAlone,
  hashOfSecret,
  hashPassword,
  isSecret,
  passwordProblems,
  workspaceOf,
  type Role,
} from '#accounts'
import { badInput, problem, type ProblemDetail } from '#platform'
import { InvitationAcceptPayload } from './invitation.type'
import { offerOfLink } from './invitation.rows'
import { nameProblems, plainText } from './text'

@InputType({ description: 'The link of an invitation and, for a new account, name and password.' })
class InvitationAcceptInput {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Token of the link.' })
  readonly token!: string

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description: 'Name as the person wants to appear. Not used where there is an account.',
  })
  readonly name?: string | null

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description:
      'Password wanted, of 12 to 200 characters. Not used where there is an account: sign in with it before.',
  })
  readonly password?: string | null
}

@ArgsType()
class InvitationAcceptArgs {
  @Access(PUBLIC)
  @Field(() => InvitationAcceptInput, { description: 'The link and who accepts.' })
  readonly input!: InvitationAcceptInput
}

@Resolver()
export class InvitationAccept {
  @Access(PUBLIC)
  @Mutation(() => InvitationAcceptPayload, {
    description:
      'Accepts an invitation: makes the account, or gives the roles to the person who signed in with the invited address. The only field of its document; sign in afterwards. Problems: LINK_INVALID, SIGN_IN_REQUIRED, OTHER_ADDRESS, TEXT_MISSING, NAME_UNFIT, PASSWORD_MISSING, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_TOO_COMMON, PASSWORD_HAS_ADDRESS.',
  })
  async invitationAccept(
    @Args(() => InvitationAcceptArgs) { input }: InvitationAcceptArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<InvitationAcceptPayload> {
    ensureAlone(info, context)
    const offer = isSecret(input.token)
      ? await context.read((db) => offerOfLink(db, hashOfSecret(input.token), context.now))
      : null
    // Hashing takes long; the read transaction must not be held meanwhile.
    await context.close()
    if (!offer) return { problems: [LINK_INVALID] }
    if (context.viewer.unfinished) return { problems: [PROBLEMS.SIGN_IN] }
    const isNew = !offer.hasAccount && context.viewer.personId === null
    const problems = isNew ? newAccountProblems(input, offer.email) : []
    if (problems.length > 0) return { problems }

    const hash = isNew ? await hashPassword(input.password ?? '') : null
    const outcome = await accept(context, input, hash, offer.roles.length)
    return outcome.problem
      ? { problems: [outcome.problem] }
      : { problems: [], workspace: workspaceOf(offer.roles[0]!) }
  }
}

const newAccountProblems = (
  { name, password }: InvitationAcceptInput,
  email: string,
): readonly ProblemDetail[] => [
  ...nameProblems(name ?? '', ['input', 'name']),
  ...(password ? passwordProblems(password, { email }) : [PASSWORD_MISSING]),
]

interface Accepted {
  readonly outcome: 'ACCEPTED' | 'GONE' | 'SIGN_IN' | 'OTHER_ADDRESS' | 'PASSWORD'
  readonly invitationId: string
  readonly personId: string
  readonly administrationId: string | null
  readonly roles: readonly Role[]
}

const accept = (
  { services, viewer, now, requestId }: Context,
  input: InvitationAcceptInput,
  hash: string | null,
  roleCount: number,
): Promise<{ readonly problem?: ProblemDetail }> =>
  services.database.write(identityOf(viewer), async ({ db }) => {
    const roleIds = Array.from({ length: roleCount }, () => services.ids.next())
    const { rows } = await sql<Accepted>`
      select * from invitation_accept(${hashOfSecret(input.token)}::bytea, ${now.toISOString()}::timestamptz,
        ${services.ids.next()}::uuid, ${plainText(input.name ?? '')}, ${hash}, ${sql.val(roleIds)}::uuid[])`.execute(
      db,
    )
    const { outcome, invitationId, personId, administrationId, roles } = rows[0]!
    if (outcome !== 'ACCEPTED') return { problem: PROBLEMS[outcome] }
    await appendAudit(db, { ...viewer, personId }, requestId, now, [
      {
        action: 'invitationAccept',
        objectType: 'Invitation',
        objectId: invitationId,
        administrationId,
        facts: { roles },
      },
    ])
    return {}
  })

const LINK_INVALID = problem('NOT_FOUND', 'LINK_INVALID', 'This invitation has been accepted, called off, has expired or was never given out. Ask for a new one.', ['input', 'token']) // prettier-ignore
const PASSWORD_MISSING = badInput('PASSWORD_MISSING', 'Choose a password.', ['input', 'password'])

const PROBLEMS = {
  GONE: LINK_INVALID,
  SIGN_IN: problem('UNAUTHENTICATED', 'SIGN_IN_REQUIRED', 'There is an account with this address. Sign in with it, then accept.', ['input', 'token']), // prettier-ignore
  OTHER_ADDRESS: problem('FORBIDDEN', 'OTHER_ADDRESS', 'This invitation was sent to another address than yours.', ['input', 'token']), // prettier-ignore
  PASSWORD: PASSWORD_MISSING,
} as const
