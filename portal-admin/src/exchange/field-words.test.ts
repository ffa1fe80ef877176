import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import frameworkEn from '../framework/locales/en.json'
import frameworkFr from '../framework/locales/fr.json'
import { fieldKeys } from './field-words'
import exchangeEn from './locales/en.json'
import exchangeFr from './locales/fr.json'

const LOCALES = [
  { framework: frameworkEn, exchange: exchangeEn },
  { framework: frameworkFr, exchange: exchangeFr },
]
const reads = (key: string, locale: object): unknown =>
  key
    .split('.')
    .reduce<unknown>(
      (within, name) => (within as Record<string, unknown> | undefined)?.[name],
      locale,
    )
const words = (field: string) =>
  LOCALES.map((locale) => fieldKeys(field).map((key) => reads(key, locale)))

interface Part {
  readonly properties?: Readonly<Record<string, unknown>>
  readonly oneOf?: readonly Part[]
}

const schema = JSON.parse(
  readFileSync(
    join(import.meta.dirname, '../../../server/data/pmm-catalogue-1.schema.json'),
    'utf8',
  ),
) as { $defs: Record<string, Part> }
const SECTIONS = ['scale', 'reasonCode', 'instrument', 'dimension', 'outcome', 'dataElement', 'kpi', 'rule', 'statement'] // prettier-ignore
/** What follows from other fields, only informs, or is named by its parts is never in the list of changes. */
const SILENT = new Set(['range', 'periods', 'usedBy', 'lineage', 'mappingProvenance'])

test('each field a file can change has words in both languages', () => {
  const fields = SECTIONS.flatMap((section) => {
    const { properties = {}, oneOf = [] } = schema.$defs[section]!
    return [properties, ...oneOf.map((each) => each.properties ?? {})].flatMap(Object.keys)
  }).filter((field) => !SILENT.has(field))

  expect(fields.length).toBeGreaterThan(50)
  for (const field of [...fields, 'provenance.sources', 'provenance.status', 'range.min', 'name.fr', 'normalisation.floor', 'scoringMethod.minCoverage', 'scoringMethod.scale.max', 'notice', 'changeNotes.en']) {
    for (const said of words(field)) expect([field, ...said]).toEqual([field, ...said.map(() => expect.any(String))])
  }
}) // prettier-ignore

test('a part is read after its whole', () => {
  expect(words('provenance.sources')).toEqual([
    ['Provenance', frameworkEn.about.sources],
    ['Provenance', frameworkFr.about.sources],
  ])
})
