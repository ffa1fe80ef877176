import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dataDirectoryProblem } from './data-directory'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'pmm-directory-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('makes the folder with all above it', () => {
  const directory = join(folder, 'a', 'b')

  expect(dataDirectoryProblem(directory)).toBeNull()
  expect(existsSync(directory)).toBe(true)
})

test('says which folder it is and what stands in its place or in its way', () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')

  expect(dataDirectoryProblem(file)).toBe(
    `PMM_DATA_DIR: ${file} cannot be used: a file stands in its place.`,
  )
  expect(dataDirectoryProblem(join(file, 'below'))).toContain('a file stands in its way')
})

test('answers where the system takes no folder', () => {
  expect(dataDirectoryProblem('/proc/pmm-nowhere')).toContain('cannot be used')
})
