import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseSync } from 'vite'

/** A test of the folder, and the modules of it through which it comes to the file. */
export interface Way {
  readonly test: string
  readonly importers: ReadonlySet<string>
}

/** Unit tests of the folder of a file that import it, directly or not; the nearest first. */
export function waysTo(file: string): readonly Way[] {
  const folder = dirname(file)
  const modules = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
  const imports = new Map(modules.map((each) => [each, importsOf(each)]))
  const importers = new Map([[file, 0]])
  for (const [each, distance] of importers) {
    for (const [importer, imported] of imports)
      if (imported.paths.has(each) && !importers.has(importer))
        importers.set(importer, distance + 1)
  }
  return [...importers.keys()]
    .filter(
      (each) =>
        each.endsWith('.test.ts') && !each.endsWith('.db.test.ts') && !imports.get(each)!.registers,
    )
    .toSorted((one, other) => nearness(one) - nearness(other))
    .map((test) => ({ test, importers: new Set(importers.keys()) }))

  // What is tested beside it comes first, whatever it goes through.
  function nearness(test: string): number {
    const stem = file.replace(/(\.\w+)?\.ts$/, '')
    return test.startsWith(`${stem}.`) ? 0 : importers.get(test)!
  }
}

const isOfTypes = (entries: readonly { readonly isType: boolean }[]) =>
  entries.length > 0 && entries.every(({ isType }) => isType)

function importsOf(file: string) {
  const { module } = parseSync(file, readFileSync(file, 'utf8'))
  const named = [
    ...module.staticImports
      .filter(({ entries }) => !isOfTypes(entries))
      .map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
  ]
  const paths = named
    .filter((name) => name.startsWith('./'))
    .map((name) => join(dirname(file), `${name}.ts`))
  // Its types are kept in one list of the process, which copies would fill with their own.
  return { paths: new Set(paths), registers: named.includes('type-graphql') }
}
