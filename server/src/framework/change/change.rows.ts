import type { Selectable } from 'kysely'
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

/** A page of the history of a version, the latest first; of one part where its code is given. */
export async function changePage(
  db: Db,
  versionId: string,
  node: string | null,
  page: Page,
): Promise<{ readonly rows: readonly FrameworkChange[]; readonly total: number }> {
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

/** The newest change of one's own in a version that is not taken back. */
export async function undoableChange(
  db: Db,
  versionId: string,
  personId: string,
): Promise<FrameworkChange | null> {
  const row = await withStatus(db)
    .where('c.versionId', '=', versionId)
    .where('c.personId', '=', personId)
    .where('c.undoneBy', 'is', null)
    .where('c.action', '<>', 'UNDO')
    .orderBy('c.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? changeOf(row) : null
}
