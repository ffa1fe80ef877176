export type EntryState =
  'NEW' | 'CHANGED' | 'UNCHANGED' | 'KEPT' | 'REMOVED' | 'IGNORED' | 'REJECTED'

export interface FieldChange {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}

export interface PlacedProblem {
  /** Cell of the workbook, or path of the JSON text. */
  readonly at: string
  readonly reason: string
  readonly message: string
  readonly french: string
}

export interface ImportEntry {
  /** The list of the file the entry stands in; `version` for the catalogue as a whole. */
  readonly section: string
  readonly code: string
  readonly state: EntryState
  readonly changes: readonly FieldChange[]
  readonly problems: readonly PlacedProblem[]
}
