import type { FrameworkChangeTable } from '../../../migrations/tables'
import type { CommandScope } from '#access'
import { insertRows, trimZeros } from '#platform'
import { isDecimal } from '#platform/decimal'
import { canonical } from '../content-hash'
import { noteTranslatorsOf } from '../translation/translators'

export type ChangedKind = FrameworkChangeTable['nodeKind']
export type ChangeAction = FrameworkChangeTable['action']

/** Columns of a row by name, as the row reads them. */
export type Columns = Readonly<Record<string, unknown>>

/** The part of a draft that was changed. */
export interface ChangedNode {
  readonly kind: ChangedKind
  readonly id: string
  readonly versionId: string
  readonly code: string
}

type Noted = Pick<CommandScope, 'db' | 'viewer' | 'now' | 'newId'>

/** One change of one part: no side before where it was added, none after where it was removed. */
export interface Change {
  readonly node: ChangedNode
  readonly action: ChangeAction
  readonly before: Columns | null
  readonly after: Columns | null
}

/**
 * Writes a change of a draft into its history, in the transaction of the change. Of two sides only the
 * columns that differ are kept, and nothing is written where none does. Returns the id of the entry.
 */
export async function noteChange(
  scope: Noted,
  node: ChangedNode,
  action: ChangeAction,
  before: Columns | null,
  after: Columns | null,
): Promise<string | null> {
  const [id = null] = await noteChanges(scope, [{ node, action, before, after }])
  if (id) await noteTranslatorsOf(scope, [{ node, before, after }])
  return id
}

/** Writes many changes into the history at once; returns the ids of those that changed something. */
export async function noteChanges(
  { db, viewer, now, newId }: Noted,
  changes: readonly Change[],
): Promise<readonly string[]> {
  const entries = changes.flatMap(({ node, action, before, after }) => {
    const names = before && after ? differing(before, after) : null
    if (names?.length === 0) return []
    const side = (columns: Columns | null) => (columns && names ? pick(columns, names) : columns)
    return {
      id: newId(),
      versionId: node.versionId,
      nodeKind: node.kind,
      nodeId: node.id,
      nodeCode: node.code,
      action,
      before: side(before),
      after: side(after),
      personId: viewer.personId!,
      at: now.toISOString(),
    }
  })
  await insertRows(db, 'frameworkChange', entries)
  return entries.map(({ id }) => id)
}

/** Whether a column says the same on both sides; decimals are compared as numbers. */
export const isSame = (name: string, one: unknown, other: unknown): boolean =>
  canonical(plain(name, one)) === canonical(plain(name, other))

const differing = (before: Columns, after: Columns): string[] =>
  Object.keys(after).filter((name) => !isSame(name, before[name], after[name]))

const DECIMALS = new Set(['weight', 'rangeMin', 'rangeMax', 'minValue', 'maxValue'])

const plain = (name: string, value: unknown) =>
  DECIMALS.has(name) && typeof value === 'string' && isDecimal(value) ? trimZeros(value) : value

const pick = (columns: Columns, names: readonly string[]): Columns =>
  Object.fromEntries(names.map((name) => [name, columns[name] ?? null]))
