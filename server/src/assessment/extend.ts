import {
  Args,
  ArgsType,
  Ctx,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql'
import { Access, Context, PUBLIC, Problem, Rows, SECRETARIAT, ensure } from '#access'
import { notify } from '#notification'
import { DateTimeScalar, Refusal, badInput, notFound, uuidOf, type Db } from '#platform'
import { textProblems } from './kpi-response.lock'
import { canExtend } from './policies'

@InputType({ description: 'Who may go on in which cycle, until when and why.' })
class AssessmentExtendInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the cycle.' })
  readonly cycleId!: string

  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the administration, whether it has started or not.' })
  readonly administrationId!: string

  @Access(SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp until which it may go on.' })
  readonly until!: Date

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Why it needs more time.' })
  readonly reason!: string

  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class AssessmentExtendArgs {
  @Access(SECRETARIAT)
  @Field(() => AssessmentExtendInput, { description: 'The extension.' })
  readonly input!: AssessmentExtendInput
}

@ObjectType({ description: 'Answer to an extension.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class AssessmentExtendPayload {
  @Access(PUBLIC)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp until which the administration may go on. Null when it was refused.',
  })
  readonly extendedUntil?: Date

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'Everything that prevented it. Empty when it was done.' })
  readonly problems!: readonly Problem[]
}

@Resolver()
export class AssessmentExtend {
  @Access(SECRETARIAT)
  @Mutation(() => AssessmentExtendPayload, {
    description:
      'Lets one administration go on after the end of the cycle. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, TEXT_MISSING, TEXT_TOO_LONG, BAD_PERIOD.',
  })
  assessmentExtend(
    @Args(() => AssessmentExtendArgs) { input }: AssessmentExtendArgs,
    @Ctx() context: Context,
  ) {
    return context.command('assessmentExtend', input, async ({ db, viewer, now, record }) => {
      const cycle = await lockCycle(db, input.cycleId)
      ensure(canExtend(viewer, cycle), ['input', 'cycleId'])
      const administrationId = uuidOf('AD', input.administrationId)
      if (administrationId === null) throw notFound(['input', 'administrationId'])
      const problems = [
        ...textProblems(input.reason, 'reason'),
        ...(input.until <= now || input.until <= new Date(cycle.closesAt)
          ? [
              badInput('BAD_PERIOD', 'An extension ends after the cycle and in the future.', [
                'input',
                'until',
              ]),
            ]
          : []),
      ]
      if (problems.length > 0) throw new Refusal(problems)

      const row = await db
        .updateTable('cycleParticipant')
        .set({ extendedUntil: input.until, extensionReason: input.reason.trim() })
        .where('cycleId', '=', cycle.id)
        .where('administrationId', '=', administrationId)
        .returning('administrationId')
        .executeTakeFirst()
      if (!row) throw notFound(['input', 'administrationId'])
      record({
        action: 'assessmentExtend',
        objectType: 'Cycle',
        objectId: cycle.id,
        administrationId,
        cycleId: cycle.id,
        after: [input.until, input.reason.trim()],
        facts: { cycle: cycle.code, until: input.until.toISOString() },
      })
      await notify(
        { db, now },
        {
          kind: 'EXTENDED',
          roles: ['COORDINATOR', 'APPROVER'],
          administrationId,
          cycleId: cycle.id,
          dueAt: input.until,
        },
      )
      return { extendedUntil: input.until }
    })
  }
}

async function lockCycle(db: Db, globalId: string) {
  const id = uuidOf('CY', globalId)
  const row =
    id === null
      ? undefined
      : await db
          .selectFrom('cycle')
          .select(['id', 'code', 'status', 'closesAt'])
          .where('id', '=', id)
          .forShare()
          .executeTakeFirst()
  if (!row) throw notFound(['input', 'cycleId'])
  return row
}
