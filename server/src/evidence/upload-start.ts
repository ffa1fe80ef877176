import {
  Args,
  ArgsType,
  Ctx,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql'
import {
  Access,
  MEMBER,
  PUBLIC,
  Problem,
  Rows,
  ensure,
  type CommandScope,
  type Context,
} from '#access'
import { queueForContent, recordAssessment } from '#assessment'
import {
  DateTimeScalar,
  badInput,
  issueTicket,
  notFound,
  uuidOf,
  type ProblemDetail,
} from '#platform'
import { findEvidence, holdPlace } from './evidence.lock'
import { ensureNone, quotaProblems } from './evidence.write'
import { LARGEST_FILE, mediaTypeOf } from './content/media-types'
import { canEditEvidence } from './policies'

export const EVIDENCE_PURPOSE = 'EVIDENCE'

/** What a ticket is bound to beside the session: where the file goes, and which bytes it may bring. */
export interface Announced {
  readonly assessmentId: string
  readonly evidenceId: string | null
  readonly size: number
  readonly sha256: string
  readonly mediaType: string
}

@InputType({ description: 'A file that is about to be handed in.' })
class EvidenceUploadStartInput {
  @Access(MEMBER)
  @Field(() => ID, { description: 'Id of the assessment.' })
  readonly assessmentId!: string

  @Access(MEMBER)
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the evidence it becomes a revision of. Left out for a new one.',
  })
  readonly evidenceId?: string | null

  @Access(MEMBER)
  @Field(() => [String], {
    nullable: true,
    description: 'Codes of the KPIs a new piece of evidence will back.',
  })
  readonly kpiCodes?: readonly string[] | null

  @Access(MEMBER)
  @Field(() => String, {
    description:
      'Name of the file; it ends with `.pdf`, `.png`, `.jpg`, `.webp`, `.docx`, `.xlsx`, `.pptx`, `.csv` or `.txt`.',
  })
  readonly fileName!: string

  @Access(MEMBER)
  @Field(() => String, { description: 'Media type that belongs to the ending of the name.' })
  readonly mediaType!: string

  @Access(MEMBER)
  @Field(() => Int, { description: 'Number of its bytes, at most 25 MB.' })
  readonly size!: number

  @Access(MEMBER)
  @Field(() => String, { description: 'SHA-256 of its bytes, in hexadecimal.' })
  readonly sha256!: string
}

@ArgsType()
class EvidenceUploadStartArgs {
  @Access(MEMBER)
  @Field(() => EvidenceUploadStartInput, { description: 'Where the file goes, and what it is.' })
  readonly input!: EvidenceUploadStartInput
}

@ObjectType({ description: 'A ticket to hand in one file.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class EvidenceUploadStartPayload {
  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description: 'Ticket: works once, for this session, for 15 minutes. Null when refused.',
  })
  readonly ticket?: string

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description: 'Address the bytes of the file are put to, as `application/octet-stream`.',
  })
  readonly uploadPath?: string

  @Access(PUBLIC)
  @Field(() => DateTimeScalar, { nullable: true, description: 'Timestamp the ticket ends at.' })
  readonly expiresAt?: Date

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented the command; empty when it was done.' })
  readonly problems!: readonly Problem[]
}

@Resolver()
export class EvidenceUploadStart {
  @Access(MEMBER)
  @Mutation(() => EvidenceUploadStartPayload, {
    description:
      'Gives a ticket to hand in a file as evidence. The ticket is bound to the session, to the size and to the hash. Problems: NOT_FOUND, WRONG_HAT, NOT_ASSIGNED, WRONG_STATE, OUT_OF_TIME, BAD_FORMAT, WRONG_TYPE, FILE_TOO_LARGE, BAD_HASH, TOO_MANY_FILES, QUOTA_EXCEEDED.',
  })
  evidenceUploadStart(
    @Args(() => EvidenceUploadStartArgs) { input }: EvidenceUploadStartArgs,
    @Ctx() context: Context,
  ) {
    return context.command('evidenceUploadStart', {}, async (scope) => {
      const { db, viewer, now, record, once } = scope
      const { subject, open, kpiCodes, evidenceId } = await targetOf(context, scope, input)
      const path = ['input', evidenceId === null ? 'kpiCodes' : 'evidenceId']
      ensure(canEditEvidence(viewer, subject, kpiCodes, open), path)
      await queueForContent(db, subject.id)
      ensureNone([
        ...announcedProblems(input),
        ...(await quotaProblems(db, subject.id, input.size, ['input', 'size'])),
      ])
      const announced: Announced = {
        assessmentId: subject.id,
        evidenceId,
        size: input.size,
        sha256: input.sha256.toLowerCase(),
        mediaType: mediaTypeOf(input.fileName)!,
      }
      const issued = await issueTicket(
        db,
        { sessionId: viewer.sessionId, now },
        {
          purpose: EVIDENCE_PURPOSE,
          subject: JSON.stringify(announced),
          fileName: input.fileName,
          limit: input.size,
        },
      )
      once({ ...issued })
      recordAssessment(record, 'evidenceUploadStart', subject, { size: input.size })
      return {}
    })
  }
}

async function targetOf(context: Context, scope: CommandScope, input: EvidenceUploadStartInput) {
  const assessmentId = uuidOf('AS', input.assessmentId)
  if (assessmentId === null) throw notFound(['input', 'assessmentId'])
  if (input.evidenceId == null) {
    const kpiCodes = input.kpiCodes ?? []
    const place = await holdPlace(context, scope.db, assessmentId, ['input', 'assessmentId'])
    return { ...place, kpiCodes, evidenceId: null }
  }
  const found = await findEvidence(context, scope, uuidOf('EV', input.evidenceId))
  if (found.subject.id !== assessmentId) throw notFound(['input', 'evidenceId'])
  return { ...found, evidenceId: found.id }
}

function announcedProblems({
  fileName,
  mediaType,
  size,
  sha256,
}: EvidenceUploadStartInput): readonly ProblemDetail[] {
  const expected = mediaTypeOf(fileName)
  return [
    ...(expected === null
      ? [badInput('BAD_FORMAT', 'Evidence is a PDF, an image, an Office document without macros, CSV or text.', ['input', 'fileName'])]
      : []),
    ...(expected !== null && expected !== mediaType
      ? [badInput('WRONG_TYPE', 'The media type is not that of the ending of the name.', ['input', 'mediaType'])]
      : []),
    ...(size < 1 || size > LARGEST_FILE
      ? [badInput('FILE_TOO_LARGE', 'A file has at most 25 MB, and is not empty.', ['input', 'size'])]
      : []),
    ...(/^[0-9a-f]{64}$/i.test(sha256)
      ? []
      : [badInput('BAD_HASH', 'A SHA-256 is written in 64 hexadecimal digits.', ['input', 'sha256'])]),
  ] // prettier-ignore
}
