import { NOBODY, audiencesOf, type Viewer } from '#access'
import { holdAssessmentRow, type AssessmentSubject } from '#assessment'
import { notFound, uuidOf, type Db } from '#platform'
import { commentById } from './comment.rows'
import { INTERNAL_TAG, SECRETARIAT_TAG, type CommentRow } from './comment.types'
import type { Hearers } from './policies'

const TAGS = { INTERNAL: INTERNAL_TAG, SECRETARIAT: SECRETARIAT_TAG } as const
const CLASSES = { INTERNAL: 'OWN_CONTENT', SECRETARIAT: 'COMMENT' } as const

export interface FoundComment {
  readonly hearers: Hearers
  readonly row: CommentRow
}

const PATH = ['input', 'commentId']

/** A comment of either kind, or of the one wanted; not there where the viewer may not know of it. */
export async function commentOf(
  db: Db,
  viewer: Viewer,
  globalId: string,
  path: readonly string[] = PATH,
  wanted: Hearers | null = null,
): Promise<FoundComment> {
  for (const hearers of wanted ? [wanted] : (['INTERNAL', 'SECRETARIAT'] as const)) {
    const id = uuidOf(TAGS[hearers], globalId)
    const row = id === null ? undefined : await commentById(db, hearers, id)
    const facts = row as unknown as Readonly<Record<string, unknown>> | undefined
    if (row && audiencesOf(viewer, CLASSES[hearers], facts!) !== NOBODY) return { hearers, row }
  }
  throw notFound(path)
}

/** The comment a step is about, with its assessment held in its state until the end. */
export async function holdComment(
  db: Db,
  viewer: Viewer,
  globalId: string,
): Promise<FoundComment & { readonly subject: AssessmentSubject }> {
  const found = await commentOf(db, viewer, globalId)
  return { ...found, subject: await holdAssessmentRow(db, found.row.assessmentId, PATH) }
}

export { PATH as COMMENT_PATH }
