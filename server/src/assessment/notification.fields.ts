import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Access, Context, OWNER } from '#access'
import { Notification } from '#notification'
import { Assessment } from './assessment'
import { assessmentsById } from './assessment.rows'

@Resolver(() => Notification)
export class NotificationAssessment {
  @Access(OWNER)
  @FieldResolver(() => Assessment, {
    nullable: true,
    description: 'Assessment it is about. Null where it is about none.',
  })
  assessment(@Root() { assessmentId }: Notification, @Ctx() context: Context) {
    return assessmentId ? context.load(assessmentsById, assessmentId) : null
  }
}
