import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql'
import {
  Access,
  Context,
  OWNER,
  PUBLIC,
  REVIEWER,
  SECRETARIAT,
  embed,
  wears,
  type Hat,
} from '#access'
import { PersonCard, cardOf } from '#accounts'
import { cyclesById } from '#cycle'
import { snapshotOf } from '#framework'
import { globalId } from '#platform'
import { Assessment } from './assessment'
import type { AssessmentRow } from './assessment.rows'
import { INSTRUMENT_MEAN_KPI, assessmentScores } from './compute'
import {
  submissionsOfAssessments,
  submittedInstruments,
  submittedResponses,
  submittedValues,
  workingInstruments,
  workingResponses,
  workingValues,
} from './content.rows'
import { AssessmentContent } from './content.type'
import { DataValue } from './data-value.type'
import { InstrumentApplication } from './instrument-application.type'
import { KpiResponse } from './kpi-response.type'
import { scoresOf } from './scores'
import { Scores } from './scores.type'
import { inOrder, visible } from './visible'

@ArgsType()
class SubmittedArgs {
  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => Int, {
    nullable: true,
    description: 'Number of the submission; the last one when nothing is given.',
  })
  readonly number?: number | null
}

@ArgsType()
class ResponseArgs {
  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, { description: 'Code of the KPI.' })
  readonly kpi!: string
}

@ArgsType()
class ValuesArgs {
  @Access(PUBLIC)
  @Field(() => String, { nullable: true, description: 'Code of a KPI, to see its figures only.' })
  readonly kpi?: string | null
}

@Resolver(() => Assessment)
export class AssessmentContents {
  @Access(OWNER)
  @FieldResolver(() => AssessmentContent, {
    nullable: true,
    description: 'The copy being edited. Null for everybody outside the administration.',
  })
  working(@Root() row: AssessmentRow): AssessmentContent {
    return {
      copy: 'WORKING',
      assessmentId: row.id,
      administrationId: row.administrationId,
      assessmentStatus: row.status,
      frameworkVersionId: row.frameworkVersionId,
      cycleId: row.cycleId,
      reportingYear: row.reportingYear,
      previousYear: row.previousYear,
      submissionId: null,
      submittedBy: null,
      storedScores: null,
      statement: null,
      number: null,
      submittedAt: null,
      contentHash: null,
    }
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => AssessmentContent, {
    nullable: true,
    description:
      'A frozen copy, the last one the viewer may see when no number is given. Null when there is none; `contentAccess` says why.',
  })
  async submitted(
    @Root() row: AssessmentRow,
    @Args(() => SubmittedArgs) { number }: SubmittedArgs,
    @Ctx() context: Context,
  ) {
    const all = (await context.load(submissionsOfAssessments, row.id)) ?? []
    return (number == null ? all[0] : all.find((each) => each.number === number)) ?? null
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => [AssessmentContent], {
    nullable: true,
    description: 'All frozen copies the viewer may see, the newest first.',
  })
  async submissions(@Root() row: AssessmentRow, @Ctx() context: Context) {
    return (await context.load(submissionsOfAssessments, row.id)) ?? []
  }
}

@Resolver(() => AssessmentContent)
export class AssessmentContentFields {
  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => ID, {
    description:
      'Opaque id of the copy: of the submission, or of the assessment for the working copy.',
  })
  id(@Root() content: AssessmentContent): string {
    return content.submissionId
      ? globalId('SU', content.submissionId)
      : globalId('WC', content.assessmentId)
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => [KpiResponse], {
    description:
      'Answers in the order of the framework; a contributor sees the assigned ones, in the last copy of an earlier cycle also those assigned in a running one.',
  })
  responses(@Root() content: AssessmentContent, @Ctx() context: Context) {
    return responsesOf(content, context)
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => KpiResponse, {
    nullable: true,
    description: 'Answer to one KPI. Null when the viewer sees none.',
  })
  async response(
    @Root() content: AssessmentContent,
    @Args(() => ResponseArgs) { kpi }: ResponseArgs,
    @Ctx() context: Context,
  ) {
    return (await responsesOf(content, context)).find(({ kpiCode }) => kpiCode === kpi) ?? null
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => [DataValue], {
    nullable: true,
    description: 'Figures entered, by data element, the reporting year first.',
  })
  async values(
    @Root() content: AssessmentContent,
    @Args(() => ValuesArgs) { kpi }: ValuesArgs,
    @Ctx() context: Context,
  ) {
    const snapshot = await snapshotOf(context, content.frameworkVersionId)
    const rows = content.submissionId
      ? await context.load(submittedValues, content.submissionId)
      : await context.load(workingValues, content.assessmentId)
    const used =
      kpi == null
        ? null
        : new Set(snapshot?.kpiByCode.get(kpi)?.elements.map(({ element }) => element))
    const wanted = (rows ?? []).filter(({ elementCode }) => !used || used.has(elementCode))
    return inOrder(
      visible(context, 'CONTENT', wanted),
      snapshot?.dataElements ?? [],
      (row) => row.elementCode,
    )
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => [InstrumentApplication], {
    description:
      'Application of every instrument of the framework, those not rated yet with a null level.',
  })
  async instruments(@Root() content: AssessmentContent, @Ctx() context: Context) {
    const snapshot = await snapshotOf(context, content.frameworkVersionId)
    const rows = content.submissionId
      ? await context.load(submittedInstruments, content.submissionId)
      : await context.load(workingInstruments, content.assessmentId)
    const rated = new Map((rows ?? []).map((row) => [row.instrumentCode, row]))
    const all = (snapshot?.instruments ?? []).map(
      ({ code }) => rated.get(code) ?? notRated(content, code),
    )
    return visible(context, 'CONTENT', all)
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => Scores, {
    nullable: true,
    description:
      'Scores with coverage. Null for contributors, who do not see every answer behind them.',
  })
  async scores(
    @Root() content: AssessmentContent,
    @Ctx() context: Context,
  ): Promise<Scores | null> {
    if (wears(context.viewer, 'CONTRIBUTOR')) return null
    const scores = content.storedScores ?? (await computedScores(content, context))
    return scores && embed('ASSESSMENT', content, scoresOf(scores))
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => PersonCard, {
    nullable: true,
    description: 'Person who signed the submission. Null for the working copy.',
  })
  signer(@Root() content: AssessmentContent, @Ctx() context: Context) {
    const { hat } = (content.statement ?? {}) as { readonly hat?: Hat }
    return cardOf(context, 'ASSESSMENT', content, content.submittedBy, hat)
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Note on the assessment as a whole, signed with it. Null without one.',
  })
  overallNote(@Root() { statement }: AssessmentContent): string | null {
    return (statement as { note?: string } | null)?.note ?? null
  }
}

/** Answers of a copy that exist for the viewer, in the order of the framework. */
export async function responsesOf(
  content: AssessmentContent,
  context: Context,
): Promise<readonly KpiResponse[]> {
  const rows = content.submissionId
    ? await context.load(submittedResponses, content.submissionId)
    : await context.load(workingResponses, content.assessmentId)
  const snapshot = await snapshotOf(context, content.frameworkVersionId)
  return inOrder(visible(context, 'CONTENT', rows), snapshot?.kpis ?? [], (row) => row.kpiCode)
}

async function computedScores(content: AssessmentContent, context: Context) {
  const snapshot = await snapshotOf(context, content.frameworkVersionId)
  const responses = await responsesOf(content, context)
  const cycle = await context.load(cyclesById, content.cycleId)
  return (
    snapshot &&
    assessmentScores(
      snapshot,
      Object.fromEntries(
        responses.map(({ kpiCode, state, value }) => [kpiCode, { state: state!, value }]),
      ),
      cycle?.leastCoverage ?? null,
    )
  )
}

const notRated = (content: AssessmentContent, instrumentCode: string): InstrumentApplication => ({
  ...content,
  submissionId: content.submissionId ?? undefined,
  kpiCode: INSTRUMENT_MEAN_KPI,
  instrumentCode,
  level: null,
  version: content.submissionId ? null : 0,
  updatedAt: null,
})
