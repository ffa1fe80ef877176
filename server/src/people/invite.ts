import { sql } from 'kysely'
import { Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, SECRETARIAT, ensure, type CommandScope } from '#access'
import { Hat, Locale, type Role } from '#accounts'
import { Refusal, badInput, problem, type Db, type ProblemDetail } from '#platform'
import { giveLink, invitationEnds } from './invitation-link'
import { InvitationPayload } from './invitation.type'
import { lockAdministration } from './person.lock'
import { canGive } from './policies'
import { administrationOfRoles } from './role-grant'
import { mailProblems, nameProblems, plainText } from './text'

@InputType({ description: 'Whom to invite, and to what.' })
class PersonInviteInput {
  @Access(MEMBER, SECRETARIAT)
  @Field(() => String, { description: 'Name of the person, who confirms or corrects it.' })
  readonly name!: string

  @Access(MEMBER, SECRETARIAT)
  @Field(() => String, { description: 'E-mail address, to which the invitation is bound.' })
  readonly email!: string

  @Access(MEMBER, SECRETARIAT)
  @Field(() => [Hat], {
    description: 'Roles to give: all of the secretariat, or all of one administration.',
  })
  readonly roles!: readonly Role[]

  @Access(MEMBER, SECRETARIAT)
  @Field(() => Locale, { description: 'Language to write in.' })
  readonly locale!: Locale

  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description:
      'Id of the administration, for roles that are held for one. Coordinators invite to their own.',
  })
  readonly administrationId?: string | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class PersonInviteArgs {
  @Access(MEMBER, SECRETARIAT)
  @Field(() => PersonInviteInput, { description: 'Whom to invite.' })
  readonly input!: PersonInviteInput
}

@Resolver()
export class PersonInvite {
  @Access(MEMBER, SECRETARIAT)
  @Mutation(() => InvitationPayload, {
    description:
      'Invites a person to take on roles, by a link that works once and for 24 hours. Whoever has an account with the address gets the roles after signing in. Problems: WRONG_HAT, RIGHTS_EXCEEDED, ROLE_MISSING, MIXED_ROLES, ADMINISTRATION_MISSING, UNKNOWN_ADMINISTRATION, NO_ADMINISTRATION, TEXT_MISSING, NAME_UNFIT, MAIL_UNFIT, ALREADY_A_COLLEAGUE, INVITED_ALREADY.',
  })
  personInvite(@Args(() => PersonInviteArgs) { input }: PersonInviteArgs, @Ctx() context: Context) {
    return context.command('personInvite', input, async (scope) => {
      const { db, viewer, now, newId, record } = scope
      const roles = [...new Set(input.roles)]
      ensure(canGive(viewer, roles), ['input', 'roles'])
      if (roles.length === 0) throw new Refusal([ROLE_MISSING])
      const administrationId = await administrationOfRoles(scope, roles, input.administrationId)
      await lockAdministration(db, administrationId)
      const email = input.email.trim()
      const problems = [
        ...nameProblems(input.name, ['input', 'name']),
        ...mailProblems(email, ['input', 'email']),
        ...(await knownProblems(db, email, administrationId)),
      ]
      if (problems.length > 0) throw new Refusal(problems)

      const invitation = { id: newId(), roles }
      await db
        .insertInto('invitation')
        .values({
          ...invitation,
          administrationId,
          email,
          name: plainText(input.name),
          locale: input.locale,
          invitedBy: viewer.personId!,
          inviterRoleId: await roleOfViewer(scope),
          createdAt: now,
          sentAt: now,
          expiresAt: invitationEnds(now),
        })
        .execute()
      await giveLink(context, scope, invitation)
      record({
        action: 'personInvite',
        objectType: 'Invitation',
        objectId: invitation.id,
        administrationId,
        facts: { roles },
      })
      return { invitationId: invitation.id }
    })
  }
}

/** What speaks against inviting this address: somebody who is here, or an invitation that waits. */
async function knownProblems(
  db: Db,
  email: string,
  administrationId: string | null,
): Promise<readonly ProblemDetail[]> {
  const { rows } = await sql<{ isColleague: boolean; isInvited: boolean }>`select
    exists (select 1 from person_role r join person_account a on a.person_id = r.person_id
      where r.ended_at is null and r.administration_id is not distinct from ${administrationId}::uuid
        and lower(a.email) = lower(${email})) as is_colleague,
    exists (select 1 from invitation i where i.accepted_at is null and i.revoked_at is null
      and i.administration_id is not distinct from ${administrationId}::uuid
      and lower(i.email) = lower(${email})) as is_invited`.execute(db)
  const known = rows[0]!
  return [
    ...(known.isColleague ? [ALREADY_A_COLLEAGUE] : []),
    ...(known.isInvited ? [INVITED_ALREADY] : []),
  ]
}

/** The role under which the viewer acts: with its end, what was promised under it ends too. */
export async function roleOfViewer({
  db,
  viewer,
}: Pick<CommandScope, 'db' | 'viewer'>): Promise<string> {
  const { id } = await db
    .selectFrom('personRole')
    .select('id')
    .where('personId', '=', viewer.personId!)
    .where('role', '=', viewer.hat as Exclude<Role, 'PARTNER'>)
    .where(
      'administrationId',
      viewer.administrationId === null ? 'is' : '=',
      viewer.administrationId,
    )
    .where('endedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return id
}

const ROLE_MISSING = badInput('ROLE_MISSING', 'Name at least one role.', ['input', 'roles'])
const ALREADY_A_COLLEAGUE = problem('CONFLICT', 'ALREADY_A_COLLEAGUE', 'Somebody with this address is here already; give them the role instead.', ['input', 'email']) // prettier-ignore
const INVITED_ALREADY = problem('CONFLICT', 'INVITED_ALREADY', 'An invitation to this address waits already; send it again or call it off.', ['input', 'email']) // prettier-ignore
