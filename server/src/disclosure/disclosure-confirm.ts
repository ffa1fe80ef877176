import { sql } from 'kysely'
import { Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, ensure } from '#access'
import { Locale } from '#accounts'
import { Refusal, insertRows, problem } from '#platform'
import { DisclosurePayload, WORDING, ownAssessment } from './disclosure-set'
import { canConfirmDisclosure } from './policies'

@InputType({ description: 'Whose waiting choices to confirm.' })
export class DisclosureConfirmInput {
  @Access(MEMBER)
  @Field(() => ID, { description: 'Id of the assessment.' })
  readonly assessmentId!: string

  @Access(MEMBER)
  @Field(() => Locale, {
    description: 'Language of the consent text the person was shown; stored with the consent.',
  })
  readonly locale!: Locale

  @Access(MEMBER)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class DisclosureConfirmArgs {
  @Access(MEMBER)
  @Field(() => DisclosureConfirmInput, { description: 'The assessment.' })
  readonly input!: DisclosureConfirmInput
}

interface WaitingChoice {
  readonly kpiCode: string
  readonly level: string
  readonly formerLevel: string | null
  readonly aggregateUse: string
  readonly proposedBy: string
  readonly proposedAt: string
}

@Resolver()
export class DisclosureConfirm {
  @Access(MEMBER)
  @Mutation(() => DisclosurePayload, {
    description:
      'Confirms choices made after the submission; they act from the next release on. Problems: NOT_FOUND, WRONG_STATE, SECOND_PERSON, NOTHING_WAITS.',
  })
  disclosureConfirm(
    @Args(() => DisclosureConfirmArgs) { input }: DisclosureConfirmArgs,
    @Ctx() context: Context,
  ) {
    return context.command(
      'disclosureConfirm',
      input,
      async ({ db, viewer, now, newId, record }) => {
        const assessment = await ownAssessment(db, input.assessmentId)
        const { rows: waiting } = await sql<WaitingChoice>`
        select distinct on (c.kpi_code) c.kpi_code, c.level, c.former_level, c.aggregate_use, c.proposed_by, c.proposed_at
        from consent_record c
        where c.assessment_id = ${assessment.id}::uuid and c.confirmed_at is null and not exists (
          select 1 from consent_record d where d.assessment_id = c.assessment_id
            and d.kpi_code = c.kpi_code and d.confirmed_at >= c.proposed_at)
        order by c.kpi_code, c.proposed_at desc, c.id desc`.execute(db)
        const own = waiting.find(({ proposedBy }) => proposedBy === viewer.personId)
        ensure(canConfirmDisclosure(viewer, assessment, own ? viewer.personId : null), [
          'input',
          'assessmentId',
        ])
        if (waiting.length === 0) {
          throw new Refusal([
            problem('CONFLICT', 'NOTHING_WAITS', 'No choice is waiting for confirmation.', [
              'input',
              'assessmentId',
            ]),
          ])
        }
        // Records are never changed: a confirmation is a record of its own that names both persons.
        await insertRows(
          db,
          'consentRecord',
          waiting.map((choice) => ({
            id: newId(),
            assessmentId: assessment.id,
            administrationId: assessment.administrationId,
            cycleId: assessment.cycleId,
            ...choice,
            includesElements: false,
            wordingVersion: WORDING,
            wordingLocale: input.locale,
            proposedHat: 'COORDINATOR',
            confirmedBy: viewer.personId,
            confirmedAt: now,
          })),
        )
        record({
          action: 'disclosureConfirm',
          objectType: 'Assessment',
          objectId: assessment.id,
          administrationId: assessment.administrationId,
          cycleId: assessment.cycleId,
          after: waiting.map(({ kpiCode, level, aggregateUse }) => [kpiCode, level, aggregateUse]),
          facts: { count: waiting.length },
        })
        return { assessmentId: assessment.id }
      },
    )
  }
}
