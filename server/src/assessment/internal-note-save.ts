import { Args, ArgsType, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, ensure, expectVersion } from '#access'
import { Refusal, notFound } from '#platform'
import { frameworkOf, holdAssessment, recordAssessment } from './assessment.lock'
import { textProblems } from './kpi-response.lock'
import { KpiResponseInput, KpiResponsePayload } from './kpi-response.payload'
import { canNote } from './policies'

@InputType({ description: 'Working note at one KPI, with its own version; 0 before the first.' })
export class InternalNoteSaveInput extends KpiResponseInput {
  @Access(MEMBER)
  @Field(() => String, { description: 'The note; an empty text empties it.' })
  readonly body!: string
}

@ArgsType()
class InternalNoteSaveArgs {
  @Access(MEMBER)
  @Field(() => InternalNoteSaveInput, { description: 'KPI and note.' })
  readonly input!: InternalNoteSaveInput
}

@Resolver()
export class InternalNoteSave {
  @Access(MEMBER)
  @Mutation(() => KpiResponsePayload, {
    description:
      'Writes the working note of a KPI, which never leaves the administration. Problems: NOT_FOUND, WRONG_HAT, NOT_ASSIGNED, WRONG_STATE, STALE_VERSION, TEXT_TOO_LONG.',
  })
  internalNoteSave(
    @Args(() => InternalNoteSaveArgs) { input }: InternalNoteSaveArgs,
    @Ctx() context: Context,
  ) {
    return context.command('internalNoteSave', input, async ({ db, viewer, now, record }) => {
      const subject = await holdAssessment(db, input.assessmentId)
      const framework = await frameworkOf(context, db, subject)
      if (!framework.kpiByCode.has(input.kpiCode)) throw notFound(['input', 'kpiCode'])
      ensure(canNote(viewer, subject, input.kpiCode), ['input', 'kpiCode'])
      const problems = textProblems(input.body, 'body', { isNeeded: false })
      if (problems.length > 0) throw new Refusal(problems)

      const place = { assessmentId: subject.id, kpiCode: input.kpiCode }
      const written = await db
        .insertInto('internalNote')
        .values({
          ...place,
          administrationId: subject.administrationId,
          body: input.body,
          updatedAt: now,
          updatedBy: viewer.personId!,
          version: input.expectedVersion + 1,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['assessmentId', 'kpiCode'])
            .doUpdateSet((eb) => ({
              body: eb.ref('excluded.body'),
              updatedAt: eb.ref('excluded.updatedAt'),
              updatedBy: eb.ref('excluded.updatedBy'),
              version: eb.ref('excluded.version'),
            }))
            .whereRef('internalNote.version', '=', (eb) => eb('excluded.version', '-', 1)),
        )
        .returning('version')
        .executeTakeFirst()
      // Nothing written: somebody has saved in between, so the version told is not the present one.
      expectVersion({ version: written ? input.expectedVersion : -1 }, input.expectedVersion, place)
      recordAssessment(
        record,
        'internalNoteSave',
        subject,
        { kpi: input.kpiCode },
        { after: input.body },
      )
      return place
    })
  }
}
