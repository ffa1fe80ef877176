import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, parse, validate } from 'graphql'
import { expect, test } from 'vitest'
import { kpiQuery, treeQuery } from '../framework/queries'
import { releasedKpiQuery, releaseQuery } from '../results/queries'
import { curlOf, firstQuery } from './first-query'
import { samples } from './samples'

const schema = buildSchema(
  readFileSync(join(import.meta.dirname, '../../../../graphql/schema.graphql'), 'utf8'),
)

test.for([
  ['of a KPI', kpiQuery('PMM-V1-DEMO', 'TF-01-1', 'FR')],
  ['of the framework tree', treeQuery('PMM-V1-DEMO', 'EN')],
  ['of a release', releaseQuery('C2022-R1', 'FR')],
  ['of a released KPI', releasedKpiQuery('C2022-R1', 'TF-01-1', 'EN')],
  ['to begin with', firstQuery('TF-01-1')],
])('the query %s offered for copying fits the schema', ([, text]) => {
  expect(validate(schema, parse(text!))).toEqual([])
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
