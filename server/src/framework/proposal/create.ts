import { sql } from 'kysely'
import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, SECRETARIAT, ensure, type Context } from '#access'
import { Refusal, badInput, notFound, uuidOf, type Db, type ProblemDetail } from '#platform'
import { inputOf } from '../command-input'
import { loadSnapshot } from '../snapshot.rows'
import type { VersionSnapshot } from '../snapshot'
import { canPropose } from './policies'
import { nodeOf } from './proposal.fields'
import { ChangeProposalCreateInput } from './proposal.input'
import { ChangeProposalPayload } from './proposal.type'
import { textOf } from './text'

const CreateArgs = inputOf(ChangeProposalCreateInput)

@Resolver()
export class ChangeProposalCreate {
  @Access(SECRETARIAT)
  @Mutation(() => ChangeProposalPayload, {
    description: 'Proposes a change of a published version. The server gives the code.',
  })
  changeProposalCreate(
    @Args(() => CreateArgs) { input }: { input: ChangeProposalCreateInput },
    @Ctx() context: Context,
  ) {
    return context.command('changeProposalCreate', input, async (scope) => {
      const { db, viewer, now, newId, record } = scope
      const path = ['input', 'versionId']
      const versionId = uuidOf('FV', input.versionId)
      const snapshot = versionId ? await loadSnapshot(db, versionId) : null
      if (!snapshot) throw notFound(path)
      ensure(canPropose(viewer, snapshot.version), path)
      const problems: ProblemDetail[] = []
      const title = textOf(input.title, ['input', 'title'], problems, 200)
      const rationale = textOf(input.rationale, ['input', 'rationale'], problems)
      const nodeCodes = [...new Set(input.nodeCodes)]
      problems.push(...nodeProblems(snapshot, nodeCodes))
      if (problems.length > 0) throw new Refusal(problems)

      const id = newId()
      const number = await nextNumber(db)
      const code = `CP-${number}`
      const { kind, principle } = input
      await db
        .insertInto('changeProposal')
        .values({
          id,
          number,
          code,
          kind,
          title,
          rationale,
          language: input.locale === 'FR' ? 'fr' : 'en',
          principle,
          aboutVersionId: snapshot.version.id,
          nodeCodes: sql`${nodeCodes}::text[]`,
          status: 'OPEN',
          authorId: viewer.personId!,
          createdAt: now,
        })
        .execute()
      record({
        action: 'changeProposalCreate',
        objectType: 'ChangeProposal',
        objectId: id,
        administrationId: null,
        after: { title, rationale },
        facts: { code, kind, principle, version: snapshot.version.code, nodes: nodeCodes },
      })
      return { proposalId: id }
    })
  }
}

/** The number after the highest one, without gaps: whoever proposes sees every proposal. */
async function nextNumber(db: Db): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('change_proposal'))`.execute(db)
  const { last } = await db
    .selectFrom('changeProposal')
    .select((row) => row.fn.max('number').as('last'))
    .executeTakeFirstOrThrow()
  return Number(last ?? 0) + 1
}

const MOST = 50

function nodeProblems(snapshot: VersionSnapshot, codes: readonly string[]): ProblemDetail[] {
  const path = ['input', 'nodeCodes']
  if (codes.length > MOST) {
    return [badInput('TOO_MANY', `A proposal names at most ${MOST} entries.`, path)]
  }
  return codes
    .filter((code) => nodeOf(snapshot, code) === null)
    .map((code) => badInput('UNKNOWN_CODE', `The version has no entry ${code}.`, path))
}
