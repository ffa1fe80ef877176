import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { kitIcons } from '../icons'

test('every icon the kit uses is compiled in, and no other', () => {
  const src = import.meta.dirname
  const used = new Set<string>()
  for (const entry of readdirSync(src, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.vue')) continue
    const source = readFileSync(join(entry.parentPath, entry.name), 'utf8')
    for (const [name] of source.matchAll(/i-lucide-[a-z0-9-]+/g)) used.add(name)
  }

  expect([...kitIcons].toSorted()).toEqual([...used].toSorted())
})
