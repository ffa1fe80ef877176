import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { Access, Context, MEMBER, PUBLIC, PageArgs, SECRETARIAT } from '#access'
import { Administration, LocaleArgs, administrationsById, localized, type Texts } from '#accounts'
import { FrameworkVersion, snapshotOf } from '#framework'
import { encodeCursor, globalId, pageOf, requestError } from '#platform'
import { allCycles, cycleByCode, cyclesById, progressPage } from './cycle.rows'
import { Cycle } from './cycle'
import { CycleProgressOrder, CycleStage } from './enums'
import { CycleProgress, CycleProgressConnection } from './progress.type'
import { CycleViewerCan } from './viewer-can.type'
import {
  canCloseCycle,
  canOpenCycle,
  canReopenCycle,
  canReportCycle,
  canStartAssessment,
} from './policies'

@ArgsType()
class CycleArgs {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Code of the cycle.' })
  readonly code!: string
}

@ArgsType()
class ProgressArgs extends PageArgs {
  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Code of a region, to see its administrations only.',
  })
  readonly region?: string | null

  @Access(SECRETARIAT)
  @Field(() => CycleStage, {
    nullable: true,
    description: 'Stage, to see the administrations at it only.',
  })
  readonly stage?: CycleStage | null

  @Access(SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'Part of a name, or a code.' })
  readonly search?: string | null

  @Access(SECRETARIAT)
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether to see overdue administrations only.',
  })
  readonly overdueOnly!: boolean

  @Access(SECRETARIAT)
  @Field(() => CycleProgressOrder, {
    defaultValue: 'ADMINISTRATION',
    description: 'Order of the list.',
  })
  readonly order!: CycleProgressOrder
}

@Resolver(() => Cycle)
export class CycleQuery {
  @Access(PUBLIC)
  @Query(() => [Cycle], { description: 'All cycles, the newest first.' })
  cycles(@Ctx() context: Context) {
    return context.read(allCycles)
  }

  @Access(PUBLIC)
  @Query(() => Cycle, {
    nullable: true,
    description: 'One cycle by its code. Null when there is none.',
  })
  cycle(@Args(() => CycleArgs) { code }: CycleArgs, @Ctx() context: Context) {
    return context.read((db) => cycleByCode(db, code))
  }

  @Access(PUBLIC)
  @FieldResolver(() => ID, { description: 'Opaque id of the cycle.' })
  id(@Root() cycle: Cycle): string {
    return globalId('CY', cycle.id)
  }

  @Access(PUBLIC)
  @FieldResolver(() => String, { description: 'Name of the cycle in the chosen language.' })
  name(@Root() cycle: Cycle, @Args(() => LocaleArgs) { locale }: LocaleArgs): string {
    return localized(cycle.name as Texts, locale)
  }

  @Access(PUBLIC)
  @FieldResolver(() => FrameworkVersion, {
    nullable: true,
    description: 'Framework version it is bound to. Null while that version is not published.',
  })
  async frameworkVersion(@Root() cycle: Cycle, @Ctx() context: Context) {
    return snapshotOf(context, cycle.frameworkVersionId)
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => CycleProgressConnection, {
    nullable: true,
    description:
      'Progress of every invited administration, as counts without any unsubmitted value.',
  })
  async progress(
    @Root() cycle: Cycle,
    @Args(() => ProgressArgs) args: ProgressArgs,
    @Ctx() context: Context,
  ) {
    if (context.viewer.hat !== 'CYCLE_OFFICER') return null
    const page = pageOf(args)
    const offset = page.after ? Number(page.after[0]) : 0
    if (!Number.isInteger(offset) || offset < 0 || offset > 10_000) {
      throw requestError('BAD_INPUT', 'CURSOR', '"after" is not a cursor of this list.')
    }
    const { rows, total, counts } = await context.read((db) =>
      progressPage(
        db,
        cycle,
        page,
        {
          regionCode: args.region ?? null,
          stage: args.stage ?? null,
          search: args.search?.trim() || null,
          overdueOnly: args.overdueOnly,
          order: args.order,
        },
        context.now,
      ),
    )
    const nodes = rows.slice(0, page.first)
    return {
      nodes,
      totalCount: total,
      counts,
      pageInfo: {
        hasNextPage: rows.length > page.first,
        endCursor: nodes.length > 0 ? encodeCursor([String(offset + nodes.length)]) : null,
      },
    }
  }

  @Access(PUBLIC)
  @FieldResolver(() => CycleViewerCan, { description: 'What the viewer may do with it.' })
  viewerCan(@Root() cycle: Cycle, @Ctx() { viewer }: Context): CycleViewerCan {
    const facts = { ...cycle, isPublished: cycle.isPublished === true }
    return {
      startAssessment: canStartAssessment(viewer, cycle),
      open: canOpenCycle(viewer, facts),
      close: canCloseCycle(viewer, facts),
      reopen: canReopenCycle(viewer, facts),
      report: canReportCycle(viewer, facts),
    }
  }
}

@Resolver(() => CycleProgress)
export class CycleProgressFields {
  @Access(MEMBER, SECRETARIAT)
  @FieldResolver(() => Administration, { nullable: true, description: 'Administration invited.' })
  administration(@Root() progress: CycleProgress, @Ctx() context: Context) {
    return context.load(administrationsById, progress.administrationId)
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => ID, {
    nullable: true,
    description: 'Opaque id of its assessment. Null when it has not started one.',
  })
  assessmentId(@Root() progress: CycleProgress): string | null {
    return progress.assessmentId ? globalId('AS', progress.assessmentId) : null
  }
}
