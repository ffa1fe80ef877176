import { gql } from '@apollo/client'
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core'
import { expect, test } from 'vitest'
import { createApp, effectScope, shallowRef } from 'vue'
import { createApollo } from './create-apollo'
import { provideApollo } from './provide-apollo'
import { useFragment, type FragmentReference } from './use-fragment'

type Row = { __typename: 'Cycle'; id: string; name: string } & { ' $fragmentName'?: 'Row_cycle' }
const RowFragment = gql`
  fragment Row_cycle on Cycle {
    __typename
    id
    name
  }
` as unknown as DocumentTypeDecoration<Row, unknown>

function openCache() {
  const client = createApollo()
  const app = createApp({})
  provideApollo(client, app)
  const write = (id: string, name: string) =>
    client.cache.writeFragment({
      fragment: RowFragment as never,
      data: { __typename: 'Cycle', id, name },
    })
  const scope = effectScope()
  const run = <T>(work: () => T): T => app.runWithContext(() => scope.run(work)!)
  return { client, write, run }
}
const reference = (id: string) => ({ __typename: 'Cycle', id }) as unknown as FragmentReference<Row>
const settled = () => new Promise((resolve) => setTimeout(resolve, 5))

test('the data follow a change of the object in the cache', async () => {
  const { write, run } = openCache()
  write('1', 'Cycle 1')
  const row = run(() => useFragment(RowFragment, reference('1')))
  await settled()
  expect(row.value?.name).toBe('Cycle 1')

  write('1', 'Cycle one')
  await settled()

  expect(row.value?.name).toBe('Cycle one')
})

test('another reference shows another object, and none shows null', async () => {
  const { write, run } = openCache()
  write('1', 'Cycle 1')
  write('2', 'Cycle 2')
  const shown = shallowRef<FragmentReference<Row> | null>(reference('1'))
  const row = run(() => useFragment(RowFragment, shown))

  shown.value = reference('2')
  await settled()
  expect(row.value?.name).toBe('Cycle 2')

  shown.value = null
  expect(row.value).toBeNull()
})

test('an object without identity is shown as it stands', () => {
  const { run } = openCache()
  const embedded = { name: 'Progress' } as unknown as FragmentReference<Row>

  const row = run(() => useFragment(RowFragment, embedded))

  expect(row.value?.name).toBe('Progress')
})
