import { sql } from 'kysely'
import type { Db } from '#platform'

/** Whether somebody else could act as the second person, for whatever key is given. */
export async function otherEditors(
  db: Db,
  keys: readonly string[],
): Promise<ReadonlyMap<string, boolean>> {
  const { rows } = await sql<{ found: boolean }>`select other_editor_exists() as found`.execute(db)
  const found = rows[0]?.found ?? false
  return new Map(keys.map((key) => [key, found]))
}

/** Whether the viewer is the only methodology editor there is. */
export const isAlone = async (db: Db): Promise<boolean> =>
  !(await otherEditors(db, ['viewer'])).get('viewer')
