import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Access, Context, OWNER } from '#access'
import { DataElement, snapshotOf } from '#framework'
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

  @Access(OWNER)
  @FieldResolver(() => [DataElement], {
    nullable: true,
    description:
      'Data elements it is about by themselves, those of `elementCodes`. Null while the viewer may not see the assessment.',
  })
  async elements(@Root() { assessmentId, elementCodes }: Notification, @Ctx() context: Context) {
    if (elementCodes.length === 0) return []
    const assessment = assessmentId && (await context.load(assessmentsById, assessmentId))
    const snapshot = assessment && (await snapshotOf(context, assessment.frameworkVersionId))
    return snapshot ? elementCodes.flatMap((code) => snapshot.elementByCode.get(code) ?? []) : null
  }
}
