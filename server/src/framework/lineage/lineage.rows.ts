import type { Selectable } from 'kysely'
import { insertRows, type Db } from '#platform'
import type { NodeLineageTable } from '../../../migrations/tables'
import type { LocalizedText } from '../definition'
import type { LineageLink } from './lineage'

type Row = Selectable<NodeLineageTable>

/** What is written down about the lineage of versions, stated or found. */
export async function lineageOfVersions(
  db: Db,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly LineageLink[]>> {
  const rows = await db
    .selectFrom('nodeLineage')
    .selectAll()
    .where('versionId', 'in', [...versionIds])
    .orderBy('nodeKind')
    .orderBy('nodeCode')
    .orderBy('ancestorCode')
    .execute()
  const byVersion = Map.groupBy(rows, ({ versionId }) => versionId)
  return new Map([...byVersion].map(([id, own]) => [id, own.map(linkOf)]))
}

/** What people stated about the lineage of one version. */
export async function statedLineage(db: Db, versionId: string): Promise<readonly LineageLink[]> {
  const links = (await lineageOfVersions(db, [versionId])).get(versionId) ?? []
  return links.filter(({ isStated }) => isStated)
}

/** Links that lead to versions developed from these, as far as the reader sees them; drafts are not told yet. */
export async function descendantsOfVersions(
  db: Db,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly DescendantLink[]>> {
  const rows = await db
    .selectFrom('nodeLineage as l')
    .innerJoin('frameworkVersion as v', 'v.id', 'l.versionId')
    .selectAll('l')
    .select('v.status')
    .where('l.ancestorVersionId', 'in', [...versionIds])
    .where('v.status', '<>', 'DRAFT')
    .where('l.isStated', '=', false)
    .orderBy('v.number')
    .orderBy('v.createdAt')
    .orderBy('l.nodeCode')
    .execute()
  const byAncestor = Map.groupBy(rows, ({ ancestorVersionId }) => ancestorVersionId!)
  return new Map(
    [...byAncestor].map(([id, own]) => [
      id,
      own.map((row) => ({ ...linkOf(row), versionId: row.versionId, status: row.status })),
    ]),
  )
}

export interface DescendantLink extends LineageLink {
  readonly versionId: string
  readonly status: string
}

const linkOf = (row: Row): LineageLink => ({
  kind: row.nodeKind,
  code: row.nodeCode,
  ancestorVersionId: row.ancestorVersionId,
  ancestorCode: row.ancestorCode,
  relation: row.relation,
  comparability: row.comparability,
  conversion: row.conversion,
  note: row.note as LocalizedText | null,
  isStated: row.isStated,
  version: row.version,
})

/** Rows as they are stored. */
export const rowsOf = (versionId: string, links: readonly LineageLink[], newId: () => string) =>
  links.map((link) => ({
    id: newId(),
    versionId,
    nodeKind: link.kind,
    nodeCode: link.code,
    ancestorVersionId: link.ancestorVersionId,
    ancestorCode: link.ancestorCode,
    relation: link.relation,
    comparability: link.comparability,
    conversion: link.conversion,
    note: link.note,
    isStated: link.isStated,
    version: Math.max(link.version, 1),
  }))

/** Writes down the whole lineage of a draft as it now stands; what people stated stays beside it. */
export async function writeLineage(
  db: Db,
  versionId: string,
  links: readonly LineageLink[],
  newId: () => string,
): Promise<void> {
  await db
    .deleteFrom('nodeLineage')
    .where('versionId', '=', versionId)
    .where('isStated', '=', false)
    .execute()
  await insertRows(
    db,
    'nodeLineage',
    rowsOf(
      versionId,
      links.map((link) => ({ ...link, isStated: false })),
      newId,
    ),
  )
}
