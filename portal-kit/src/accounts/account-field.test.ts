import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('whatever uses the field of the entrance brings its look along', () => {
  const users = globSync('**/*.vue', { cwd: import.meta.dirname })
    .map((file) => [file, readFileSync(join(import.meta.dirname, file), 'utf8')] as const)
    .filter(([, text]) => text.includes('class="account-field"'))

  expect(users.length).toBeGreaterThan(2)
  expect(users.filter(([, text]) => !text.includes('account-field.css'))).toEqual([])
})
