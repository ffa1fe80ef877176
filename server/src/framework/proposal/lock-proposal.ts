import { ensure, type Permission, type Viewer } from '#access'
import { Refusal, notFound, problem, uuidOf, type Db } from '#platform'
import type { ProposalFacts } from './policies'
import { proposalsById } from './proposal.rows'
import type { ChangeProposal } from './proposal.type'

const PATH = ['input', 'proposalId']

/** The proposal a step is about: visible, permitted, and locked until the end. */
export async function lockProposal(
  db: Db,
  viewer: Viewer,
  globalId: string,
  policy: (viewer: Viewer, proposal: ProposalFacts) => Permission,
): Promise<ChangeProposal> {
  const id = uuidOf('CP', globalId)
  const seen = id ? (await proposalsById(db, [id])).get(id) : undefined
  if (!seen) throw notFound(PATH)
  // Asked before the lock too: whom a row policy forbids to change the row cannot lock it either.
  ensure(policy(viewer, seen), PATH)
  const locked = await db
    .selectFrom('changeProposal')
    .selectAll()
    .where('id', '=', seen.id)
    .forUpdate()
    .executeTakeFirst()
  if (!locked) {
    throw new Refusal([
      problem('CONFLICT', 'WRONG_STATE', 'The proposal has changed its state meanwhile.', PATH),
    ])
  }
  ensure(policy(viewer, locked), PATH)
  return locked as unknown as ChangeProposal
}
