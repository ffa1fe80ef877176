import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, REVIEWER, SECRETARIAT } from '#access'
import { Refusal, problem } from '#platform'
import { SupportAccessArgs } from './access-open'
import { openAccesses } from './support.rows'
import { SupportAccessPayload } from './support.type'

@Resolver()
export class SupportAccessClose {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Mutation(() => SupportAccessPayload, {
    description:
      'Closes the support access of the viewer, whatever the hat, and ends with it at once whatever looks through it. Problems: NOT_OPEN.',
  })
  supportAccessClose(
    @Args(() => SupportAccessArgs) { input }: SupportAccessArgs,
    @Ctx() context: Context,
  ) {
    return context.command('supportAccessClose', input, async ({ db, viewer, now, record }) => {
      const open = (await openAccesses(db, now)).find(
        ({ personId }) => personId === viewer.personId,
      )
      if (!open) throw new Refusal([NOT_OPEN])
      await db
        .updateTable('supportAccess')
        .set({ closedAt: now })
        .where('id', '=', open.id)
        .where('closedAt', 'is', null)
        .execute()
      record({
        action: 'supportAccessClose',
        objectType: 'SupportAccess',
        objectId: open.id,
        administrationId: open.administrationId,
      })
      return {}
    })
  }
}

const NOT_OPEN = problem('CONFLICT', 'NOT_OPEN', 'No support access of yours is open.')
