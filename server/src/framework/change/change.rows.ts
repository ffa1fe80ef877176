import { sql, type Selectable } from 'kysely'
import type { Db, Page } from '#platform'
import type { FrameworkChangeTable } from '../../../migrations/tables'
import type { FrameworkVersionStatus } from '../enums'
import type { FrameworkChange } from './framework-change'
import type { Columns } from './note-change'

const withStatus = (db: Db) =>
  db
    .selectFrom('frameworkChange as c')
    .innerJoin('frameworkVersion as v', 'v.id', 'c.versionId')
    .selectAll('c')
    .select('v.status')

type Row = Selectable<FrameworkChangeTable> & { readonly status: FrameworkVersionStatus }

// Of the class, so that the gate tells the types of a list apart.
const changeOf = ({ id, before, after, ...row }: Row) =>
  ({
    ...row,
    uuid: id,
    before: before as Columns | null,
    after: after as Columns | null,
  }) as FrameworkChange

interface ChangePage {
  readonly rows: readonly FrameworkChange[]
  readonly total: number
}

/** A page of the history of a version, the latest first; of one part where its code is given. */
export async function changePage(
  db: Db,
  versionId: string,
  node: string | null,
  page: Page,
): Promise<ChangePage> {
  const before = Number(page.after?.[0] ?? Number.NaN)
  const rows = await withStatus(db)
    .where('c.versionId', '=', versionId)
    .$if(node !== null, (query) => query.where('c.nodeCode', '=', node!))
    .$if(Number.isSafeInteger(before), (query) => query.where('c.seq', '<', before))
    .orderBy('c.seq', 'desc')
    .limit(page.first + 1)
    .execute()
  const { count } = await db
    .selectFrom('frameworkChange')
    .select((row) => row.fn.countAll<string>().as('count'))
    .where('versionId', '=', versionId)
    .$if(node !== null, (query) => query.where('nodeCode', '=', node!))
    .executeTakeFirstOrThrow()
  return { rows: rows.map(changeOf), total: Number(count) }
}

/** Changes by id, as far as the reader may see them. */
export async function changesById(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FrameworkChange>> {
  const rows = await withStatus(db)
    .where('c.id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, changeOf(row)]))
}

/** The newest change of the reader's own in each version that is not taken back. */
export async function undoableChanges(
  db: Db,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, FrameworkChange>> {
  const rows = await withStatus(db)
    .distinctOn('c.versionId')
    .where('c.versionId', 'in', [...versionIds])
    .where('c.personId', '=', sql<string>`(select pmm('person')::uuid)`)
    .where('c.undoneBy', 'is', null)
    .where('c.action', '<>', 'UNDO')
    .orderBy('c.versionId')
    .orderBy('c.seq', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.versionId, changeOf(row)]))
}

/** How much of each history is wanted, of one part where its code is given. */
export interface FirstPage {
  readonly node: string | null
  readonly first: number
}

/** The first page of the history of each version, in one statement however many they are. */
export async function firstPages(
  db: Db,
  versionIds: readonly string[],
  { node, first }: FirstPage,
): Promise<ReadonlyMap<string, ChangePage>> {
  const numbered = withStatus(db)
    .select((row) => [
      row.fn
        .agg<number>('row_number')
        .over((over) => over.partitionBy('c.versionId').orderBy('c.seq', 'desc'))
        .as('rank'),
      row.fn
        .countAll<string>()
        .over((over) => over.partitionBy('c.versionId'))
        .as('total'),
    ])
    .where('c.versionId', 'in', [...versionIds])
    .$if(node !== null, (query) => query.where('c.nodeCode', '=', node!))
    .as('n')
  const rows = await db
    .selectFrom(numbered)
    .selectAll('n')
    .where('n.rank', '<=', first + 1)
    .orderBy('n.seq', 'desc')
    .execute()
  const byVersion = Map.groupBy(rows, ({ versionId }) => versionId)
  return new Map(
    [...byVersion].map(([id, own]) => [
      id,
      {
        rows: own.map(({ rank: _, total: __, ...row }) => changeOf(row)),
        total: Number(own[0]!.total),
      },
    ]),
  )
}
