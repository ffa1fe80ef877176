import { sql } from 'kysely'
import { snake, type Db } from '#platform'
import { TABLES } from '../change'
import { parentOf, type FrameworkNodeKind } from './node-kind'

interface Place {
  readonly kind: FrameworkNodeKind
  readonly versionId: string
  readonly parentId: string | null
}

/** Ids of the parts that stand side by side, in order. */
export async function siblingsOf(
  db: Db,
  { kind, versionId, parentId }: Place,
): Promise<readonly string[]> {
  const parent = parentOf(kind)
  const rows = await db
    .selectFrom(TABLES[kind] as 'kpi')
    .select('id')
    .where('versionId', '=', versionId)
    .$if(parent !== null, (query) => query.where(parent!.column as 'outcomeId', '=', parentId!))
    .orderBy('sort')
    .orderBy('code')
    .execute()
  return rows.map(({ id }) => id)
}

/** Numbers parts from 1 in the order given, in one statement; those that stand right are left alone. */
export async function renumber(
  db: Db,
  kind: FrameworkNodeKind,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  const places = ids.map((_, index) => index + 1)
  await sql`update ${sql.table(snake(TABLES[kind]))} kept set sort = given.place
    from unnest(${ids}::uuid[], ${places}::integer[]) as given (id, place)
    where kept.id = given.id and kept.sort <> given.place`.execute(db)
}

/** Puts a part at a place, from 1, among those it is to stand with; a place beyond the last is the last. */
export async function settle(db: Db, id: string, place: Place, at: number): Promise<number> {
  const others = (await siblingsOf(db, place)).filter((each) => each !== id)
  const index = Math.min(Math.max(at, 1) - 1, others.length)
  await renumber(db, place.kind, others.toSpliced(index, 0, id))
  return index + 1
}
