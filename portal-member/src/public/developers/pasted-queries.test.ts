import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, parse, validate } from 'graphql'
import { expect, test } from 'vitest'
import {
  exploreAddress,
  glossaryQuery,
  kpiQuery,
  versionQuery,
  versionsQuery,
} from '../framework/queries'
import { releasedKpiQuery, releaseQuery } from '../results/queries'
import { curlOf, firstQuery } from './first-query'
import { samples } from './samples'

const schema = buildSchema(
  readFileSync(join(import.meta.dirname, '../../../../graphql/schema.graphql'), 'utf8'),
)

test.for([
  ['of a KPI', kpiQuery('PMM-V1-DEMO', 'TF-01-1', 'FR').document],
  ['of a version', versionQuery('PMM-V1-DEMO', 'EN').document],
  ['of the glossary', glossaryQuery().document],
  ['of the versions', versionsQuery('EN').document],
  ['of a release', releaseQuery('C2022-R1', 'FR')],
  ['of a released KPI', releasedKpiQuery('C2022-R1', 'TF-01-1', 'EN')],
  ['to begin with', firstQuery('TF-01-1')],
])('the query %s offered for copying fits the schema', ([, text]) => {
  expect(validate(schema, parse(text!))).toEqual([])
})

test('the address of the explorer carries query and variables where no server sees them', () => {
  const query = kpiQuery('PMM-V1-DEMO', 'TF-01-1', 'FR')
  const { pathname, search, hash } = new URL(exploreAddress(query), 'http://localhost')
  const carried = new URLSearchParams(hash.slice(1))

  expect([pathname, search]).toEqual(['/explore', ''])
  expect(carried.get('query')).toBe(query.document)
  expect(JSON.parse(carried.get('variables') ?? '')).toEqual(query.variables)
})

test('every sample names its operation and fits the schema', () => {
  expect(samples.length).toBeGreaterThan(0)
  for (const { operation, text } of samples) {
    expect(operation).not.toBe('')
    expect(validate(schema, parse(text))).toEqual([])
  }
})

test('the line for a shell carries the query as JSON', () => {
  const body = /-d '(.*)'$/.exec(curlOf('http://localhost/graphql', firstQuery('TF-01-1')))?.[1]
  expect(JSON.parse(body ?? '')).toEqual({ query: firstQuery('TF-01-1') })
})
