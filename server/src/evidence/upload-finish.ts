import { Readable } from 'node:stream'
import { Args, ArgsType, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import {
  Access,
  MEMBER,
  ensure,
  expectVersion,
  mayChange,
  type CommandScope,
  type Context,
} from '#access'
import { queueForContent } from '#assessment'
import {
  ScannerUnavailable,
  badInput,
  blobKey,
  fileOfTicket,
  notFound,
  problem,
  takeFileOfTicket,
  type ProblemDetail,
  type ScanVerdict,
  type TicketFile,
} from '#platform'
import { contentProblem } from './content/content-check'
import { EvidenceDetailsInput, detailProblems } from './evidence.input'
import { findEvidence, holdPlace } from './evidence.lock'
import { EvidencePayload } from './evidence.payload'
import {
  addEvidence,
  ensureNone,
  quotaProblems,
  reviseEvidence,
  type RevisionContent,
} from './evidence.write'
import { canEditEvidence } from './policies'
import { EVIDENCE_PURPOSE, type Announced } from './upload-start'

const TICKET = ['input', 'ticket']

@InputType({ description: 'A file that was handed in, and what it is evidence of.' })
class EvidenceUploadFinishInput {
  @Access(MEMBER)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key with the same input acts once.',
  })
  readonly idempotencyKey?: string | null

  @Access(MEMBER)
  @Field(() => String, { description: 'Ticket the file was handed in on.' })
  readonly ticket!: string

  @Access(MEMBER)
  @Field(() => Int, {
    nullable: true,
    description: 'For a revision: value of `version` it was made on.',
  })
  readonly expectedVersion?: number | null

  @Access(MEMBER)
  @Field(() => EvidenceDetailsInput, {
    nullable: true,
    description: 'For a new piece of evidence: what it is. Left out for a revision.',
  })
  readonly details?: EvidenceDetailsInput | null
}

@ArgsType()
class EvidenceUploadFinishArgs {
  @Access(MEMBER)
  @Field(() => EvidenceUploadFinishInput, { description: 'Ticket and details.' })
  readonly input!: EvidenceUploadFinishInput
}

@Resolver()
export class EvidenceUploadFinish {
  @Access(MEMBER)
  @Mutation(() => EvidencePayload, {
    description:
      'Makes the file that was handed in a piece of evidence, or a revision of one. Size and hash must be those the ticket was given for, and the content must be what the name says. Problems: NOT_FOUND, WRONG_HAT, NOT_ASSIGNED, WRONG_STATE, OUT_OF_TIME, STALE_VERSION, HASH_MISMATCH, WRONG_TYPE, ENCRYPTED, ACTIVE_CONTENT, SUSPICIOUS_RATIO, FILE_INFECTED, SCANNER_UNAVAILABLE, TOO_MANY_FILES, QUOTA_EXCEEDED, DETAILS_MISSING, TEXT_MISSING, TEXT_TOO_LONG, HIDDEN_CHARACTER, UNKNOWN_LANGUAGE, BAD_PERIOD, TWICE, UNKNOWN_KPI.',
  })
  async evidenceUploadFinish(
    @Args(() => EvidenceUploadFinishArgs) { input }: EvidenceUploadFinishArgs,
    @Ctx() context: Context,
  ) {
    const arrived = await lookAt(context, input.ticket)
    const settled = await context.command('evidenceUploadFinish', input, async (scope) => {
      const { db, viewer, now } = scope
      const holder = { sessionId: viewer.sessionId, now }
      const file = await takeFileOfTicket(db, holder, input.ticket, EVIDENCE_PURPOSE)
      if (!file || !arrived) throw notFound(TICKET)
      const { announced, content } = arrived
      return announced.evidenceId === null
        ? newItem(context, scope, input, announced.assessmentId, arrived, content)
        : newRevision(context, scope, input, announced.evidenceId, arrived, content)
    })
    // What a scanner could not look at waits for the next try; nothing else is needed any more.
    const isOver = settled.problems.length === 0 || (arrived?.problems.length ?? 0) > 0
    if (arrived && isOver && !arrived.mayBeTriedAgain) {
      await context.services.files.remove(arrived.file.file)
    }
    return settled
  }
}

/** A file that has arrived, with everything that is wrong with it by itself. */
interface Arrived {
  readonly file: TicketFile
  readonly announced: Announced
  readonly content: RevisionContent
  readonly problems: readonly ProblemDetail[]
  readonly mayBeTriedAgain: boolean
}

// Before the transaction begins: looking takes a while, and others wait for the one connection.
async function lookAt(context: Context, ticket: string): Promise<Arrived | null> {
  const { viewer, services, now } = context
  if (!mayChange(viewer).allowed) return null
  const file = await context.read((db) =>
    fileOfTicket(db, { sessionId: viewer.sessionId, now }, ticket, EVIDENCE_PURPOSE),
  )
  await context.close()
  if (!file?.subject) return null
  const announced = JSON.parse(file.subject) as Announced
  const bytes = await services.files.read(file.file)
  if (!bytes || !viewer.administrationId) return null
  const isSame = file.size === announced.size && file.sha256 === announced.sha256
  const wrong = isSame
    ? contentProblem(bytes, announced.mediaType)
    : badInput('HASH_MISMATCH', 'The file is not the one that was announced: it was changed on the way.', TICKET) // prettier-ignore
  const verdict = wrong ? 'NOT_SCANNED' : await verdictOn(context, bytes)
  const problems = [...(wrong ? [wrong] : []), ...verdictProblems(verdict)]
  if (problems.length === 0) {
    const key = blobKey(viewer.administrationId, file.sha256)
    await services.blobs.keep(key, () => Readable.from([bytes]), file.size)
  }
  return {
    file,
    announced,
    problems,
    mayBeTriedAgain: verdict === 'UNAVAILABLE',
    content: {
      kind: 'FILE',
      sha256: file.sha256,
      size: file.size,
      mediaType: announced.mediaType,
      fileName: file.fileName,
      isClean: verdict === 'CLEAN',
    },
  }
}

type Verdict = ScanVerdict | 'UNAVAILABLE'

async function verdictOn({ services }: Context, bytes: Buffer): Promise<Verdict> {
  try {
    return await services.scanner.scan(Readable.from(piecesOf(bytes)))
  } catch (error) {
    if (error instanceof ScannerUnavailable) return 'UNAVAILABLE'
    throw error
  }
}

const PIECE = 64 * 1024

function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE)
}

function verdictProblems(verdict: Verdict): readonly ProblemDetail[] {
  if (verdict === 'INFECTED') {
    return [badInput('FILE_INFECTED', 'The file scanner found a harmful program in it. It was not kept.', TICKET)] // prettier-ignore
  }
  return verdict === 'UNAVAILABLE'
    ? [problem('CONFLICT', 'SCANNER_UNAVAILABLE', 'Files cannot be checked at the moment. Try again in some minutes.', TICKET)] // prettier-ignore
    : []
}

async function newItem(
  context: Context,
  scope: CommandScope,
  { details }: EvidenceUploadFinishInput,
  assessmentId: string,
  { problems, file }: Arrived,
  content: RevisionContent,
) {
  const { db, viewer, now } = scope
  const place = await holdPlace(context, db, assessmentId, TICKET)
  const kpiCodes = details?.kpiCodes ?? []
  const path = ['input', 'details']
  ensure(canEditEvidence(viewer, place.subject, kpiCodes, place.open), [...path, 'kpiCodes'])
  await queueForContent(db, assessmentId)
  ensureNone([
    ...problems,
    ...(details ? detailProblems(details, path, place.framework, now) : [badInput('DETAILS_MISSING', 'A new piece of evidence needs a title and a language.', path)]),
    ...(await quotaProblems(db, assessmentId, file.size, TICKET)),
  ]) // prettier-ignore
  const evidenceId = await addEvidence(scope, place.subject, details!, content)
  return { evidenceId, assessmentId }
}

async function newRevision(
  context: Context,
  scope: CommandScope,
  { expectedVersion }: EvidenceUploadFinishInput,
  id: string,
  { problems, file }: Arrived,
  content: RevisionContent,
) {
  const locked = await findEvidence(context, scope, id)
  const { subject, open, kpiCodes } = locked
  ensure(canEditEvidence(scope.viewer, subject, kpiCodes, open), TICKET)
  expectVersion(locked, expectedVersion ?? 0, { evidenceId: locked.id })
  ensureNone([...problems, ...(await quotaProblems(scope.db, subject.id, file.size, TICKET))])
  await reviseEvidence(scope, locked, content)
  return { evidenceId: locked.id, assessmentId: subject.id }
}
