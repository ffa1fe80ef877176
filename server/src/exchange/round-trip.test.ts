import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CatalogueFile } from '#framework'
import { compare } from './compare'
import { catalogueSchema, readFile } from './read-file'
import { layoutOf, type Schema } from './reading/sheet-layout'
import { writeWorkbook } from './reading/write-workbook'

const bytes = readFileSync(join(import.meta.dirname, '..', '..', 'data', 'pmm-v1.json'))
const shipped = JSON.parse(bytes.toString('utf8')) as CatalogueFile & Record<string, unknown>
const layout = layoutOf(catalogueSchema as Schema)

async function readAgain(file: Buffer, format: 'JSON' | 'XLSX') {
  const read = await readFile(file, format)
  if (read.kind !== 'READ') throw new Error(read.message)
  return read
}

const statesOf = (read: Awaited<ReturnType<typeof readAgain>>) => {
  const { entries } = compare(read, shipped, 'REMOVE')
  return {
    states: [...new Set(entries.map(({ state }) => state))],
    off: entries.filter(({ state }) => state !== 'UNCHANGED').slice(0, 5),
    count: entries.length,
  }
}

test('the catalogue of the repository is valid by the published schema', async () => {
  expect((await readAgain(bytes, 'JSON')).problems).toEqual([])
})

test('a JSON text that is read again is unchanged everywhere', async () => {
  const { states, off, count } = statesOf(await readAgain(bytes, 'JSON'))

  expect(off).toEqual([])
  expect(states).toEqual(['UNCHANGED'])
  expect(count).toBe(1 + 4 + 23 + 51 + 85 + 91 + 31 + 2 + 11)
})

test('a workbook that is read again is unchanged everywhere', async () => {
  const workbook = await writeWorkbook(shipped, layout)
  const read = await readAgain(workbook, 'XLSX')
  const { states, off, count } = statesOf(read)

  expect(read.problems).toEqual([])
  expect(off).toEqual([])
  expect(states).toEqual(['UNCHANGED'])
  expect(count).toBe(1 + 4 + 23 + 51 + 85 + 91 + 31 + 2 + 11)
})
