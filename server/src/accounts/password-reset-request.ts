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
import { Access, type Context, PUBLIC, Problem, Rows, identityOf } from '#access'
import { badInput, isMailAddress, problem, type ProblemDetail } from '#platform'
import { accountHash } from './attempt'
import { PASSWORD_RESET_TOPIC } from './password-reset-mail'
import { ensureAlone } from './sign-in-scope'

@InputType({ description: 'Whose password is forgotten.' })
class PasswordResetRequestInput {
  @Access(PUBLIC)
  @Field(() => String, { description: 'E-mail address of the account.' })
  readonly email!: string
}

@ArgsType()
class PasswordResetRequestArgs {
  @Access(PUBLIC)
  @Field(() => PasswordResetRequestInput, { description: 'Whose password is forgotten.' })
  readonly input!: PasswordResetRequestInput
}

@ObjectType({
  description: 'Result of asking for a new password; the same with and without an account.',
})
@Rows('PAYLOAD')
@Access(PUBLIC)
export class PasswordResetRequestPayload {
  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented it. Empty on success.' })
  readonly problems!: readonly Problem[]
}

@Resolver()
export class PasswordResetRequest {
  @Access(PUBLIC)
  @Mutation(() => PasswordResetRequestPayload, {
    description:
      'Sends a link that sets a new password, once and within an hour, to the address of the account, if there is one; the answer does not tell. The only field of its document. Problems: ADDRESS_MALFORMED, RATE_LIMITED, MAIL_NOT_SENT where this installation sends no mail.',
  })
  async passwordResetRequest(
    @Args(() => PasswordResetRequestArgs) { input }: PasswordResetRequestArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<{ problems: readonly ProblemDetail[] }> {
    ensureAlone(info, context)
    const email = input.email.trim()
    if (!context.services.mailing.mailer) return { problems: [MAIL_NOT_SENT] }
    if (!isMailAddress(email)) return { problems: [ADDRESS_MALFORMED] }
    await context.close()
    const isTaken = await ask(context, email)
    return { problems: isTaken ? [] : [RATE_LIMITED] }
  }
}

// Nothing here looks for the account: the worker does, on its next round. It is not woken, or the next answer
// would tell by its time whether there was a mail to make.
const ask = (context: Context, email: string): Promise<boolean> => {
  const { exchange, now, services, viewer } = context
  const at = now.toISOString()
  return services.database.write(identityOf(viewer), async ({ db }) => {
    const requestId = services.ids.next()
    const { rows } = await sql<{ isTaken: boolean }>`
      select password_reset_ask(${requestId}::uuid, ${accountHash(email)}::bytea, ${exchange.network}::bytea, ${email},
        ${at}::timestamptz) as is_taken`.execute(db)
    if (!rows[0]?.isTaken) return false
    await sql`select outbox_add(${services.ids.next()}::uuid, ${PASSWORD_RESET_TOPIC},
      ${JSON.stringify({ requestId })}::jsonb, ${at}::timestamptz)`.execute(db)
    return true
  })
}

const ADDRESS_MALFORMED = badInput('ADDRESS_MALFORMED', 'This is not an e-mail address.', [
  'input',
  'email',
])
const RATE_LIMITED = problem(
  'FORBIDDEN',
  'RATE_LIMITED',
  'Too many requests from your network. Try again in an hour.',
  ['input'],
)
const MAIL_NOT_SENT = problem(
  'CONFLICT',
  'MAIL_NOT_SENT',
  'This installation sends no mail. Ask an administrator of the secretariat for a link.',
)
