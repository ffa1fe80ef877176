import {
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import {
  Access, Context, MEMBER, OWNER, PUBLIC, PageArgs, PageInfo, Permission, REVIEWER, Rows, SECRETARIAT,
  firstDenial, mayChange, wears,
} from '#access' // prettier-ignore
import { Administration, PersonCard, administrationsById, cardOf } from '#accounts'
import { Cycle, cyclesById } from '#cycle'
import { FrameworkVersion, snapshotOf } from '#framework'
import { connectionOf, globalId, pageOf, uuidOf } from '#platform'
import { Assessment } from './assessment'
import {
  assessmentInCycle,
  assessmentPage,
  assessmentsById,
  assessmentsInCycles,
  assessmentsOfAdministrations,
  enteredByOfAssessments,
  progressOfAssessments,
  type AssessmentRow,
} from './assessment.rows'
import { contentAccess, openPlacesOf } from './content-access'
import { AccessReason } from './enums'
import {
  canAccept,
  canAssign,
  canCancelWithdrawal,
  canEdit,
  canEditElement,
  canExtend,
  canReopen,
  canRequestApproval,
  canReturn,
  canSendBack,
  canResume,
  canSubmit,
  canWithdraw,
} from './policies'
import { AssessmentProgress } from './progress.type'
import {
  canDeclineReopening,
  canRequestReopening,
  canTakeBackReopening,
} from './reopening/policies'
import { answersOf, hashToSign } from './submission.write'
import { AssessmentViewerCan } from './viewer-can.type'

@ArgsType()
class AssessmentArgs {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => ID, { description: 'Id of the assessment.' })
  readonly id!: string
}

@ArgsType()
class MyAssessmentArgs {
  @Access(MEMBER)
  @Field(() => String, { description: 'Code of the cycle.' })
  readonly cycle!: string
}

@ArgsType()
class AssessmentsArgs extends PageArgs {
  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description: 'Code of a cycle, to see its assessments only.',
  })
  readonly cycle?: string | null
}

@ObjectType({ description: 'Page of assessments.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class AssessmentConnection {
  @Access(PUBLIC)
  @Field(() => [Assessment], { description: 'Assessments of the page.' })
  readonly nodes!: readonly Assessment[]

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of assessments the viewer may know of.' })
  readonly totalCount!: number

  @Access(PUBLIC)
  @Field(() => PageInfo, { description: 'Where the page stands.' })
  readonly pageInfo!: PageInfo
}

@Resolver(() => Assessment)
export class AssessmentQuery {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Query(() => Assessment, {
    nullable: true,
    description: 'One assessment by id. Null when there is none the viewer may know of.',
  })
  assessment(@Args(() => AssessmentArgs) { id }: AssessmentArgs, @Ctx() context: Context) {
    const uuid = uuidOf('AS', id)
    return uuid && context.load(assessmentsById, uuid)
  }

  @Access(MEMBER)
  @Query(() => Assessment, {
    nullable: true,
    description: 'Assessment of the own administration in a cycle. Null before it is started.',
  })
  myAssessment(@Args(() => MyAssessmentArgs) { cycle }: MyAssessmentArgs, @Ctx() context: Context) {
    const { administrationId } = context.viewer
    return administrationId && context.read((db) => assessmentInCycle(db, administrationId, cycle))
  }

  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Query(() => AssessmentConnection, {
    nullable: true,
    description:
      'Assessments the viewer may know of: the own ones, those under assigned reviews, or all for the cycle officer; newest cycle first, then by administration.',
  })
  async assessments(@Args(() => AssessmentsArgs) args: AssessmentsArgs, @Ctx() context: Context) {
    const page = pageOf(args)
    const { rows, total } = await context.read((db) => assessmentPage(db, page, args.cycle ?? null))
    return connectionOf(rows, page, total, (row) => [
      String(row.cycleNumber),
      row.administrationCode,
    ])
  }

  @Access(PUBLIC)
  @FieldResolver(() => ID, { description: 'Opaque id of the assessment.' })
  id(@Root() assessment: Assessment): string {
    return globalId('AS', assessment.id)
  }

  @Access(PUBLIC)
  @FieldResolver(() => Cycle, { description: 'Cycle it belongs to.' })
  cycle(@Root() assessment: Assessment, @Ctx() context: Context) {
    return context.load(cyclesById, assessment.cycleId)
  }

  @Access(PUBLIC)
  @FieldResolver(() => Administration, { description: 'Administration that assesses itself.' })
  administration(@Root() assessment: Assessment, @Ctx() context: Context) {
    return context.load(administrationsById, assessment.administrationId)
  }

  @Access(PUBLIC)
  @FieldResolver(() => FrameworkVersion, {
    nullable: true,
    description: 'Framework version it measures by. Null while the viewer may not see it.',
  })
  async frameworkVersion(@Root() assessment: Assessment, @Ctx() context: Context) {
    return (await snapshotOf(context, assessment.frameworkVersionId))?.version ?? null
  }

  @Access(PUBLIC)
  @FieldResolver(() => AccessReason, {
    description: 'Whether the viewer sees its content, and if not, why.',
  })
  contentAccess(@Root() assessment: AssessmentRow, @Ctx() { viewer }: Context): AccessReason {
    return contentAccess(viewer, assessment)
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => AssessmentProgress, {
    nullable: true,
    description:
      'How far it has come, in counts. Null for viewers outside, and for contributors, who could tell by them what others enter.',
  })
  progress(@Root() assessment: Assessment, @Ctx() context: Context) {
    if (wears(context.viewer, 'CONTRIBUTOR')) return null
    return context.load(progressOfAssessments, assessment.id)
  }

  @Access(OWNER)
  @FieldResolver(() => [String], {
    nullable: true,
    description:
      'Codes of the KPIs that can be changed now: all of a draft, the returned ones of a returned assessment, none otherwise. Contributors see theirs.',
  })
  async openKpiCodes(@Root() assessment: AssessmentRow, @Ctx() context: Context) {
    const { viewer } = context
    if (!firstDenial(mayChange(viewer), canEdit(viewer, assessment)).allowed) return []
    const snapshot = await snapshotOf(context, assessment.frameworkVersionId)
    const open = await openPlacesOf(context, assessment)
    return (snapshot?.kpis ?? [])
      .map(({ code }) => code)
      .filter(
        (code) =>
          (open.kpis === null || open.kpis.has(code)) &&
          (!wears(viewer, 'CONTRIBUTOR') || viewer.assignedKpis.has(`${assessment.id}:${code}`)),
      )
  }

  @Access(OWNER)
  @FieldResolver(() => [String], {
    nullable: true,
    description:
      'Codes of the data elements whose figures can be changed now, none where the assessment is locked. Contributors see theirs.',
  })
  async openElementCodes(@Root() assessment: AssessmentRow, @Ctx() context: Context) {
    const { viewer } = context
    if (!mayChange(viewer).allowed) return []
    const snapshot = await snapshotOf(context, assessment.frameworkVersionId)
    const open = await openPlacesOf(context, assessment)
    return (snapshot?.dataElements ?? [])
      .filter(
        ({ code, origin }) =>
          origin !== 'DERIVED' && canEditElement(viewer, assessment, code, open).allowed,
      )
      .map(({ code }) => code)
  }

  @Access(OWNER)
  @FieldResolver(() => PersonCard, { nullable: true, description: 'Person who started it.' })
  starter(@Root() assessment: AssessmentRow, @Ctx() context: Context) {
    return cardOf(context, 'ASSESSMENT', assessment, assessment.startedBy)
  }

  @Access(OWNER)
  @FieldResolver(() => PersonCard, {
    nullable: true,
    description: 'Person who asked for the signature. Null before.',
  })
  approvalRequester(@Root() assessment: AssessmentRow, @Ctx() context: Context) {
    return cardOf(context, 'ASSESSMENT', assessment, assessment.approvalRequestedBy)
  }

  @Access(OWNER)
  @FieldResolver(() => PersonCard, {
    nullable: true,
    description: 'Person who proposed the withdrawal. Null while nobody did.',
  })
  withdrawalProposer(@Root() assessment: AssessmentRow, @Ctx() context: Context) {
    return cardOf(context, 'ASSESSMENT', assessment, assessment.withdrawalProposedBy)
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => PersonCard, {
    nullable: true,
    description: 'Person who confirmed the withdrawal. Null unless it is withdrawn.',
  })
  withdrawer(@Root() assessment: AssessmentRow, @Ctx() context: Context) {
    return cardOf(context, 'ASSESSMENT', assessment, assessment.withdrawnBy)
  }

  @Access(OWNER)
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'SHA-256 that the receipt will show if it is signed as it stands, in hexadecimal. Null for whoever may not sign it now.',
  })
  async hashToSign(@Root() row: AssessmentRow, @Ctx() context: Context) {
    const maySign = (enteredBy: readonly string[]) =>
      canSubmit(context.viewer, { ...row, enteredBy }).allowed
    // Whoever may not sign whoever entered the figures pays for no question.
    if (!maySign([])) return null
    if (!maySign((await context.load(enteredByOfAssessments, row.id)) ?? [])) return null
    return context.read(async (db) => hashToSign(db, row, await answersOf(db, row.id)))
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => AssessmentViewerCan, {
    nullable: true,
    description: 'What the viewer may do with it.',
  })
  async viewerCan(
    @Root() row: AssessmentRow,
    @Ctx() context: Context,
  ): Promise<AssessmentViewerCan> {
    const { viewer } = context
    // Who entered the figures matters to the approver alone, so nobody else pays for the question.
    const enteredBy = wears(viewer, 'APPROVER')
      ? ((await context.load(enteredByOfAssessments, row.id)) ?? [])
      : []
    return {
      edit: canEdit(viewer, row),
      assign: canAssign(viewer, row),
      requestApproval: canRequestApproval(viewer, row),
      sendBack: canSendBack(viewer, row),
      submit: canSubmit(viewer, { ...row, enteredBy }),
      withdraw: canWithdraw(viewer, row),
      withdrawalCancel: canCancelWithdrawal(viewer, row),
      resume: canResume(viewer, row),
      return: canReturn(viewer, row),
      accept: canAccept(viewer, row),
      reopen: canReopen(viewer, row),
      requestReopening: canRequestReopening(viewer, row),
      takeBackReopening: canTakeBackReopening(viewer, row),
      declineReopening: canDeclineReopening(viewer, row),
      extend: canExtend(viewer, { status: row.cycleStatus }),
    }
  }
}

@Resolver(() => Administration)
export class AdministrationAssessments {
  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => [Assessment], {
    nullable: true,
    description: 'Assessments of the administration, newest cycle first. Null for viewers outside.',
  })
  async assessments(@Root() administration: Administration, @Ctx() context: Context) {
    return (await context.load(assessmentsOfAdministrations, administration.id)) ?? []
  }
}

@Resolver(() => Cycle)
export class CycleAssessment {
  @Access(PUBLIC)
  @FieldResolver(() => Permission, {
    description: 'Whether the viewer may give an administration more time in the cycle.',
  })
  assessmentExtend(@Root() cycle: Cycle, @Ctx() { viewer }: Context): Permission {
    return canExtend(viewer, cycle)
  }

  @Access(MEMBER)
  @FieldResolver(() => Assessment, {
    nullable: true,
    description: 'Assessment of the own administration in the cycle. Null before it is started.',
  })
  myAssessment(@Root() cycle: Cycle, @Ctx() context: Context) {
    const { administrationId } = context.viewer
    return administrationId && context.load(assessmentsInCycles, cycle.id, administrationId)
  }
}
