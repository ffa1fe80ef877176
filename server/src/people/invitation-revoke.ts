import { sql } from 'kysely'
import { Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, SECRETARIAT, ensure } from '#access'
import { lockInvitation } from './invitation.lock'
import { factsOf } from './invitation.query'
import { InvitationPayload } from './invitation.type'
import { canRevokeInvitation } from './policies'

@InputType({ description: 'Which invitation.' })
export class InvitationDecideInput {
  @Access(MEMBER, SECRETARIAT)
  @Field(() => ID, { description: 'Id of the invitation.' })
  readonly invitationId!: string

  @Access(MEMBER, SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
export class InvitationDecideArgs {
  @Access(MEMBER, SECRETARIAT)
  @Field(() => InvitationDecideInput, { description: 'Which invitation.' })
  readonly input!: InvitationDecideInput
}

@Resolver()
export class InvitationRevoke {
  @Access(MEMBER, SECRETARIAT)
  @Mutation(() => InvitationPayload, {
    description:
      'Calls an invitation off; its link is of no use from now on. Problems: NOT_FOUND, WRONG_HAT, RIGHTS_EXCEEDED, WRONG_STATE.',
  })
  invitationRevoke(
    @Args(() => InvitationDecideArgs) { input }: InvitationDecideArgs,
    @Ctx() context: Context,
  ) {
    return context.command('invitationRevoke', input, async (scope) => {
      const { db, viewer, now, record } = scope
      const invitation = await lockInvitation(scope, input.invitationId)
      ensure(canRevokeInvitation(viewer, factsOf(invitation)), ['input', 'invitationId'])

      await db
        .updateTable('invitation')
        .set({ revokedAt: now, revokedBy: viewer.personId, version: sql`version + 1` })
        .where('id', '=', invitation.id)
        .execute()
      record({
        action: 'invitationRevoke',
        objectType: 'Invitation',
        objectId: invitation.id,
        administrationId: invitation.administrationId,
      })
      return { invitationId: invitation.id }
    })
  }
}
