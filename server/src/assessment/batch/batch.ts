import { createHash } from 'node:crypto'
import { wears, type CommandScope, type Viewer } from '#access'
import { Refusal, badInput, globalId, isUuid, notFound, uuidOf } from '#platform'
import { batchesOfAssessments, type Seen } from './batch.rows'
import type { FigureBatchInput } from './batch.type'

const TAG = 'FB'
const MAX_NAME = 200
const PATH = ['input', 'batch']

/** What stands with each content that belongs to a batch. */
export interface BatchMark {
  readonly id: string
  readonly fileName: string | null
  readonly undoes: string | null
}

/** Opaque id of a batch. */
export const batchIdOf = (uuid: string): string => globalId(TAG, uuid)

/** The batch behind an opaque id, or null where there can be none. */
export const batchUuidOf = (id: string): string | null => uuidOf(TAG, id)

/** Data elements of an assessment the viewer may know of. */
export function seenBy(viewer: Viewer, assessmentId: string): Seen {
  if (!wears(viewer, 'CONTRIBUTOR')) return { elements: null }
  const start = `${assessmentId}:`
  const own = [...viewer.assignedElements].filter((each) => each.startsWith(start))
  return { elements: own.map((each) => each.slice(start.length)).toSorted() }
}

/** The mark a client asks for. Its key is taken as the person's own: nobody writes into the batch of somebody else. */
export async function batchMarkOf(
  { db, viewer }: Pick<CommandScope, 'db' | 'viewer'>,
  assessmentId: string,
  input: FigureBatchInput | null | undefined,
): Promise<BatchMark | null> {
  if (!input) return null
  const fileName = input.fileName?.trim() || null
  const problems = [
    ...(isUuid(input.key)
      ? []
      : [badInput('INVALID_KEY', 'The key of the batch is not a UUID.', [...PATH, 'key'])]),
    ...(fileName === null || fileName.length <= MAX_NAME
      ? []
      : [badInput('TEXT_TOO_LONG', `A file name has at most ${MAX_NAME} characters.`, [...PATH, 'fileName'])]), // prettier-ignore
  ]
  if (problems.length > 0) throw new Refusal(problems)
  const undoes = await undoneOf({ db, viewer }, assessmentId, input.undoes)
  return { id: idOf(viewer.personId, assessmentId, input.key), fileName, undoes }
}

async function undoneOf(
  { db, viewer }: Pick<CommandScope, 'db' | 'viewer'>,
  assessmentId: string,
  id: string | null | undefined,
): Promise<string | null> {
  if (id == null) return null
  const uuid = batchUuidOf(id)
  const batches = await batchesOfAssessments(db, [assessmentId], seenBy(viewer, assessmentId))
  if (!uuid || !batches.get(assessmentId)?.some((batch) => batch.uuid === uuid)) {
    throw notFound([...PATH, 'undoes'])
  }
  return uuid
}

function idOf(personId: string | null, assessmentId: string, key: string): string {
  const bytes = createHash('sha256')
    .update(JSON.stringify([personId, assessmentId, key.toLowerCase()]))
    .digest()
    .subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
