import { describe, expect, test } from 'vitest'
import { workerIdentity } from '#access'
import { sequenceIds } from '../../seeds/ids'
import catalogue from '../../data/pmm-v1.json'
import { useWorld } from '../../../tests/setup/world'
import { catalogueOf } from './catalogue'
import { BrokenCatalogue } from './catalogue-file'
import { contentHashOf } from './content-hash'
import { importCatalogue } from './import-catalogue'
import { loadGuided, loadSnapshot } from './snapshot.rows'

const world = useWorld()

const published = () => catalogueOf(world()).byCode('PMM-V1-DEMO')!

describe('the snapshot of a published version', () => {
  test('holds the whole framework, linked', () => {
    const { dimensions, outcomes, kpis, dataElements, rules, kpiByCode, kpisOfElement } =
      published()

    expect([dimensions, outcomes, kpis, dataElements, rules].map(({ length }) => length)).toEqual([
      4, 23, 51, 85, 91,
    ])
    expect(kpiByCode.get('TF-02-1')).toMatchObject({
      outcomeNode: { code: 'TF-02', dimensionNode: { code: 'TF' } },
      bindings: [{ symbol: 'A', period: 'T' }, { symbol: 'B', period: 'T-1', element: { code: 'AEO_COUNT' } }],
    }) // prettier-ignore
    expect(kpisOfElement.get('REVENUE_COLLECTED')!.map(({ code }) => code)).toHaveLength(4)
  })

  test('keeps the order of the framework, and both languages', () => {
    const { kpis } = published()

    expect(kpis.map(({ code }) => code)).toEqual(catalogue.kpis.map(({ code }) => code))
    expect(kpis.every(({ name }) => name.en !== '' && name.fr !== '')).toBe(true)
    expect(kpis[0]!.words).toEqual({
      en: expect.stringContaining('divided by'),
      fr: expect.stringContaining('divisé par'),
    })
  })

  test('is frozen to its last leaf', () => {
    const snapshot = published() as any // oxlint-disable-line no-explicit-any

    expect(() => (snapshot.version.status = 'DRAFT')).toThrow(TypeError)
    expect(() => (snapshot.kpis[0].name.en = 'Other')).toThrow(TypeError)
    expect(() => snapshot.kpis[0].elements.push({})).toThrow(TypeError)
    expect(() => snapshot.kpiByCode.set('X', {})).toThrow(TypeError)
    expect(() => snapshot.kpiByCode.clear()).toThrow(TypeError)
  })

  test('takes nine statements to load, whatever its size', async () => {
    const { database } = world()

    const count = await database.counter.during(() =>
      database.read(workerIdentity, (db) => loadSnapshot(db, published().version.id)),
    )

    expect(count).toBe(9)
  })

  test('hashes to the same content each time it is read', async () => {
    const again = await world().database.read(workerIdentity, (db) =>
      loadGuided(db, published().version.id),
    )

    expect(contentHashOf(again!)).toBe(published().version.contentHash)
  })
})

describe('importing a catalogue', () => {
  test('writes a draft nobody outside the secretariat sees', async () => {
    const imported = await world().asOwner(async ({ db }) => {
      const { code, contentHash } = await importCatalogue(db, sequenceIds('import'), {
        ...catalogue,
        version: { ...catalogue.version, code: 'PMM-IMPORTED' },
      })
      return { code, contentHash }
    })

    expect(imported.code).toBe('PMM-IMPORTED')
    expect(imported.contentHash).not.toBe(published().version.contentHash)
    expect(catalogueOf(world()).byCode('PMM-IMPORTED')).toBeNull()
    const { data } = await world()
      .nobody()
      .query('{ frameworkVersion(code: "PMM-IMPORTED") { code } }')
    expect(data).toEqual({ frameworkVersion: null })
  })

  test('refuses a broken one as a whole and leaves nothing behind', async () => {
    const broken = {
      ...catalogue,
      version: { ...catalogue.version, code: 'PMM-BROKEN-IMPORT' },
      kpis: catalogue.kpis.map((kpi) => ({ ...kpi, formula: `${kpi.formula}+` })),
    }

    const attempt = world().asOwner(({ db }) => importCatalogue(db, sequenceIds('broken'), broken))

    await expect(attempt).rejects.toBeInstanceOf(BrokenCatalogue)
    await expect(attempt).rejects.toSatisfy(
      ({ problems }: BrokenCatalogue) => problems.length >= 51,
    )
    const rows = await world().database.read(workerIdentity, (db) =>
      db
        .selectFrom('frameworkVersion')
        .select('id')
        .where('code', '=', 'PMM-BROKEN-IMPORT')
        .execute(),
    )
    expect(rows).toEqual([])
  })
})
