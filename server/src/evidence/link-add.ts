import { createHash } from 'node:crypto'
import { Args, ArgsType, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { Access, MEMBER, ensure, expectVersion, type CommandScope, type Context } from '#access'
import { queueForContent } from '#assessment'
import { badInput, notFound, uuidOf } from '#platform'
import { EvidenceDetailsInput, addressProblems, detailProblems } from './evidence.input'
import { findEvidence, holdPlace } from './evidence.lock'
import { EvidencePayload } from './evidence.payload'
import { addEvidence, ensureNone, reviseEvidence, type RevisionContent } from './evidence.write'
import { canEditEvidence } from './policies'

@InputType({ description: 'An address on the web, and what it is evidence of.' })
class EvidenceLinkAddInput {
  @Access(MEMBER)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key with the same input acts once.',
  })
  readonly idempotencyKey?: string | null

  @Access(MEMBER)
  @Field(() => ID, { description: 'Id of the assessment.' })
  readonly assessmentId!: string

  @Access(MEMBER)
  @Field(() => String, { description: 'Address; it begins with `https://` or `http://`.' })
  readonly url!: string

  @Access(MEMBER)
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the evidence it becomes a revision of. Left out for a new one.',
  })
  readonly evidenceId?: string | null

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
class EvidenceLinkAddArgs {
  @Access(MEMBER)
  @Field(() => EvidenceLinkAddInput, { description: 'Address and details.' })
  readonly input!: EvidenceLinkAddInput
}

@Resolver()
export class EvidenceLinkAdd {
  @Access(MEMBER)
  @Mutation(() => EvidencePayload, {
    description:
      'Adds an address on the web as evidence, or as a revision of it. The server does not open it. Problems: NOT_FOUND, WRONG_HAT, NOT_ASSIGNED, WRONG_STATE, OUT_OF_TIME, STALE_VERSION, BAD_ADDRESS, DETAILS_MISSING, TEXT_MISSING, TEXT_TOO_LONG, HIDDEN_CHARACTER, UNKNOWN_LANGUAGE, BAD_PERIOD, TWICE, UNKNOWN_KPI.',
  })
  evidenceLinkAdd(
    @Args(() => EvidenceLinkAddArgs) { input }: EvidenceLinkAddArgs,
    @Ctx() context: Context,
  ) {
    return context.command('evidenceLinkAdd', input, async (scope) => {
      const assessmentId = uuidOf('AS', input.assessmentId)
      if (assessmentId === null) throw notFound(['input', 'assessmentId'])
      const url = input.url.trim()
      const content: RevisionContent = {
        kind: 'LINK',
        url,
        sha256: createHash('sha256').update(url).digest('hex'),
      }
      return input.evidenceId == null
        ? newItem(context, scope, input, assessmentId, content)
        : newRevision(context, scope, input, assessmentId, content)
    })
  }
}

async function newItem(
  context: Context,
  scope: CommandScope,
  { details, url }: EvidenceLinkAddInput,
  assessmentId: string,
  content: RevisionContent,
) {
  const place = await holdPlace(context, scope.db, assessmentId, ['input', 'assessmentId'])
  const path = ['input', 'details']
  const { subject, open, framework } = place
  ensure(canEditEvidence(scope.viewer, subject, details?.kpiCodes ?? [], open), [
    ...path,
    'kpiCodes',
  ])
  await queueForContent(scope.db, assessmentId)
  ensureNone([
    ...addressProblems(url.trim()),
    ...(details
      ? detailProblems(details, path, framework, scope.now)
      : [badInput('DETAILS_MISSING', 'A new piece of evidence needs a title and a language.', path)]),
  ]) // prettier-ignore
  const evidenceId = await addEvidence(scope, subject, details!, content)
  return { evidenceId, assessmentId }
}

async function newRevision(
  context: Context,
  scope: CommandScope,
  { evidenceId, expectedVersion, url }: EvidenceLinkAddInput,
  assessmentId: string,
  content: RevisionContent,
) {
  const path = ['input', 'evidenceId']
  const locked = await findEvidence(context, scope, uuidOf('EV', evidenceId!))
  const { subject, open, kpiCodes } = locked
  if (subject.id !== assessmentId) throw notFound(path)
  ensure(canEditEvidence(scope.viewer, subject, kpiCodes, open), path)
  expectVersion(locked, expectedVersion ?? 0, { evidenceId: locked.id })
  ensureNone(addressProblems(url.trim()))
  await reviseEvidence(scope, locked, content)
  return { evidenceId: locked.id, assessmentId: subject.id }
}
