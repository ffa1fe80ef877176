import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Access, Context, OWNER, SECRETARIAT, embed } from '#access'
import { PersonCard, cardOf } from '#accounts'
import { Assessment } from '../assessment'
import type { AssessmentRow } from '../assessment.rows'
import { reopenRequestsOfAssessments } from './reopen-request.rows'
import { ReopenRequest } from './reopen-request.type'

@Resolver(() => Assessment)
export class AssessmentReopenRequests {
  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => [ReopenRequest], {
    nullable: true,
    description:
      'Requests of the administration to open it again, the newest first; at most one of them waits. Contributors see none.',
  })
  async reopenRequests(@Root() row: AssessmentRow, @Ctx() context: Context) {
    return embed('COMMENT', row, (await context.load(reopenRequestsOfAssessments, row.id)) ?? [])
  }
}

@Resolver(() => ReopenRequest)
export class ReopenRequestFields {
  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => PersonCard, { nullable: true, description: 'Person who asked.' })
  asker(@Root() request: ReopenRequest, @Ctx() context: Context) {
    return cardOf(context, 'COMMENT', request, request.authorId, 'COORDINATOR')
  }
}
