import { Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql'
import { Access, OWNER, REVIEWER, SECRETARIAT, wears, type Context } from '#access'
import { PersonCard, cardOf } from '#accounts'
import { AssessmentContent, KpiResponse, assessmentsById, openPlacesOf, visible } from '#assessment'
import { globalId } from '#platform'
import { addressOf } from './downloads'
import { revisionsOfEvidence, submittedEvidence, workingEvidence } from './evidence.rows'
import { Evidence, EvidenceRevision, EvidenceViewerCan } from './evidence.type'
import { canEditEvidence, canShareEvidence } from './policies'

@Resolver(() => Evidence)
export class EvidenceFields {
  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => ID, { description: 'Opaque id of the evidence in its copy.' })
  id(@Root() { id, copy }: Evidence): string {
    return globalId(copy === 'WORKING' ? 'EV' : 'EA', id)
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => [String], {
    description:
      'Codes of the KPIs it backs; a contributor sees the assigned ones. Empty where it backs none.',
  })
  kpiCodes(@Root() row: Evidence, @Ctx() context: Context): readonly string[] {
    return openCodes(row, context)
  }

  @Access(OWNER, REVIEWER, SECRETARIAT, { when: 'SHARED_BY_MEMBER' })
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Address the bytes are fetched from, under the rights of whoever asks. Null for a link, and outside the administration until a scanner found nothing.',
  })
  downloadPath(@Root() row: Evidence): string | null {
    if (row.kind !== 'FILE' || !row.fileName) return null
    if (row.copy === 'WORKING') return addressOf('ER', row.revisionId)
    return row.scanState === 'CLEAN' ? addressOf('EA', row.id) : null
  }

  @Access(OWNER)
  @FieldResolver(() => PersonCard, {
    nullable: true,
    description: 'Person who added it. Null in frozen copies.',
  })
  addedBy(@Root() row: Evidence, @Ctx() context: Context) {
    return cardOf(context, 'CONTENT', row, row.createdBy)
  }

  @Access(OWNER)
  @FieldResolver(() => [EvidenceRevision], {
    nullable: true,
    description: 'Every content it has or had, the newest first.',
  })
  async revisions(@Root() { evidenceId }: Evidence, @Ctx() context: Context) {
    const rows = await context.load(revisionsOfEvidence, evidenceId)
    return visible(context, 'OWN_CONTENT', rows)
  }

  @Access(OWNER)
  @FieldResolver(() => EvidenceViewerCan, {
    nullable: true,
    description: 'What the viewer may do with it. Null in frozen copies.',
  })
  async viewerCan(
    @Root() row: Evidence,
    @Ctx() context: Context,
  ): Promise<EvidenceViewerCan | null> {
    if (row.copy !== 'WORKING') return null
    const assessment = await context.load(assessmentsById, row.assessmentId)
    if (!assessment) return null
    const open = await openPlacesOf(context, assessment)
    return {
      edit: canEditEvidence(context.viewer, assessment, row.kpiCodes, open),
      share: canShareEvidence(context.viewer, row),
    }
  }
}

@Resolver(() => EvidenceRevision)
export class EvidenceRevisionFields {
  @Access(OWNER)
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Address the bytes are fetched from. Null for a link.',
  })
  downloadPath(@Root() { kind, id }: EvidenceRevision): string | null {
    return kind === 'FILE' ? addressOf('ER', id) : null
  }

  @Access(OWNER)
  @FieldResolver(() => PersonCard, { nullable: true, description: 'Person who added it.' })
  author(@Root() row: EvidenceRevision, @Ctx() context: Context) {
    return cardOf(context, 'OWN_CONTENT', row, row.writtenBy)
  }
}

@Resolver(() => AssessmentContent)
export class AssessmentContentEvidence {
  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => [Evidence], {
    description:
      'Evidence of this copy, in the working copy the newest first and what backs no KPI too; a contributor sees that of the assigned KPIs.',
  })
  evidence(@Root() { submissionId, assessmentId }: AssessmentContent, @Ctx() context: Context) {
    return evidenceOf(context, { submissionId, assessmentId })
  }
}

@Resolver(() => KpiResponse)
export class KpiResponseEvidence {
  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => [Evidence], {
    nullable: true,
    description: 'Evidence that backs the answer. Null in released copies.',
  })
  evidence(@Root() row: KpiResponse, @Ctx() context: Context) {
    return ofAnswer(row, context)
  }

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Number of pieces of evidence that back the answer. Null in released copies.',
  })
  async evidenceCount(@Root() row: KpiResponse, @Ctx() context: Context): Promise<number | null> {
    return (await ofAnswer(row, context))?.length ?? null
  }
}

interface Copy {
  readonly submissionId?: string | null
  readonly assessmentId: string
}

async function evidenceOf(
  context: Context,
  { submissionId, assessmentId }: Copy,
): Promise<readonly Evidence[]> {
  const rows = submissionId
    ? await context.load(submittedEvidence, submissionId)
    : await context.load(workingEvidence, assessmentId)
  return visible(context, 'CONTENT', rows)
}

async function ofAnswer(
  { copy, submissionId, assessmentId, kpiCode }: KpiResponse,
  context: Context,
): Promise<readonly Evidence[] | null> {
  if (copy === 'RELEASED' || !assessmentId) return null
  const all = await evidenceOf(context, { submissionId, assessmentId })
  return all.filter(({ kpiCodes }) => kpiCodes.includes(kpiCode))
}

const openCodes = ({ kpiCodes, assessmentId }: Evidence, { viewer }: Context) =>
  wears(viewer, 'CONTRIBUTOR')
    ? kpiCodes.filter((code) => viewer.assignedKpis.has(`${assessmentId}:${code}`))
    : kpiCodes
