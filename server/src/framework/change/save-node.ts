import type { CommandScope } from '#access'
import { updateRow } from '#platform'
import { noteChange, type ChangeAction, type Columns } from './note-change'

/** Tables whose rows are parts of a version with a code of their own. */
export const TABLES = {
  DIMENSION: 'dimension',
  EXPECTED_OUTCOME: 'expectedOutcome',
  KPI: 'kpi',
  DATA_ELEMENT: 'dataElement',
  INSTRUMENT: 'instrument',
  VALIDATION_RULE: 'validationRule',
} as const

export type NodeKind = keyof typeof TABLES

export interface NodeRow {
  readonly id: string
  readonly versionId: string
  readonly code: string
}

/** Sets columns of a part of a draft, counts its edits and writes its history. */
export async function saveNode(
  scope: CommandScope,
  kind: NodeKind,
  row: NodeRow,
  columns: Columns,
  action: ChangeAction = 'UPDATE',
): Promise<void> {
  const { id, versionId, code } = row
  await updateRow(scope.db, TABLES[kind], id, columns)
  await noteChange(scope, { kind, id, versionId, code }, action, row as never as Columns, columns)
}
