import { sql } from 'kysely'
import {
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql'
import { Access, Context, MEMBER, PUBLIC, Problem, Rows, ensure, type CommandScope } from '#access'
import type { VersionSnapshot } from '#framework'
import { Refusal, badInput, problem, type ProblemDetail } from '#platform'
import { Assessment } from './assessment'
import { frameworkOf, holdAssessment, openPlacesIn, recordAssessment } from './assessment.lock'
import { assessmentsById } from './assessment.rows'
import { INSTRUMENT_MEAN_KPI } from './compute'
import { workingInstruments, workingResponses } from './content.rows'
import { InstrumentApplication } from './instrument-application.type'
import { KpiResponse } from './kpi-response.type'
import { canRateInstruments } from './policies'
import { queueForContent, recompute } from './recompute'
import { visible } from './visible'

@InputType({ description: 'Application of one instrument.' })
export class InstrumentLevelInput {
  @Access(MEMBER)
  @Field(() => String, { description: 'Code of the instrument.' })
  readonly instrumentCode!: string

  @Access(MEMBER)
  @Field(() => Int, {
    nullable: true,
    description: 'Level from 0 to 4. Null takes the rating back.',
  })
  readonly level?: number | null

  @Access(MEMBER)
  @Field(() => Int, { description: 'Version the change was made on; 0 before the first rating.' })
  readonly expectedVersion!: number
}

@InputType({ description: 'Ratings to save into one assessment.' })
export class InstrumentLevelsSaveInput {
  @Access(MEMBER)
  @Field(() => ID, { description: 'Id of the assessment.' })
  readonly assessmentId!: string

  @Access(MEMBER)
  @Field(() => [InstrumentLevelInput], { description: 'Ratings, 1 to 200 of them.' })
  readonly levels!: readonly InstrumentLevelInput[]

  @Access(MEMBER)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class InstrumentLevelsSaveArgs {
  @Access(MEMBER)
  @Field(() => InstrumentLevelsSaveInput, { description: 'Assessment and ratings.' })
  readonly input!: InstrumentLevelsSaveInput
}

@ObjectType({ description: 'Answer to a save of ratings.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class InstrumentLevelsSavePayload {
  readonly assessmentId?: string
  readonly changedKpis?: readonly string[]

  @Access(PUBLIC)
  @Field(() => [Problem], {
    description: 'What prevented the call as a whole. Empty when each rating was looked at.',
  })
  readonly problems!: readonly Problem[]

  @Access(PUBLIC)
  @Field(() => [Problem], {
    nullable: true,
    description:
      'Single ratings that were not saved; `path` is the code of the instrument. Null when the call was refused.',
  })
  readonly itemProblems?: readonly Problem[]
}

@Resolver(() => InstrumentLevelsSavePayload)
export class InstrumentLevelsSave {
  @Access(MEMBER)
  @Mutation(() => InstrumentLevelsSavePayload, {
    description:
      'Saves how far WCO instruments are applied; the mean is computed from it. Problems of the call: NOT_FOUND, WRONG_HAT, NOT_ASSIGNED, WRONG_STATE, OUT_OF_TIME, LIST_LENGTH; of a rating: STALE_VERSION, UNKNOWN_INSTRUMENT, OUT_OF_RANGE, TWICE.',
  })
  instrumentLevelsSave(
    @Args(() => InstrumentLevelsSaveArgs) { input }: InstrumentLevelsSaveArgs,
    @Ctx() context: Context,
  ) {
    return context.command('instrumentLevelsSave', input, async (scope) => {
      const { db, viewer, now, record } = scope
      const subject = await holdAssessment(db, input.assessmentId)
      const framework = await frameworkOf(context, db, subject)
      const open = await openPlacesIn(db, subject, framework)
      ensure(canRateInstruments(viewer, subject, INSTRUMENT_MEAN_KPI, open), [
        'input',
        'assessmentId',
      ])
      if (input.levels.length === 0 || input.levels.length > 200) {
        throw new Refusal([badInput('LIST_LENGTH', 'Give 1 to 200 ratings.', ['input', 'levels'])])
      }
      const problems = levelProblems(input.levels, framework)
      const refused = new Set(problems.map(({ path }) => path[0]))
      const storable = input.levels.filter(({ instrumentCode }) => !refused.has(instrumentCode))
      const stored = await storeLevels(scope, subject, storable)
      const stale = storable
        .filter(({ instrumentCode }) => !stored.has(instrumentCode))
        .map(({ instrumentCode }) =>
          problem(
            'CONFLICT',
            'STALE_VERSION',
            'Somebody else has changed this rating in the meantime.',
            [instrumentCode],
          ),
        )
      let changedKpis: readonly string[] = []
      if (stored.size > 0) {
        await queueForContent(db, subject.id)
        changedKpis = (await recompute(db, framework, subject, now)).changed
        recordAssessment(
          record,
          'instrumentLevelsSave',
          subject,
          { instruments: [...stored] },
          { after: storable },
        )
      }
      return { assessmentId: subject.id, changedKpis, itemProblems: [...problems, ...stale] }
    })
  }

  @Access(PUBLIC)
  @FieldResolver(() => [InstrumentApplication], { description: 'Ratings as they are now.' })
  async instruments(
    @Root() { assessmentId }: InstrumentLevelsSavePayload,
    @Ctx() context: Context,
  ) {
    if (!assessmentId) return []
    return visible(context, 'CONTENT', await context.load(workingInstruments, assessmentId))
  }

  @Access(PUBLIC)
  @FieldResolver(() => [KpiResponse], { description: 'Answers that changed through the ratings.' })
  async changedResponses(@Root() payload: InstrumentLevelsSavePayload, @Ctx() context: Context) {
    const { assessmentId, changedKpis = [] } = payload
    if (!assessmentId || changedKpis.length === 0) return []
    const rows = visible(context, 'CONTENT', await context.load(workingResponses, assessmentId))
    return rows.filter(({ kpiCode }) => changedKpis.includes(kpiCode))
  }

  @Access(PUBLIC)
  @FieldResolver(() => Assessment, {
    nullable: true,
    description: 'The assessment as it is now. Null when the call was refused.',
  })
  assessment(@Root() { assessmentId }: InstrumentLevelsSavePayload, @Ctx() context: Context) {
    return assessmentId ? context.load(assessmentsById, assessmentId) : null
  }
}

function levelProblems(
  levels: readonly InstrumentLevelInput[],
  framework: Pick<VersionSnapshot, 'instrumentByCode'>,
): readonly ProblemDetail[] {
  const seen = new Set<string>()
  return levels.flatMap(({ instrumentCode, level }) => {
    const isRepeated = seen.has(instrumentCode)
    seen.add(instrumentCode)
    if (!framework.instrumentByCode.has(instrumentCode)) {
      return [
        problem(
          'NOT_FOUND',
          'UNKNOWN_INSTRUMENT',
          'This framework version has no such instrument.',
          [instrumentCode],
        ),
      ]
    }
    if (isRepeated) return [badInput('TWICE', 'This instrument is given twice.', [instrumentCode])]
    return level == null || (level >= 0 && level <= 4)
      ? []
      : [badInput('OUT_OF_RANGE', 'A level goes from 0 to 4.', [instrumentCode])]
  })
}

/** Codes of the instruments that were stored, each only on the version it was changed on. */
async function storeLevels(
  { db, viewer, now, newId }: CommandScope,
  subject: { readonly id: string; readonly administrationId: string },
  levels: readonly InstrumentLevelInput[],
): Promise<ReadonlySet<string>> {
  if (levels.length === 0) return new Set()
  const rows = levels.map(({ instrumentCode, level, expectedVersion }) => ({
    id: newId(),
    code: instrumentCode,
    level: level ?? null,
    expected: expectedVersion,
  }))
  const { rows: stored } = await sql<{ instrumentCode: string }>`
    insert into instrument_application as i (id, assessment_id, administration_id, instrument_code,
      level, updated_at, updated_by, version)
    select c.id, ${subject.id}::uuid, ${subject.administrationId}::uuid, c.code, c.level,
      ${now.toISOString()}::timestamptz, ${viewer.personId}::uuid, c.expected + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c(id uuid, code text, level integer, expected integer)
    order by c.code
    on conflict (assessment_id, instrument_code) do update set level = excluded.level,
      updated_at = excluded.updated_at, updated_by = excluded.updated_by, version = excluded.version
      where i.version = excluded.version - 1
    returning i.instrument_code`.execute(db)
  return new Set(stored.map(({ instrumentCode }) => instrumentCode))
}
