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

/** A change of a draft is taken back by an editor, once. */
export const canUndo = (viewer: Viewer, { status, nodeKind, undoneBy }: ChangeFacts): Permission =>
  firstDenial(
    () => canEdit(viewer, { status, submittedBy: null, approvedBy: null }),
    () =>
      undoneBy === null && (nodeKind === 'LINEAGE' || nodeKind in TABLES)
        ? allow
        : deny(
            'WRONG_STATE',
            'The change was taken back already, or is changed where it was made.',
          ),
  )
