import { sql } from 'kysely'
import type { Db, Page } from '#platform'
import type { Administration } from './administration.type'
import type { Region } from './region.type'

const select = (db: Db) =>
  db
    .selectFrom('administration')
    .select([
      'id',
      'id as administrationId',
      'code',
      'name',
      'regionCode',
      'geography',
      'isLandlocked',
      'incomeGroup',
      'administrationType',
      'joinedOn',
      'isInvented',
      'requiresApproval',
      'provenance',
      'version',
    ])

/** Administrations by id, for every noun that refers to one. */
export async function administrationsById(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Administration>> {
  const rows = (await select(db)
    .where('id', 'in', [...ids])
    .execute()) as Administration[]
  return new Map(rows.map((row) => [row.id, row]))
}

/** Administrations by code, for every noun whose rows name the code. */
export async function administrationsByCode(
  db: Db,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Administration>> {
  const rows = (await select(db)
    .where('code', 'in', [...codes])
    .execute()) as Administration[]
  return new Map(rows.map((row) => [row.code, row]))
}

/** A page of the register, by code, with one row more than asked for. */
export async function administrationPage(
  db: Db,
  page: Page,
  filter: { readonly region: string | null; readonly search: string | null },
): Promise<{ rows: readonly Administration[]; total: number }> {
  const [after] = page.after ?? []
  let rows = select(db)
    .orderBy('code')
    .limit(page.first + 1)
  let count = db.selectFrom('administration').select(sql<number>`count(*)::int`.as('total'))
  if (filter.region !== null) {
    rows = rows.where('regionCode', '=', filter.region)
    count = count.where('regionCode', '=', filter.region)
  }
  if (filter.search !== null) {
    const like = `%${filter.search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
    const matches = sql<boolean>`(code ilike ${like} or folded(name ->> 'en') like folded(${like}) or folded(name ->> 'fr') like folded(${like}))`
    rows = rows.where(matches)
    count = count.where(matches)
  }
  if (after !== undefined) rows = rows.where('code', '>', after)
  const { total } = await count.executeTakeFirstOrThrow()
  return { rows: (await rows.execute()) as Administration[], total }
}

const regions = (db: Db) =>
  db
    .selectFrom('region')
    .select(['code', 'name'])
    .select((eb) =>
      eb
        .selectFrom('administration')
        .whereRef('administration.regionCode', '=', 'region.code')
        .select(sql<number>`count(*)::int`.as('total'))
        .as('administrationCount'),
    )
    .orderBy('sort')

/** The six regions, in their fixed order. */
export const allRegions = async (db: Db): Promise<readonly Region[]> =>
  (await regions(db).execute()) as Region[]

/** Regions by code. */
export async function regionsByCode(
  db: Db,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Region>> {
  const rows = (await regions(db)
    .where('code', 'in', [...codes])
    .execute()) as Region[]
  return new Map(rows.map((row) => [row.code, row]))
}
