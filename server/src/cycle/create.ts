import { Args, ArgsType, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure } from '#access'
import { DateTimeScalar, Refusal, insertRows } from '#platform'
import { cycleProblems, takenProblems, versionToMeasureBy } from './correction/problems'
import { Cycle } from './cycle'
import { CyclePayload } from './cycle.input'
import { recordCycle } from './cycle.lock'
import { chosenOf, register } from './invitation/choose'
import { CyclePlanInput, planOf } from './plan/plan.input'
import { inWords } from './plan/set'
import { USUAL_PLAN, coverageOfVersion, planProblems } from './plan/thresholds'
import { canCreateCycle } from './policies'
import { reminderProblems, sortedDays } from './reminder/days'

@InputType({ description: 'A cycle to prepare.' })
export class CycleCreateInput {
  @Access(SECRETARIAT)
  @Field(() => String, {
    description: 'Code of the cycle: upper-case letters and digits, 3 to 20.',
  })
  readonly code!: string

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Number of the cycle.' })
  readonly number!: number

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Name in English.' })
  readonly nameEn!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Name in French.' })
  readonly nameFr!: string

  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the framework version it measures by.' })
  readonly frameworkVersionId!: string

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Reporting year T; T-1 is the year before.' })
  readonly reportingYear!: number

  @Access(SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp of the planned opening.' })
  readonly opensAt!: Date

  @Access(SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp at which entry ends.' })
  readonly closesAt!: Date

  @Access(SECRETARIAT)
  @Field(() => [Int], {
    nullable: true,
    description:
      'Days before the end of entry on which to remind, 1 to 180, 5 at most. None when nothing is given.',
  })
  readonly reminderDays?: readonly number[] | null

  @Access(SECRETARIAT)
  @Field(() => CyclePlanInput, {
    nullable: true,
    description:
      'Default disclosure and thresholds. Without it: NATIONAL, 5 and 10 administrations, and the coverage of the framework version.',
  })
  readonly plan?: CyclePlanInput | null

  @Access(SECRETARIAT)
  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of the administrations to invite. Everybody when nothing is given.',
  })
  readonly administrationIds?: readonly string[] | null

  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class CycleCreateArgs {
  @Access(SECRETARIAT)
  @Field(() => CycleCreateInput, { description: 'The cycle.' })
  readonly input!: CycleCreateInput
}

@Resolver()
export class CycleCreate {
  @Access(SECRETARIAT)
  @Mutation(() => CyclePayload, {
    description:
      'Prepares a cycle. Problems: WRONG_HAT, UNKNOWN_VERSION, CODE_TAKEN, BAD_CODE, TEXT_MISSING, BAD_YEAR, BAD_PERIOD, REMINDER_DAYS, those of cyclePlanSet on the plan, and of cycleInvitationsSet on administrations.',
  })
  cycleCreate(@Args(() => CycleCreateArgs) { input }: CycleCreateArgs, @Ctx() context: Context) {
    return context.command('cycleCreate', input, async ({ em, db, viewer, newId, record }) => {
      ensure(canCreateCycle(viewer))
      const { version, problems: unfit } = await versionToMeasureBy(db, input.frameworkVersionId)
      const plan = input.plan ? planOf(input.plan) : USUAL_PLAN
      const isForAll = input.administrationIds == null
      const { chosen, problems: unknown } = isForAll
        ? { chosen: [], problems: [] }
        : chosenOf(await register(db), input.administrationIds ?? null)
      const problems = [
        ...cycleProblems(input),
        ...planProblems(plan, version ? await coverageOfVersion(db, version.id) : 0),
        ...unknown,
        ...reminderProblems(input.reminderDays ?? [], 'reminderDays'),
        ...(await takenProblems(db, input)),
        ...unfit,
      ]
      if (problems.length > 0 || !version) throw new Refusal(problems)

      const cycle = em.create(Cycle, {
        id: newId(),
        code: input.code,
        number: input.number,
        name: { en: input.nameEn.trim(), fr: input.nameFr.trim() },
        frameworkVersionId: version.id,
        status: 'PLANNED',
        reportingYear: input.reportingYear,
        previousYear: input.reportingYear - 1,
        opensAt: input.opensAt,
        closesAt: input.closesAt,
        reminderDays: sortedDays(input.reminderDays ?? []),
        ...plan,
        invitesAll: isForAll,
        openedAt: null,
        closedAt: null,
        closedBy: null,
        reportedAt: null,
        endorsement: null,
        reportApproval: null,
        isDemonstration: version.isDemonstration,
        version: 1,
      })
      em.persist(cycle)
      if (!isForAll) {
        await em.flush()
        const rows = chosen.map(({ id }) => ({ cycleId: cycle.id, administrationId: id }))
        await insertRows(db, 'cycleInvitee', rows)
      }
      recordCycle(record, 'cycleCreate', cycle, {
        reportingYear: cycle.reportingYear,
        plan: inWords(plan),
        invited: isForAll ? 'ALL' : chosen.length,
      })
      return { cycleId: cycle.id }
    })
  }
}
