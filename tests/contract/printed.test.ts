import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { printMatrix, printWithAccess } from '../../server/src/access'
import { createSchema } from '../../server/src/schema'

const folder = join(import.meta.dirname, '..', '..', 'graphql')
const committed = (file: string) => readFileSync(join(folder, file), 'utf8')

test('the committed schema is the one the server serves', async () => {
  expect(printWithAccess(await createSchema())).toBe(committed('schema.graphql'))
})

test('the committed matrix is the one of that schema', async () => {
  expect(printMatrix(await createSchema())).toBe(committed('access.md'))
})
