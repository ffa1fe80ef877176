import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql'
import { Access, Context, OWNER, PageArgs, REVIEWER, SECRETARIAT, wears } from '#access'
import { PersonCard, cardOf } from '#accounts'
import { DataElement, Instrument, Kpi, snapshotOf } from '#framework'
import { connectionOf, globalId, pageOf } from '#platform'
import { Assessment } from './assessment'
import type { AssessmentRow } from './assessment.rows'
import { Assignment } from './delegation/assignment.type'
import { DataValueRevisionConnection } from './data-value.type'
import { InstrumentApplication } from './instrument-application.type'
import { ReturnItem } from './return-item.type'
import {
  assignmentsOfAssessments,
  returnItemsOfAssessments,
  revisionsOfAssessments,
} from './tasks.rows'
import { visible } from './visible'

@ArgsType()
class ValueHistoryArgs extends PageArgs {
  @Access(OWNER)
  @Field(() => String, { description: 'Code of the data element.' })
  readonly element!: string

  @Access(OWNER)
  @Field(() => Int, { description: 'Calendar year of the figure.' })
  readonly year!: number
}

@Resolver(() => Assessment)
export class AssessmentTasks {
  @Access(OWNER)
  @FieldResolver(() => [Assignment], {
    nullable: true,
    description:
      'Delegated KPIs and data elements, the next due first; a contributor sees the own ones.',
  })
  async assignments(@Root() row: AssessmentRow, @Ctx() context: Context) {
    const all = visible(
      context,
      'OWN_CONTENT',
      await context.load(assignmentsOfAssessments, row.id),
    )
    return wears(context.viewer, 'CONTRIBUTOR')
      ? all.filter(({ personId }) => personId === context.viewer.personId)
      : all
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => [ReturnItem], {
    nullable: true,
    description:
      'Returned items, those of the last return first; a contributor sees the assigned ones.',
  })
  async returnItems(@Root() row: AssessmentRow, @Ctx() context: Context) {
    const all = visible(context, 'COMMENT', await context.load(returnItemsOfAssessments, row.id))
    const { viewer } = context
    return wears(viewer, 'CONTRIBUTOR')
      ? all.filter(({ kpiCode }) => viewer.assignedKpis.has(`${row.id}:${kpiCode}`))
      : all
  }

  @Access(OWNER)
  @FieldResolver(() => DataValueRevisionConnection, {
    nullable: true,
    description:
      'Every content one figure ever had, the newest first. Empty where the viewer does not see the figure.',
  })
  async valueHistory(
    @Root() row: AssessmentRow,
    @Args(() => ValueHistoryArgs) { element, year, ...args }: ValueHistoryArgs,
    @Ctx() context: Context,
  ) {
    const page = pageOf(args)
    const found = await context.load(revisionsOfAssessments, row.id, { element, year, page })
    // Whoever does not see the figure is not told how often it changed either.
    const isSeen = visible(context, 'OWN_CONTENT', found ? [found.figure] : []).length > 0
    const { rows, total } = isSeen && found ? found : { rows: [], total: 0 }
    return connectionOf(rows, page, total, ({ revision }) => [String(revision)])
  }
}

@Resolver(() => Assignment)
export class AssignmentFields {
  @Access(OWNER)
  @FieldResolver(() => ID, { description: 'Opaque id of the assignment.' })
  id(@Root() assignment: Assignment): string {
    return globalId('AG', assignment.id)
  }

  @Access(OWNER)
  @FieldResolver(() => Kpi, {
    nullable: true,
    description: 'The KPI. Null where a data element is given by itself.',
  })
  async kpi(@Root() { kpiCode, frameworkVersionId }: Assignment, @Ctx() context: Context) {
    const snapshot = await snapshotOf(context, frameworkVersionId)
    return kpiCode === null ? null : (snapshot?.kpiByCode.get(kpiCode) ?? null)
  }

  @Access(OWNER)
  @FieldResolver(() => DataElement, {
    nullable: true,
    description: 'The data element given by itself. Null where it is a KPI.',
  })
  async element(@Root() { elementCode, frameworkVersionId }: Assignment, @Ctx() context: Context) {
    const snapshot = await snapshotOf(context, frameworkVersionId)
    return elementCode === null ? null : (snapshot?.elementByCode.get(elementCode) ?? null)
  }

  @Access(OWNER)
  @FieldResolver(() => PersonCard, { nullable: true, description: 'Person who enters it.' })
  person(@Root() assignment: Assignment, @Ctx() context: Context) {
    return cardOf(context, 'OWN_CONTENT', assignment, assignment.personId, 'CONTRIBUTOR')
  }
}

@Resolver(() => ReturnItem)
export class ReturnItemFields {
  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => ID, { description: 'Opaque id of the item.' })
  id(@Root() item: ReturnItem): string {
    return globalId('RI', item.id)
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => Kpi, { nullable: true, description: 'The KPI.' })
  async kpi(@Root() item: ReturnItem, @Ctx() context: Context) {
    const snapshot = await snapshotOf(context, item.frameworkVersionId)
    return snapshot?.kpiByCode.get(item.kpiCode) ?? null
  }

  @Access(OWNER, SECRETARIAT, { when: 'RESUBMITTED' })
  @FieldResolver(() => PersonCard, {
    nullable: true,
    description:
      'Person who answered. Null before, and outside the administration until it has submitted again.',
  })
  answerer(@Root() item: ReturnItem, @Ctx() context: Context) {
    return cardOf(context, 'COMMENT', item, item.answeredBy)
  }
}

@Resolver(() => InstrumentApplication)
export class InstrumentApplicationFields {
  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => Instrument, { nullable: true, description: 'The instrument.' })
  async instrument(@Root() row: InstrumentApplication, @Ctx() context: Context) {
    const snapshot = await snapshotOf(context, row.frameworkVersionId)
    return snapshot?.instrumentByCode.get(row.instrumentCode) ?? null
  }
}
