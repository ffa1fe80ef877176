import { Args, ArgsType, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, ensure, expectVersion } from '#access'
import { Locale, staleness } from '#accounts'
import { Refusal, problem } from '#platform'
import { frameworkOf, lockAssessment, recordAssessment, stepOf } from './assessment.lock'
import { AssessmentDecideInput, AssessmentPayload } from './assessment.payload'
import { textProblems } from './kpi-response.lock'
import { canSubmit } from './policies'
import { obstaclesBeforeSubmission } from './readiness'
import {
  answersOf,
  enteredBy,
  hashToSign,
  itemsToAnswer,
  writeSubmission,
} from './submission.write'
import { takeStep } from './take-step'
import { tell, tellOfficers } from './tell'

@InputType({ description: 'Which assessment to sign and submit.' })
class AssessmentSubmitInput extends AssessmentDecideInput {
  @Access(MEMBER)
  @Field(() => Locale, {
    nullable: true,
    description: 'Language of the text that was signed; English when absent.',
  })
  readonly locale?: Locale | null

  @Access(MEMBER)
  @Field(() => String, { nullable: true, description: 'Note on the assessment as a whole.' })
  readonly note?: string | null

  @Access(MEMBER)
  @Field(() => String, {
    nullable: true,
    description:
      'The `hashToSign` that was read with what is signed: with other content the signature is refused. Not compared when absent.',
  })
  readonly expectedHash?: string | null
}

@ArgsType()
class AssessmentSubmitArgs {
  @Access(MEMBER)
  @Field(() => AssessmentSubmitInput, { description: 'Assessment and signature.' })
  readonly input!: AssessmentSubmitInput
}

@Resolver()
export class AssessmentSubmit {
  @Access(MEMBER)
  @Mutation(() => AssessmentPayload, {
    description:
      'Signs the assessment and hands it in to the secretariat; the numbered copy with its hash is the receipt. By the approver, or by the coordinator where the administration has switched the signature off. Asks for a proof of at most ten minutes ago: a sign-in, or `sessionReauthenticate`. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, OUT_OF_TIME, SECOND_PERSON, STALE_VERSION, CONTENT_CHANGED, TEXT_TOO_LONG, and by KPI RESPONSE_PENDING, CHECK_BLOCKS, WARNING_UNJUSTIFIED, LEVEL_MISSING, ITEM_UNANSWERED; where nothing else is in its way, REAUTHENTICATION_REQUIRED.',
  })
  assessmentSubmit(
    @Args(() => AssessmentSubmitArgs) { input }: AssessmentSubmitArgs,
    @Ctx() context: Context,
  ) {
    return context.command('assessmentSubmit', input, async (scope) => {
      const { db, viewer, now, record } = scope
      const { assessment, subject } = await lockAssessment(scope, input.assessmentId)
      const people = await enteredBy(db, subject.id)
      ensure(canSubmit(viewer, { ...subject, enteredBy: people }), ['input', 'assessmentId'])
      expectVersion(subject, input.expectedVersion)

      const answers = await answersOf(db, subject.id)
      const items = await itemsToAnswer(db, subject)
      const hash = await hashToSign(db, subject, answers)
      const obstacles = [
        ...(input.expectedHash && input.expectedHash !== hash
          ? [
              problem(
                'CONFLICT',
                'CONTENT_CHANGED',
                'Something changed since it was read for the signature.',
                ['input', 'expectedHash'],
              ),
            ]
          : []),
        ...obstaclesBeforeSubmission(answers, items),
        ...textProblems(input.note, 'note', { isNeeded: false }),
      ]
      if (obstacles.length > 0) throw new Refusal(obstacles)
      // Last, so that nobody proves who they are for a signature that would not stand.
      const stale = staleness(viewer)
      if (stale) throw new Refusal(stale.problems)

      const framework = await frameworkOf(context, db, subject)
      const number = await writeSubmission(
        scope,
        subject,
        framework,
        { answers, hash },
        {
          locale: input.locale ?? 'EN',
          note: input.note?.trim() || null,
        },
      )
      if (subject.status === 'DRAFT') {
        // Without a second signature both steps happen at once, and the record shows both.
        assessment.approvalRequestedAt = now
        assessment.approvalRequestedBy = viewer.personId
        recordAssessment(record, 'assessmentRequestApproval', subject, { requiresApproval: false })
      }
      takeStep(scope, assessment, subject, 'SUBMIT')
      assessment.submittedAt = now
      assessment.submissionCount = number
      assessment.dueAt = null
      assessment.sentBackReason = null
      recordAssessment(record, 'assessmentSubmit', subject, {
        ...stepOf(subject, assessment),
        number,
        contentHash: hash,
        requiresApproval: subject.requiresApproval,
        provedAt: viewer.authenticatedAt?.toISOString(),
      })
      await tell(scope, subject, 'SUBMITTED', ['COORDINATOR', 'APPROVER'])
      await tellOfficers(scope, subject, 'SUBMITTED')
      return { assessmentId: subject.id }
    })
  }
}
