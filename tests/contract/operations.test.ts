import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { castOf } from '../access/cast.ts'
import { useWorld } from '../setup/world.ts'

const world = useWorld()
const folder = join(import.meta.dirname, '..', '..', 'graphql', 'operations')
const files = globSync(join(folder, '*.graphql')).toSorted()

const variablesOf = (file: string): Record<string, unknown> => {
  try {
    return JSON.parse(readFileSync(file.replace(/\.graphql$/, '.variables.json'), 'utf8'))
  } catch {
    return {}
  }
}

describe.each([
  ['nobody', '-'],
  ['the demonstration partner', 'P'],
] as const)('asked by %s', (name, hat) => {
  test.each(files.map((file) => [basename(file), file] as const))(
    '%s answers',
    async (_name, file) => {
      const [actor] = await castOf(world(), [{ name, hat }])
      const response = await world().server.http.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json', ...actor!.headers },
        payload: { query: readFileSync(file, 'utf8'), variables: variablesOf(file) },
      })
      const body = response.json() as { data: Record<string, unknown>; errors?: unknown }

      expect(response.statusCode).toBe(200)
      expect(body.errors).toBeUndefined()
      expect(Object.values(body.data).every((each) => each !== null)).toBe(true)
    },
  )
})

test('there is something to run', () => {
  expect(files.length).toBeGreaterThanOrEqual(5)
})
