import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { Access, Context, PUBLIC } from '#access'
import { LocaleArgs, localized, type Texts } from '#accounts'
import { FrameworkVersion, snapshotOf } from '#framework'
import { globalId } from '#platform'
import { allCycles, cyclesByCode } from './cycle.rows'
import { Cycle } from './cycle'
import { participationIn } from './invitation/invitation.rows'
import { CycleViewerCan } from './viewer-can.type'
import {
  canCloseCycle,
  canInvite,
  canMessage,
  canOpenCycle,
  canRemoveCycle,
  canReopenCycle,
  canReportCycle,
  canSetPlan,
  canSetReminders,
  canStartAssessment,
  canUpdateCycle,
  worksInMember,
} from './policies'

@ArgsType()
class CycleArgs {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Code of the cycle.' })
  readonly code!: string
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
    return context.load(cyclesByCode, code)
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
    return (await snapshotOf(context, cycle.frameworkVersionId))?.version ?? null
  }

  @Access(PUBLIC)
  @FieldResolver(() => CycleViewerCan, { description: 'What the viewer may do with it.' })
  async viewerCan(@Root() cycle: Cycle, @Ctx() context: Context): Promise<CycleViewerCan> {
    const { viewer } = context
    const facts = { ...cycle, isPublished: cycle.isPublished === true }
    return {
      startAssessment: canStartAssessment(viewer, cycle, await isInvited(cycle, context)),
      update: canUpdateCycle(viewer, facts),
      remove: canRemoveCycle(viewer, facts),
      open: canOpenCycle(viewer, facts),
      close: canCloseCycle(viewer, facts),
      reopen: canReopenCycle(viewer, facts),
      report: canReportCycle(viewer, facts),
      setReminders: canSetReminders(viewer, facts),
      message: canMessage(viewer, facts),
      setPlan: canSetPlan(viewer, facts),
      invite: canInvite(viewer, facts),
    }
  }
}

/** Whether the viewer's administration takes part; asked only of an open cycle by its people. */
async function isInvited(cycle: Cycle, context: Context): Promise<boolean> {
  const { viewer } = context
  const { administrationId } = viewer
  if (cycle.status !== 'OPEN' || !worksInMember(viewer) || administrationId === null) return false
  return (await context.load(participationIn, cycle.id, administrationId)) === true
}
