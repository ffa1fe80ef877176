import { Args, ArgsType, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER } from '#access'
import { Refusal } from '#platform'
import { recordAssessment } from './assessment.lock'
import { changeResponse, lockResponse, textProblems } from './kpi-response.lock'
import { KpiResponseInput, KpiResponsePayload } from './kpi-response.payload'

@InputType({ description: 'Note for every reader of one answer.' })
export class KpiResponseNoteInput extends KpiResponseInput {
  @Access(MEMBER)
  @Field(() => String, { nullable: true, description: 'The note. Null takes it back.' })
  readonly publicNote?: string | null
}

@ArgsType()
class KpiResponseNoteArgs {
  @Access(MEMBER)
  @Field(() => KpiResponseNoteInput, { description: 'KPI and note.' })
  readonly input!: KpiResponseNoteInput
}

@Resolver()
export class KpiResponseNote {
  @Access(MEMBER)
  @Mutation(() => KpiResponsePayload, {
    description:
      'Writes the note that goes with an answer as far as its level opens it. Problems: NOT_FOUND, WRONG_HAT, NOT_ASSIGNED, WRONG_STATE, OUT_OF_TIME, STALE_VERSION, TEXT_TOO_LONG.',
  })
  kpiResponseNote(
    @Args(() => KpiResponseNoteArgs) { input }: KpiResponseNoteArgs,
    @Ctx() context: Context,
  ) {
    return context.command('kpiResponseNote', input, async (scope) => {
      const locked = await lockResponse(context, scope, input)
      const { subject, kpi } = locked
      const problems = textProblems(input.publicNote, 'publicNote', { isNeeded: false })
      if (problems.length > 0) throw new Refusal(problems)

      await changeResponse(scope, locked, { publicNote: input.publicNote?.trim() || null })
      recordAssessment(
        scope.record,
        'kpiResponseNote',
        subject,
        { kpi: kpi.code },
        { after: input.publicNote?.trim() || null },
      )
      return { assessmentId: subject.id, kpiCode: kpi.code }
    })
  }
}
