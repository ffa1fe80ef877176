import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import {
  Access,
  Context,
  OWNER,
  REVIEWER,
  SECRETARIAT,
  embed,
  noteRead,
  ownsContent,
  wears,
} from '#access'
import { snapshotOf } from '#framework'
import { changedKpis } from './changed-kpis'
import { changesBetween, type ComparedCopy } from './changes'
import { submittedEvidenceUses, workingEvidenceUses } from './changes.rows'
import { AnswerChange } from './changes.type'
import { responsesOf } from '../content.query'
import {
  submissionsOfAssessments,
  submittedInstruments,
  submittedValues,
  workingInstruments,
  workingValues,
} from '../content.rows'
import { AssessmentContent } from '../content.type'
import { visible } from '../visible'

@Resolver(() => AssessmentContent)
export class AssessmentContentChanges {
  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => [String], {
    description:
      'Codes of the KPIs whose answer differs from the submission before; for the working copy, from the last one. Empty before the first submission.',
  })
  async changedKpiCodes(@Root() content: AssessmentContent, @Ctx() context: Context) {
    const before = await copyBefore(content, context)
    if (!before) return []
    const [present, former] = await Promise.all([
      responsesOf(content, context),
      responsesOf(before, context),
    ])
    return changedKpis(former, compared(present, context))
  }

  @Access(OWNER, REVIEWER, SECRETARIAT, { when: 'STAFF' })
  @FieldResolver(() => [AnswerChange], {
    nullable: true,
    description:
      'Every KPI of which anything differs from the submission before, levels, figures and evidence included; for the working copy, from the last one, also after a return, a reopening or a withdrawal. A contributor sees the assigned ones. Empty without a difference; null before the first submission.',
  })
  async changes(
    @Root() content: AssessmentContent,
    @Ctx() context: Context,
  ): Promise<readonly AnswerChange[] | null> {
    const before = await copyBefore(content, context)
    const snapshot = await snapshotOf(context, content.frameworkVersionId)
    if (!before || !snapshot) return null
    const [former, present] = await Promise.all([
      comparedCopy(before, context),
      comparedCopy(content, context),
    ])
    return embed('ASSESSMENT', content, changesBetween(former, present, snapshot))
  }
}

// Of an earlier cycle a contributor may read the last copy alone, with which there is nothing to compare.
const compared = <T extends object>(rows: readonly T[], { viewer }: Context): readonly T[] =>
  wears(viewer, 'CONTRIBUTOR')
    ? rows.filter((row) => ownsContent(viewer, row as Readonly<Record<string, unknown>>))
    : rows

async function copyBefore(
  { assessmentId, number }: AssessmentContent,
  context: Context,
): Promise<AssessmentContent | undefined> {
  const all = (await context.load(submissionsOfAssessments, assessmentId)) ?? []
  return number === null ? all[0] : all.find((each) => each.number === number - 1)
}

async function comparedCopy(content: AssessmentContent, context: Context): Promise<ComparedCopy> {
  const { submissionId, assessmentId } = content
  const [responses, values, instruments, evidence] = await Promise.all(
    submissionId
      ? ([
          responsesOf(content, context),
          context.load(submittedValues, submissionId),
          context.load(submittedInstruments, submissionId),
          context.load(submittedEvidenceUses, submissionId),
        ] as const)
      : ([
          responsesOf(content, context),
          context.load(workingValues, assessmentId),
          context.load(workingInstruments, assessmentId),
          context.load(workingEvidenceUses, assessmentId),
        ] as const),
  )
  const read = {
    responses: compared(responses, context),
    values: compared(visible(context, 'CONTENT', values), context),
    instruments: compared(visible(context, 'CONTENT', instruments), context),
  }
  // What is told of rows without answering them is read all the same.
  for (const row of [...read.responses, ...read.values, ...read.instruments]) {
    noteRead(context.viewer, { ...row })
  }
  return {
    ...read,
    evidence: evidence ?? [],
  }
}
