import type { FrameworkChangeTable } from '../../../migrations/tables'
import type { CommandScope } from '#access'
import { trimZeros } from '#platform'
import { isDecimal } from '#platform/decimal'
import { canonical } from '../content-hash'

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

/**
 * Writes a change of a draft into its history, in the transaction of the change. Of two sides only the
 * columns that differ are kept, and nothing is written where none does; a part added has no side before,
 * a part removed none after. Returns the id of the entry.
 */
export async function noteChange(
  { db, viewer, now, newId }: Noted,
  { kind, id: nodeId, versionId, code }: ChangedNode,
  action: ChangeAction,
  before: Columns | null,
  after: Columns | null,
): Promise<string | null> {
  const names = before && after ? differing(before, after) : null
  if (names?.length === 0) return null
  const side = (columns: Columns | null) =>
    columns && JSON.stringify(names ? pick(columns, names) : columns)
  const id = newId()
  await db
    .insertInto('frameworkChange')
    .values({
      id,
      versionId,
      nodeKind: kind,
      nodeId,
      nodeCode: code,
      action,
      before: side(before),
      after: side(after),
      personId: viewer.personId!,
      at: now,
    })
    .execute()
  return id
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
