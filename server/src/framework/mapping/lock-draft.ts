import { ensure, type Viewer } from '#access'
import { Refusal, notFound, problem, uuidOf, type Db } from '#platform'
import { canEdit } from '../policies'

const PATH = ['input', 'versionId']

/** A draft whose content changes at several places: held against a submission, not against other editors. */
export async function lockDraft(
  db: Db,
  viewer: Viewer,
  globalId: string,
): Promise<{ readonly id: string; readonly code: string }> {
  const id = uuidOf('FV', globalId)
  const version = id
    ? await db
        .selectFrom('frameworkVersion')
        .select(['id', 'code', 'status', 'submittedBy', 'approvedBy'])
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined
  if (!version) throw notFound(PATH)
  ensure(canEdit(viewer, version), PATH)
  const draft = await db
    .selectFrom('frameworkVersion')
    .select('id')
    .where('id', '=', version.id)
    .where('status', '=', 'DRAFT')
    .forShare()
    .executeTakeFirst()
  if (!draft) {
    throw new Refusal([
      problem('CONFLICT', 'WRONG_STATE', 'Only a draft version can be changed.', PATH),
    ])
  }
  return version
}
