import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Resolver, Root } from 'type-graphql'
import { Access, Context, OWNER, PUBLIC, SECRETARIAT, wears, type Hat } from '#access'
import { Locale, PersonCard, cardOf } from '#accounts'
import { Assessment, assessmentsById, visible, type AssessmentRow } from '#assessment'
import { snapshotOf } from '#framework'
import { globalId } from '#platform'
import { CommentPayload } from './comment.input'
import {
  commentsOfAssessments,
  countsOfAssessments,
  internalCommentsOfAssessments,
  internalCountsOfAssessments,
  internalReadersOfAssessments,
  readersOfAssessments,
  type PlaceCount,
  type Reader,
} from './comment.rows'
import {
  AssessmentViewerCanComment,
  Comment,
  CommentCount,
  CommentViewerCan,
  INTERNAL_TAG,
  InternalComment,
  SECRETARIAT_TAG,
  type CommentRow,
} from './comment.types'
import { kpisAt } from './place'
import { canComment, canReopenThread, canResolve, canReword, type Hearers } from './policies'

@ArgsType()
class KpiCommentsArgs {
  @Access(OWNER, SECRETARIAT)
  @Field(() => String, {
    description: 'Code of the KPI; comments at its data elements are among them.',
  })
  readonly kpi!: string
}

@ArgsType()
class InternalCommentsArgs {
  @Access(OWNER)
  @Field(() => String, {
    description: 'Code of the KPI; comments at its data elements are among them.',
  })
  readonly kpi!: string
}

@ArgsType()
class InternalReadersArgs {
  @Access(OWNER)
  @Field(() => String, { nullable: true, description: 'Code of the KPI, where it stands at one.' })
  readonly kpi?: string | null

  @Access(OWNER)
  @Field(() => String, {
    nullable: true,
    description: 'Code of the data element, where it stands at one.',
  })
  readonly element?: string | null
}

@Resolver(() => Assessment)
export class AssessmentComments {
  @Access(OWNER)
  @FieldResolver(() => [InternalComment], {
    nullable: true,
    description:
      'Comments inside the administration at one KPI, thread by thread, the oldest first. Null for everybody outside.',
  })
  async internalComments(
    @Root() row: AssessmentRow,
    @Args(() => InternalCommentsArgs) { kpi }: InternalCommentsArgs,
    @Ctx() context: Context,
  ) {
    const places = await placesOf(context, row, kpi)
    const found = await context.load(internalCommentsOfAssessments, row.id, places)
    return visible(context, 'OWN_CONTENT', found)
  }

  @Access(OWNER, SECRETARIAT, { when: 'COORDINATION' })
  @FieldResolver(() => [Comment], {
    nullable: true,
    description:
      'Comments between administration and secretariat at one KPI, thread by thread, the oldest first. Null for those of the administration who are neither coordinator nor approver.',
  })
  async comments(
    @Root() row: AssessmentRow,
    @Args(() => KpiCommentsArgs) { kpi }: KpiCommentsArgs,
    @Ctx() context: Context,
  ) {
    const places = await placesOf(context, row, kpi)
    return visible(context, 'COMMENT', await context.load(commentsOfAssessments, row.id, places))
  }

  @Access(OWNER)
  @FieldResolver(() => [CommentCount], {
    nullable: true,
    description:
      'Number of internal threads by KPI, where there are any. Contributors see theirs. Null for everybody outside.',
  })
  async internalCommentCounts(@Root() row: AssessmentRow, @Ctx() context: Context) {
    const found = await context.load(internalCountsOfAssessments, row.id)
    return countsByKpi(context, row, visible(context, 'OWN_CONTENT', found))
  }

  @Access(OWNER, SECRETARIAT, { when: 'COORDINATION' })
  @FieldResolver(() => [CommentCount], {
    nullable: true,
    description:
      'Number of threads with the secretariat by KPI, where there are any. Null for those of the administration who are neither coordinator nor approver.',
  })
  async commentCounts(@Root() row: AssessmentRow, @Ctx() context: Context) {
    const found = await context.load(countsOfAssessments, row.id)
    return countsByKpi(context, row, visible(context, 'COMMENT', found))
  }

  @Access(OWNER)
  @FieldResolver(() => [PersonCard], {
    nullable: true,
    description:
      'People of the own administration who could read an internal comment at a place, and so can be mentioned there.',
  })
  async internalCommentReaders(
    @Root() row: AssessmentRow,
    @Args(() => InternalReadersArgs) { kpi, element }: InternalReadersArgs,
    @Ctx() context: Context,
  ) {
    const place = { kpiCode: kpi ?? null, elementCode: element ?? null }
    // Whom a place of others was given to is no contributor's to ask, nor beside one of their own.
    const places = [
      ...(place.kpiCode === null ? [] : [{ ...place, elementCode: null }]),
      ...(place.elementCode === null ? [] : [{ ...place, kpiCode: null }]),
    ]
    const isOpen = (each: typeof place) => canComment(context.viewer, row, 'INTERNAL', each).allowed
    if (wears(context.viewer, 'CONTRIBUTOR') && (places.length === 0 || !places.every(isOpen)))
      return []
    return cardsOf(context, row, await context.load(internalReadersOfAssessments, row.id, place))
  }

  @Access(OWNER, { when: 'COORDINATION' })
  @FieldResolver(() => [PersonCard], {
    nullable: true,
    description:
      'People of the own administration who read the thread with the secretariat, and so can be mentioned there. Null for everybody else.',
  })
  async commentReaders(@Root() row: AssessmentRow, @Ctx() context: Context) {
    const place = { kpiCode: null, elementCode: null }
    return cardsOf(context, row, await context.load(readersOfAssessments, row.id, place))
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => AssessmentViewerCanComment, {
    nullable: true,
    description:
      'Whether the viewer may comment; contributors do so where they were given a KPI or data element.',
  })
  viewerCanComment(
    @Root() row: AssessmentRow,
    @Ctx() { viewer }: Context,
  ): AssessmentViewerCanComment {
    return {
      internally: canComment(viewer, row, 'INTERNAL'),
      withSecretariat: canComment(viewer, row, 'SECRETARIAT'),
    }
  }
}

async function placesOf(context: Context, { frameworkVersionId }: AssessmentRow, kpi: string) {
  const snapshot = await snapshotOf(context, frameworkVersionId)
  const elements = snapshot?.kpiByCode.get(kpi)?.elements ?? []
  return { kpiCode: kpi, elementCodes: [...new Set(elements.map(({ element }) => element))] }
}

async function countsByKpi(
  context: Context,
  { id, administrationId, frameworkVersionId }: AssessmentRow,
  counts: readonly PlaceCount[],
): Promise<readonly CommentCount[]> {
  const snapshot = await snapshotOf(context, frameworkVersionId)
  const isTheirs = (kpi: string) =>
    context.viewer.hat !== 'CONTRIBUTOR' || context.viewer.assignedKpis.has(`${id}:${kpi}`)
  const sums = new Map<string, { open: number; threads: number }>()
  for (const { open, threads, ...place } of counts) {
    for (const kpi of (snapshot ? kpisAt(place, snapshot) : []).filter(isTheirs)) {
      const sum = sums.get(kpi) ?? { open: 0, threads: 0 }
      sums.set(kpi, { open: sum.open + open, threads: sum.threads + threads })
    }
  }
  return (snapshot?.kpis ?? []).flatMap(({ code }) => {
    const sum = sums.get(code)
    return sum ? [{ assessmentId: id, administrationId, kpiCode: code, ...sum }] : []
  })
}

async function cardsOf(context: Context, row: AssessmentRow, found: readonly Reader[] | null) {
  const cards = await Promise.all(
    (found ?? []).map(({ personId, role }) => cardOf(context, 'ASSESSMENT', row, personId, role)),
  )
  return cards.filter((card) => card !== null).toSorted((a, b) => a.name.localeCompare(b.name))
}

const stateOf = ({ assessmentId, administrationId, assessmentStatus }: CommentRow) => ({
  id: assessmentId,
  administrationId,
  status: assessmentStatus,
})

function viewerCan({ viewer }: Context, row: CommentRow, hearers: Hearers): CommentViewerCan {
  const assessment = stateOf(row)
  return {
    answer: canComment(viewer, assessment, hearers, row),
    edit: canReword(viewer, assessment, hearers, row),
    remove: canReword(viewer, assessment, hearers, row),
    resolve: canResolve(viewer, assessment, hearers, row),
    reopen: canReopenThread(viewer, assessment, hearers, row),
  }
}

@Resolver(() => InternalComment)
export class InternalCommentFields {
  @Access(OWNER)
  @FieldResolver(() => ID, { description: 'Opaque id of the comment.' })
  id(@Root() row: CommentRow): string {
    return globalId(INTERNAL_TAG, row.id)
  }

  @Access(OWNER)
  @FieldResolver(() => ID, {
    description: 'Id of the first comment of the thread, which is its own where it began one.',
  })
  threadId(@Root() row: CommentRow): string {
    return globalId(INTERNAL_TAG, row.threadId)
  }

  @Access(OWNER)
  @FieldResolver(() => Locale, { description: 'Language in which it was written.' })
  locale(@Root() row: CommentRow): Locale {
    return row.language === 'fr' ? 'FR' : 'EN'
  }

  @Access(OWNER)
  @FieldResolver(() => PersonCard, { nullable: true, description: 'Person who said it.' })
  author(@Root() row: CommentRow, @Ctx() context: Context) {
    return cardOf(context, 'OWN_CONTENT', row, row.authorId, row.authorRole as Hat)
  }

  @Access(OWNER)
  @FieldResolver(() => PersonCard, {
    nullable: true,
    description: 'Person who resolved the thread. Null while it is open.',
  })
  resolver(@Root() row: CommentRow, @Ctx() context: Context) {
    return cardOf(context, 'OWN_CONTENT', row, row.resolvedBy)
  }

  @Access(OWNER)
  @FieldResolver(() => [PersonCard], { description: 'People it mentions.' })
  async mentions(@Root() row: CommentRow, @Ctx() context: Context) {
    return mentionsOf(context, 'OWN_CONTENT', row)
  }

  @Access(OWNER)
  @FieldResolver(() => CommentViewerCan, { description: 'What the viewer may do with it.' })
  viewerCan(@Root() row: CommentRow, @Ctx() context: Context): CommentViewerCan {
    return viewerCan(context, row, 'INTERNAL')
  }
}

@Resolver(() => Comment)
export class CommentFields {
  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => ID, { description: 'Opaque id of the comment.' })
  id(@Root() row: CommentRow): string {
    return globalId(SECRETARIAT_TAG, row.id)
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => ID, {
    description: 'Id of the first comment of the thread, which is its own where it began one.',
  })
  threadId(@Root() row: CommentRow): string {
    return globalId(SECRETARIAT_TAG, row.threadId)
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => Locale, { description: 'Language in which it was written.' })
  locale(@Root() row: CommentRow): Locale {
    return row.language === 'fr' ? 'FR' : 'EN'
  }

  @Access(OWNER, SECRETARIAT, { when: 'COORDINATION' })
  @FieldResolver(() => PersonCard, { nullable: true, description: 'Person who said it.' })
  author(@Root() row: CommentRow, @Ctx() context: Context) {
    return cardOf(context, 'COMMENT', row, row.authorId, row.authorRole as Hat)
  }

  @Access(OWNER, SECRETARIAT, { when: 'COORDINATION' })
  @FieldResolver(() => PersonCard, {
    nullable: true,
    description: 'Person who resolved the thread. Null while it is open.',
  })
  resolver(@Root() row: CommentRow, @Ctx() context: Context) {
    return cardOf(context, 'COMMENT', row, row.resolvedBy)
  }

  @Access(OWNER, SECRETARIAT, { when: 'COORDINATION' })
  @FieldResolver(() => [PersonCard], { nullable: true, description: 'People it mentions.' })
  async mentions(@Root() row: CommentRow, @Ctx() context: Context) {
    return mentionsOf(context, 'COMMENT', row)
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => CommentViewerCan, { description: 'What the viewer may do with it.' })
  viewerCan(@Root() row: CommentRow, @Ctx() context: Context): CommentViewerCan {
    return viewerCan(context, row, 'SECRETARIAT')
  }
}

async function mentionsOf(context: Context, rowClass: 'OWN_CONTENT' | 'COMMENT', row: CommentRow) {
  const cards = await Promise.all(
    row.mentioned.map((personId) => cardOf(context, rowClass, row, personId)),
  )
  return cards.filter((card) => card !== null)
}

@Resolver(() => CommentPayload)
export class CommentPayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => Assessment, {
    nullable: true,
    description: 'Assessment with its comments as they are now. Null when the command was refused.',
  })
  assessment(@Root() { assessmentId }: CommentPayload, @Ctx() context: Context) {
    return assessmentId ? context.load(assessmentsById, assessmentId) : null
  }
}
