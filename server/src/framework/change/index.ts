/** The history of drafts: what was changed in which part, by whom, and how it is taken back. */
export {
  isSame,
  noteChange,
  noteChanges,
  type ChangeAction,
  type ChangedKind,
  type ChangedNode,
  type Columns,
} from './note-change'
export { TABLES, saveNode, type NodeKind, type NodeRow } from './save-node'
