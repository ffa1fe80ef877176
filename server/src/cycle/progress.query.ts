import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Resolver, Root } from 'type-graphql'
import { Access, Context, PageArgs, Reads, SECRETARIAT, wears } from '#access'
import { globalId, pageInMemory, pageOf } from '#platform'
import { Cycle } from './cycle'
import { CycleProgressOrder, CycleStage } from './enums'
import { board, progressOf, summaryOf } from './progress'
import { progressOfCycles } from './progress.rows'
import { CycleProgress, CycleProgressConnection, CycleProgressSummary } from './progress.type'

@ArgsType()
class CycleProgressArgs extends PageArgs {
  @Access(SECRETARIAT)
  @Reads('CycleProgress.regionCode')
  @Field(() => String, {
    nullable: true,
    description: 'Code of a region, to see its administrations only.',
  })
  readonly region?: string | null

  @Access(SECRETARIAT)
  @Reads('CycleProgress.stage')
  @Field(() => CycleStage, {
    nullable: true,
    description: 'Stage, to see the administrations that stand there only.',
  })
  readonly stage?: CycleStage | null

  @Access(SECRETARIAT)
  @Reads('CycleProgress.stage')
  @Field(() => [CycleStage], {
    nullable: true,
    description: 'Stages, to see the administrations that stand at one of them only.',
  })
  readonly stages?: readonly CycleStage[] | null

  @Access(SECRETARIAT)
  @Reads('CycleProgress.isOverdue')
  @Field(() => Boolean, { nullable: true, description: 'Whether the next step is overdue.' })
  readonly isOverdue?: boolean | null

  @Access(SECRETARIAT)
  @Reads('CycleProgress.extendedUntil')
  @Field(() => Boolean, { nullable: true, description: 'Whether it was given an extension.' })
  readonly isExtended?: boolean | null

  @Access(SECRETARIAT)
  @Reads('CycleProgress.reopenRequestedAt')
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it waits for an answer to its request for a reopening.',
  })
  readonly isReopenRequested?: boolean | null

  @Access(SECRETARIAT)
  @Reads('CycleProgress.administration')
  @Field(() => String, {
    nullable: true,
    description: 'Part of a name or code; accents and case do not matter.',
  })
  readonly search?: string | null

  @Access(SECRETARIAT)
  @Reads(
    'CycleProgress.administration',
    'CycleProgress.lastActivityAt',
    'CycleProgress.stage',
    'CycleProgress.figuresEntered',
  )
  @Field(() => CycleProgressOrder, {
    nullable: true,
    description: 'Order of the rows; by name when nothing is given.',
  })
  readonly orderBy?: CycleProgressOrder | null
}

@Resolver(() => Cycle)
export class CycleProgressQuery {
  @Access(SECRETARIAT)
  @FieldResolver(() => CycleProgressConnection, {
    nullable: true,
    description:
      'Progress of every administration that is invited or, before the opening, will be, started or not. Null unless the viewer is a cycle officer.',
  })
  async progress(
    @Root() cycle: Cycle,
    @Args(() => CycleProgressArgs) args: CycleProgressArgs,
    @Ctx() context: Context,
  ) {
    if (!wears(context.viewer, 'CYCLE_OFFICER')) return null
    const page = pageOf(args)
    const rows = (await context.load(progressOfCycles, cycle.id)) ?? []
    const seen = rows.map((row) => progressOf(row, context.now))
    const fitting = board(seen, args, args.orderBy ?? 'ADMINISTRATION')
    return pageInMemory(fitting, page, ({ administration }) => administration.code)
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => CycleProgressSummary, {
    nullable: true,
    description: 'Counts by stage and region. Null unless the viewer is a cycle officer.',
  })
  async progressSummary(@Root() cycle: Cycle, @Ctx() context: Context) {
    if (!wears(context.viewer, 'CYCLE_OFFICER')) return null
    return summaryOf((await context.load(progressOfCycles, cycle.id)) ?? [], context.now)
  }
}

@Resolver(() => CycleProgress)
export class CycleProgressFields {
  @Access(SECRETARIAT)
  @FieldResolver(() => ID, {
    nullable: true,
    description: 'Opaque id of its assessment. Null before the start.',
  })
  assessmentId(@Root() { assessmentUuid }: CycleProgress): string | null {
    return assessmentUuid && globalId('AS', assessmentUuid)
  }
}
