import { sql } from 'kysely'
import type { Db } from '#platform'
import type { ChangedKind, Columns } from '../change'
import { TABLE_OF, isOfVersion, type NodeKind } from './lock-texts'
import { rationaleEntries } from './rationales'
import type { TextRow } from './translation.rows'

/** An entry with the columns its translations change, as the history of the draft keeps them. */
export interface ChangedEntry {
  readonly kind: ChangedKind
  readonly id: string
  readonly code: string
  readonly columns: Columns
}

const COLUMNS: Readonly<Record<NodeKind | 'VERSION', readonly string[]>> = {
  VERSION: ['name', 'changeNotes', 'notice', 'scales', 'reasonCodes'],
  DIMENSION: ['name', 'description'],
  OUTCOME: ['name', 'description'],
  KPI: ['name', 'description', 'methodologyHelp', 'subMeasures', 'relation'],
  DATA_ELEMENT: ['label', 'description'],
  INSTRUMENT: ['name'],
}

/** The entries of texts as they are now: one statement for each kind. */
export async function entriesOf(
  db: Db,
  versionId: string,
  texts: readonly { readonly row: TextRow }[],
): Promise<readonly ChangedEntry[]> {
  const found: ChangedEntry[] = []
  const read = async (kind: NodeKind | 'VERSION', table: string, where: ReturnType<typeof sql>) => {
    const columns = sql.join([...COLUMNS[kind], 'translationStatus'].map((name) => sql.ref(name)))
    const guidance =
      kind === 'KPI'
        ? sql`, (select body from kpi_guidance g where g.kpi_id = t.id) as guidance`
        : sql``
    const { rows } = await sql<{ id: string; code: string }>`
      select id, code, ${columns} ${guidance} from ${sql.table(table)} t where ${where}`.execute(db)
    for (const { id, code, ...rest } of rows) {
      found.push({
        kind: kind === 'OUTCOME' ? 'EXPECTED_OUTCOME' : kind,
        id,
        code,
        columns: rest as Columns,
      })
    }
  }
  if (texts.some(({ row }) => isOfVersion(row.kind))) {
    await read('VERSION', 'framework_version', sql`id = ${versionId}::uuid`)
  }
  for (const kind of Object.keys(TABLE_OF) as NodeKind[]) {
    const codes = texts.filter(({ row }) => row.kind === kind).map(({ row }) => row.code)
    if (codes.length === 0) continue
    await read(
      kind,
      TABLE_OF[kind],
      sql`version_id = ${versionId}::uuid and code = any (${sql.val([...new Set(codes)])}::text[])`,
    )
  }
  const rationales = texts.map(({ row }) => row).filter(({ kind }) => kind === 'OUTCOME_MAPPING')
  if (rationales.length > 0) found.push(...(await rationaleEntries(db, versionId, rationales)))
  return found
}
