import { sql } from 'kysely'
import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, SECRETARIAT, ensure } from '#access'
import { giveLink, invitationEnds } from './invitation-link'
import { lockInvitation } from './invitation.lock'
import { factsOf } from './invitation.query'
import { InvitationDecideArgs } from './invitation-revoke'
import { InvitationPayload } from './invitation.type'
import { roleOfViewer } from './invite'
import { canResendInvitation } from './policies'

@Resolver()
export class InvitationResend {
  @Access(MEMBER, SECRETARIAT)
  @Mutation(() => InvitationPayload, {
    description:
      'Sends an invitation again under the viewer’s name, with a new link for 24 hours; the former link is of no use from now on. Problems: NOT_FOUND, WRONG_HAT, RIGHTS_EXCEEDED, WRONG_STATE.',
  })
  invitationResend(
    @Args(() => InvitationDecideArgs) { input }: InvitationDecideArgs,
    @Ctx() context: Context,
  ) {
    return context.command('invitationResend', input, async (scope) => {
      const { db, viewer, now, record } = scope
      const invitation = await lockInvitation(scope, input.invitationId)
      ensure(canResendInvitation(viewer, factsOf(invitation)), ['input', 'invitationId'])

      await db
        .updateTable('invitation')
        .set({
          invitedBy: viewer.personId!,
          inviterRoleId: await roleOfViewer(scope),
          sentAt: now,
          expiresAt: invitationEnds(now),
          version: sql`version + 1`,
        })
        .where('id', '=', invitation.id)
        .execute()
      await giveLink(context, scope, invitation)
      record({
        action: 'invitationResend',
        objectType: 'Invitation',
        objectId: invitation.id,
        administrationId: invitation.administrationId,
      })
      return { invitationId: invitation.id }
    })
  }
}
