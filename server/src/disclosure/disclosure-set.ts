import { sql } from 'kysely'
import {
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql'
import { Access, Context, MEMBER, PUBLIC, Problem, Rows, ensure, type CommandScope } from '#access'
import { Locale } from '#accounts'
import { AggregateUse, Assessment, assessmentsById } from '#assessment'
import { DisclosureLevelCode } from '#framework'
import {
  Refusal,
  badInput,
  insertRows,
  notFound,
  problem,
  uuidOf,
  type Db,
  type ProblemDetail,
} from '#platform'
import { disclosureLevels } from './disclosure.rows'
import { canChooseDisclosure, type DisclosureFacts } from './policies'

/** Version of the text that stands beside the choice; stored with every consent. */
export const WORDING = 'CONSENT-1'

@InputType({ description: 'What one KPI discloses.' })
export class DisclosureChoiceInput {
  @Access(MEMBER)
  @Field(() => String, { description: 'Code of the KPI.' })
  readonly kpiCode!: string

  @Access(MEMBER)
  @Field(() => DisclosureLevelCode, {
    nullable: true,
    description: 'Level; left as it is when absent.',
  })
  readonly level?: DisclosureLevelCode | null

  @Access(MEMBER)
  @Field(() => AggregateUse, {
    nullable: true,
    description: 'Use of the value, without its name, in group figures; left as it is when absent.',
  })
  readonly aggregateUse?: AggregateUse | null
}

@InputType({ description: 'Choices of disclosure for KPIs of one assessment.' })
export class DisclosureSetInput {
  @Access(MEMBER)
  @Field(() => ID, { description: 'Id of the assessment.' })
  readonly assessmentId!: string

  @Access(MEMBER)
  @Field(() => [DisclosureChoiceInput], {
    description: 'One choice for each KPI, 1 to 200 of them.',
  })
  readonly choices!: readonly DisclosureChoiceInput[]

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
class DisclosureSetArgs {
  @Access(MEMBER)
  @Field(() => DisclosureSetInput, { description: 'Assessment and choices.' })
  readonly input!: DisclosureSetInput
}

@ObjectType({ description: 'Answer to a choice of disclosure.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class DisclosurePayload {
  readonly assessmentId?: string

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented it. Empty when it was done.' })
  readonly problems!: readonly Problem[]
}

@Resolver(() => DisclosurePayload)
export class DisclosureSet {
  @Access(MEMBER)
  @Mutation(() => DisclosurePayload, {
    description:
      'Chooses what KPIs disclose; each choice leaves a consent record. The approver confirms it by signing the submission, or with disclosureConfirm afterwards. Problems: NOT_FOUND, WRONG_STATE, UNKNOWN_KPI, TWICE, NOTHING_CHOSEN, ABOVE_CEILING.',
  })
  disclosureSet(
    @Args(() => DisclosureSetArgs) { input }: DisclosureSetArgs,
    @Ctx() context: Context,
  ) {
    return context.command('disclosureSet', input, async (scope) => {
      const assessment = await ownAssessment(scope.db, input.assessmentId)
      ensure(canChooseDisclosure(scope.viewer, assessment), ['input', 'assessmentId'])
      const responses = await responsesOf(scope.db, assessment.id)
      const levels = await disclosureLevels(scope.db)
      const ranks = new Map(levels.map(({ code, rank }) => [code, rank]))
      const problems = problemsOf(input, responses, ranks)
      if (problems.length > 0) throw new Refusal(problems)
      await writeChoices(scope, assessment, responses, input)
      return { assessmentId: assessment.id }
    })
  }

  @Access(PUBLIC)
  @FieldResolver(() => Assessment, {
    nullable: true,
    description: 'The assessment as it is now. Null when the command was refused.',
  })
  assessment(@Root() payload: DisclosurePayload, @Ctx() context: Context) {
    return payload.assessmentId ? context.load(assessmentsById, payload.assessmentId) : null
  }
}

export interface OwnAssessment extends DisclosureFacts {
  readonly id: string
  readonly cycleId: string
}

/** The viewer's assessment, held against a submission for the rest of the transaction. */
export async function ownAssessment(db: Db, globalId: string): Promise<OwnAssessment> {
  const id = uuidOf('AS', globalId)
  const row =
    id === null
      ? undefined
      : await db
          .selectFrom('assessment')
          .select(['id', 'administrationId', 'cycleId', 'status'])
          .where('id', '=', id)
          .forShare()
          .executeTakeFirst()
  if (!row) throw notFound(['input', 'assessmentId'])
  return row
}

interface ResponseLevel {
  readonly kpiCode: string
  /** Rank of the widest level the framework allows. */
  readonly ceiling: number
  readonly disclosureLevel: string
  readonly aggregateUse: string
}

async function responsesOf(
  db: Db,
  assessmentId: string,
): Promise<ReadonlyMap<string, ResponseLevel>> {
  const { rows } = await sql<ResponseLevel>`
    select r.kpi_code, r.disclosure_level, r.aggregate_use, m.rank as ceiling
    from kpi_response r join assessment s on s.id = r.assessment_id
      join kpi k on k.version_id = s.framework_version_id and k.code = r.kpi_code
      join disclosure_level m on m.code = k.max_disclosure_level
    where r.assessment_id = ${assessmentId}::uuid`.execute(db)
  return new Map(rows.map((row) => [row.kpiCode, row]))
}

function problemsOf(
  { choices }: DisclosureSetInput,
  responses: ReadonlyMap<string, ResponseLevel>,
  ranks: ReadonlyMap<string, number>,
): readonly ProblemDetail[] {
  const seen = new Set<string>()
  if (choices.length === 0 || choices.length > 200) {
    return [badInput('LIST_LENGTH', 'Give 1 to 200 choices.', ['input', 'choices'])]
  }
  return choices.flatMap(({ kpiCode, level, aggregateUse }) => {
    const isRepeated = seen.has(kpiCode)
    seen.add(kpiCode)
    const response = responses.get(kpiCode)
    if (!response) {
      return [problem('NOT_FOUND', 'UNKNOWN_KPI', 'This assessment has no such KPI.', [kpiCode])]
    }
    if (isRepeated) return [badInput('TWICE', 'This KPI is given twice.', [kpiCode])]
    if (level == null && aggregateUse == null) {
      return [badInput('NOTHING_CHOSEN', 'Give a level or a use in group figures.', [kpiCode])]
    }
    if (level != null && ranks.get(level)! > response.ceiling) {
      return [
        badInput('ABOVE_CEILING', 'The framework does not let this KPI be opened so far.', [
          kpiCode,
        ]),
      ]
    }
    return []
  })
}

async function writeChoices(
  { db, viewer, now, newId, record }: CommandScope,
  assessment: OwnAssessment,
  responses: ReadonlyMap<string, ResponseLevel>,
  { choices, locale }: DisclosureSetInput,
): Promise<void> {
  const chosen = choices.map((choice) => {
    const before = responses.get(choice.kpiCode)!
    return {
      kpiCode: choice.kpiCode,
      formerLevel: before.disclosureLevel,
      level: choice.level ?? before.disclosureLevel,
      aggregateUse: choice.aggregateUse ?? before.aggregateUse,
      isLevelChosen: choice.level != null,
    }
  })
  await insertRows(
    db,
    'consentRecord',
    chosen.map(({ isLevelChosen: _, ...choice }) => ({
      id: newId(),
      assessmentId: assessment.id,
      administrationId: assessment.administrationId,
      cycleId: assessment.cycleId,
      ...choice,
      includesElements: false,
      wordingVersion: WORDING,
      wordingLocale: locale,
      proposedBy: viewer.personId,
      proposedHat: viewer.hat,
      proposedAt: now,
    })),
  )
  await sql`
    update kpi_response r set disclosure_level = c.level, aggregate_use = c."aggregateUse",
      level_chosen = r.level_chosen or c."isLevelChosen", version = r.version + 1, updated_at = ${now.toISOString()}::timestamptz,
      updated_by = ${viewer.personId}::uuid
    from jsonb_to_recordset(${JSON.stringify(chosen)}::jsonb) as c("kpiCode" text, level text, "aggregateUse" text,
      "isLevelChosen" boolean)
    where r.assessment_id = ${assessment.id}::uuid and r.kpi_code = c."kpiCode"`.execute(db)
  record({
    action: 'disclosureSet',
    objectType: 'Assessment',
    objectId: assessment.id,
    administrationId: assessment.administrationId,
    cycleId: assessment.cycleId,
    before: chosen.map(({ kpiCode, formerLevel }) => [kpiCode, formerLevel]),
    after: chosen.map(({ kpiCode, level, aggregateUse }) => [kpiCode, level, aggregateUse]),
    facts: { count: chosen.length },
  })
}
