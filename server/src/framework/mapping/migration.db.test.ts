import { randomUUID } from 'node:crypto'
import { Migrator } from '@mikro-orm/migrations'
import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { insertRows, migrate, openDatabase, type TransactionIdentity } from '#platform'
import { administer, withDatabase } from '../../../../tests/setup/administer'

const OWNER: TransactionIdentity = { role: 'pmm_owner', settings: {} }
const WORDS = { en: 'a', fr: 'b' }
const DESCRIBED = {
  translationStatus: {},
  provenance: { status: 'constructed', fields: [], sources: [] },
}

/** An empty database of the kind that is tested. */
async function emptyDatabase() {
  const template = inject('template')
  if (template.database === 'embedded') {
    const opened = await openDatabase({ kind: 'embedded', directory: 'memory://' }, [])
    return { opened, drop: () => opened.database.close() }
  }
  const name = `pmm_older_${randomUUID().slice(0, 8)}`
  await administer(template.ownerUrl, `create database ${name}`)
  const url = withDatabase(template.ownerUrl, name)
  const opened = await openDatabase({ kind: 'postgres', url }, [])
  return {
    opened,
    drop: async () => {
      await opened.database.close()
      await administer(template.ownerUrl, `drop database ${name} with (force)`)
    },
  }
}

test('an installation that has codes at its outcomes keeps each of them as a mapping', async () => {
  const { opened, drop } = await emptyDatabase()
  const { orm, database } = opened
  try {
    await new Migrator(orm.em as never).up({ to: '0021-files-and-imports' })
    const version = randomUUID()
    const dimension = randomUUID()
    await database.write(OWNER, async ({ db }) => {
      await insertRows(db, 'frameworkVersion', [
        {
          id: version, code: 'OLD', number: 1, kind: 'ORIGINAL', status: 'DRAFT', name: WORDS, isDemonstration: false,
          scoringMethod: {}, scales: [], reasonCodes: [], createdAt: new Date(0), ...DESCRIBED,
        },
      ]) // prettier-ignore
      const node = {
        versionId: version,
        weight: '1',
        name: WORDS,
        description: WORDS,
        ...DESCRIBED,
      }
      await insertRows(db, 'dimension', [{ id: dimension, code: 'TF', sort: 1, ...node }])
      // Written as the older schema has it: the present types know no such columns.
      for (const [sort, code, sdgs, instruments] of [
        [1, 'TF-01', '{9,17,9}', '{RKC,SAFE}'],
        [2, 'TF-02', '{}', '{RKC}'],
      ] as const) {
        await sql`insert into expected_outcome (id, version_id, dimension_id, code, sort, weight, name, description, sdgs,
            instruments, translation_status, provenance)
          values (${randomUUID()}, ${version}, ${dimension}, ${code}, ${sort}, 1, '{}', '{}', ${sdgs}::integer[],
            ${instruments}::text[], '{}', '{}')`.execute(db)
      }
      await sql`update framework_version set status = 'PUBLISHED'`.execute(db)
    })

    await migrate(orm)
    const rows = await database.read(OWNER, (db) =>
      db
        .selectFrom('outcomeMapping')
        .select(['versionId', 'outcomeCode', 'kind', 'target', 'strength', 'rationale'])
        .orderBy('outcomeCode')
        .orderBy('kind')
        .orderBy('target')
        .execute(),
    )

    expect(rows.map(({ outcomeCode, kind, target }) => [outcomeCode, kind, target])).toEqual([
      ['TF-01', 'INSTRUMENT', 'RKC'], ['TF-01', 'INSTRUMENT', 'SAFE'], ['TF-01', 'SDG', '17'], ['TF-01', 'SDG', '9'],
      ['TF-02', 'INSTRUMENT', 'RKC'],
    ]) // prettier-ignore
    // What nobody has stated is not made up.
    expect(rows.every(({ strength, rationale }) => strength === null && rationale === null)).toBe(
      true,
    )
    expect(new Set(rows.map(({ versionId }) => versionId))).toEqual(new Set([version]))
    await expect(
      database.write(OWNER, ({ db }) => sql`delete from outcome_mapping`.execute(db)),
    ).rejects.toMatchObject({ code: 'PM002' })
  } finally {
    await drop()
  }
}, 60_000)
