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

/** Kinds that are no parts of a version and are taken back like one. */
const BESIDE_PARTS: ReadonlySet<ChangedKind> = new Set(['VERSION', 'LINEAGE', 'OUTCOME_MAPPING'])

/** A change of a draft is taken back by an editor, once. */
export const canUndo = (viewer: Viewer, { status, nodeKind, undoneBy }: ChangeFacts): Permission =>
  firstDenial(
    () => canEdit(viewer, { status, submittedBy: null, approvedBy: null }),
    () =>
      undoneBy === null && (BESIDE_PARTS.has(nodeKind) || nodeKind in TABLES)
        ? allow
        : deny(
            'WRONG_STATE',
            'The change was taken back already, or is changed where it was made.',
          ),
  )
