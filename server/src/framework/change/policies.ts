import { allow, deny, firstDenial, type Permission, type Viewer } from '#access'
import type { FrameworkVersionStatus } from '../enums'
import { canEdit } from '../policies'
import type { ChangedKind } from './note-change'
import { TABLES } from './save-node'

interface ChangeFacts {
  readonly status: FrameworkVersionStatus
  readonly nodeKind: ChangedKind
  readonly undoneBy: string | null
}

/** Kinds that are no rows of a part and have an undo of their own. */
const UNDONE_BY_THEMSELVES: ReadonlySet<ChangedKind> = new Set(['LINEAGE', 'OUTCOME_MAPPING'])

/** A change of a draft is taken back by an editor, once. */
export const canUndo = (viewer: Viewer, { status, nodeKind, undoneBy }: ChangeFacts): Permission =>
  firstDenial(
    () => canEdit(viewer, { status, submittedBy: null, approvedBy: null }),
    () =>
      undoneBy === null && (UNDONE_BY_THEMSELVES.has(nodeKind) || nodeKind in TABLES)
        ? allow
        : deny(
            'WRONG_STATE',
            'The change was taken back already, or is changed where it was made.',
          ),
  )
