import { insertRows, updateRow, type Db } from '#platform'
import type { CommandScope } from '#access'
import type { CatalogueFile } from './catalogue-file'
import { isSame, type ChangedKind, type Columns } from './change'
import type { KpiRelation } from './enums'
import { versionColumns, writeContent, type KeptEntry } from './import-catalogue'
import { replaceLineage } from './lineage/replace-lineage'
import { mappingKey } from './mapping/file-mappings'
import { relationTo } from './relation'
import { loadGuided } from './snapshot.rows'
import type { GuidedSnapshot, KpiNode } from './snapshot'

/** Tables of the content of a version, children before parents. */
const CONTENT = [
  'kpiGuidance', 'validationRule', 'kpi', 'outcomeMapping', 'expectedOutcome', 'dimension', 'instrument', 'dataElement',
] as const // prettier-ignore

const KINDS = {
  dimension: 'DIMENSION',
  expectedOutcome: 'EXPECTED_OUTCOME',
  kpi: 'KPI',
  dataElement: 'DATA_ELEMENT',
  instrument: 'INSTRUMENT',
  validationRule: 'VALIDATION_RULE',
  outcomeMapping: 'OUTCOME_MAPPING',
} as const satisfies Record<string, ChangedKind>

type Table = keyof typeof KINDS
type Row = Columns & { readonly id: string; readonly version: number }

const keyOf = (table: Table, row: Row): string =>
  table === 'outcomeMapping'
    ? mappingKey(row as unknown as Parameters<typeof mappingKey>[0])
    : String(row['code'])
// A mapping stands in the history with its outcome.
const codeOf = (row: Row): string => String(row['code'] ?? row['outcomeCode'])

/**
 * Makes a checked catalogue the content of a draft, whose row is locked: entries with a known code keep
 * their id, their series and their count of edits. A fixed number of statements, however many entries.
 */
export async function replaceContent(
  scope: CommandScope,
  versionId: string,
  file: CatalogueFile,
): Promise<void> {
  const { db, newId } = scope
  const before = await rowsOf(db, versionId)
  const kept = new Map<string, KeptEntry>()
  for (const [table, rows] of before) {
    for (const row of rows) kept.set(`${table}:${keyOf(table, row)}`, row as unknown as KeptEntry)
  }
  await db.deleteFrom('kpiGuidance').where('versionId', '=', versionId).execute()
  for (const table of CONTENT) {
    await db
      .deleteFrom(table as 'kpi')
      .where('versionId', '=', versionId)
      .execute()
  }
  await writeContent(db, { next: newId }, versionId, file, (table, code) =>
    kept.get(`${table}:${code}`),
  )
  const draft = (await loadGuided(db, versionId))!
  const { baseVersionId } = draft.version
  const base = baseVersionId ? await loadGuided(db, baseVersionId) : null
  if (base) {
    await relate(db, base, draft)
    if (file.lineage) await replaceLineage(scope, base, draft, file.lineage)
  }
  const head = await db
    .selectFrom('frameworkVersion')
    .selectAll()
    .where('id', '=', versionId)
    .executeTakeFirstOrThrow()
  // The code is the draft's own: the file may come from a version of another name.
  const { code: _, ...columns } = versionColumns(file)
  const changed = Object.entries(columns).filter(
    ([name, value]) => !isSame(name, (head as Columns)[name], value),
  )
  if (changed.length > 0)
    await updateRow(db, 'frameworkVersion', versionId, Object.fromEntries(changed))
  await noteChanges(scope, versionId, before, await rowsOf(db, versionId))
}

async function rowsOf(db: Db, versionId: string): Promise<ReadonlyMap<Table, readonly Row[]>> {
  const found = new Map<Table, readonly Row[]>()
  for (const table of Object.keys(KINDS) as Table[]) {
    const rows = await db
      .selectFrom(table as 'kpi')
      .selectAll()
      .where('versionId', '=', versionId)
      .execute()
    found.set(table, rows as unknown as readonly Row[])
  }
  return found
}

/** How each KPI now stands to its ancestor, set where it has changed. */
async function relate(db: Db, base: GuidedSnapshot, draft: GuidedSnapshot): Promise<void> {
  const byRelation = new Map<KpiRelation, string[]>()
  for (const kpi of draft.kpis) {
    const ancestor = kpi.ancestorId ? base.kpiById.get(kpi.ancestorId) : undefined
    if (!ancestor) continue
    const relation = relationTo(
      withGuidance(base, ancestor),
      withGuidance(draft, kpi),
      kpi.relation,
    )
    if (relation !== kpi.relation) {
      byRelation.set(relation, [...(byRelation.get(relation) ?? []), kpi.id])
    }
  }
  for (const [relation, ids] of byRelation) {
    await db.updateTable('kpi').set({ relation }).where('id', 'in', ids).execute()
  }
}

const withGuidance = ({ guidance }: GuidedSnapshot, kpi: KpiNode) => ({
  ...kpi,
  guidance: guidance.get(kpi.code) ?? null,
})

const COUNTS = new Set(['version'])

// One statement for the whole history of an import, where an edit by hand writes a line each.
async function noteChanges(
  { db, newId, now, viewer }: CommandScope,
  versionId: string,
  before: ReadonlyMap<Table, readonly Row[]>,
  after: ReadonlyMap<Table, readonly Row[]>,
): Promise<void> {
  const notes: object[] = []
  const edited = new Map<Table, string[]>()
  for (const [table, kind] of Object.entries(KINDS) as [Table, ChangedKind][]) {
    const old = new Map(before.get(table)!.map((row) => [keyOf(table, row), row]))
    const note = (row: Row, action: string, was: Columns | null, is: Columns | null) =>
      notes.push({
        id: newId(), versionId, nodeKind: kind, nodeId: row.id, nodeCode: codeOf(row), action,
        before: was, after: is, personId: viewer.personId, at: now,
      }) // prettier-ignore
    for (const row of after.get(table)!) {
      const was = old.get(keyOf(table, row))
      old.delete(keyOf(table, row))
      if (!was) {
        note(row, 'CREATE', null, row)
        continue
      }
      const names = Object.keys(row).filter(
        (name) => !COUNTS.has(name) && !isSame(name, was[name], row[name]),
      )
      if (names.length === 0) continue
      edited.set(table, [...(edited.get(table) ?? []), row.id])
      note(row, 'UPDATE', pick(was, names), pick(row, names))
    }
    for (const row of old.values()) note(row, 'REMOVE', row, null)
  }
  for (const [table, ids] of edited) {
    await db
      .updateTable(table as 'kpi')
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('id', 'in', ids)
      .execute()
  }
  await insertRows(db, 'frameworkChange', notes)
}

const pick = (row: Columns, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, row[name] ?? null]))
