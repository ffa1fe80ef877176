import { expect, test } from 'vitest'
import { inlineDocuments } from '../build/split-documents'

test('a document becomes an import of its own module', () => {
  const source = 'const q = graphql(/* GraphQL */ `\n  query Home($id: ID!) { viewer { id } }\n`)'

  const result = inlineDocuments(source)

  expect(result?.code).toContain("from 'virtual:pmm-document/operation/Home'")
  expect(result?.code).toContain('const q = __pmm_operation_Home')
})

test('a fragment is told apart from an operation', () => {
  const result = inlineDocuments('graphql("fragment Row_cycle on Cycle { id }")')

  expect(result?.code).toContain("'virtual:pmm-document/fragment/Row_cycle'")
})

test('code without documents is left alone', () => {
  expect(inlineDocuments('const a = notgraphql(`x`)')).toBeUndefined()
})
