import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadConfigFromFile, type Plugin } from 'vite'
import { createVitest, type TestModule } from 'vitest/node'
import type { TestProjectInlineConfiguration, ViteUserConfig } from 'vitest/config'

/** A copy of some modules in which one of them has another text. */
export interface Copy {
  /** The module with another text. */
  readonly file: string
  readonly text: string
  /** Modules that must be copied along, since they import it directly or not. */
  readonly importers: ReadonlySet<string>
}

export type Verdict = 'passes' | 'fails in a test' | 'does not load'

export interface Bench {
  /** Runs a test file on each of the copies. */
  run(test: string, copies: readonly Copy[]): Promise<Verdict[]>
  close(): Promise<void>
}

const MARK = /\.copy-(\d+)\.ts$/
const marked = (file: string, copy: number) => file.replace(/\.ts$/, `.copy-${copy}.ts`)
const unmarked = (file: string) => file.replace(MARK, '.ts')

const STOP_AT_FIRST_FAILURE = `
import { beforeEach as beforeEachOfCopy } from 'vitest'
let isOver = false
beforeEachOfCopy(({ skip, onTestFailed }) => {
  if (isOver) skip()
  onTestFailed(() => { isOver = true })
})
`

/**
 * Runs unit tests on changed modules, many at once in the same processes: each copy has names of its own,
 * and what it does not change is loaded once for all of them. Nothing is written to disk.
 */
export async function openBench(root: string): Promise<Bench> {
  const copies: Copy[] = []
  const { resolve, test } = await unitProject(root)
  const vitest = await createVitest(
    'test',
    {
      ...test,
      root,
      config: false,
      watch: false,
      isolate: false,
      // Rows without their facts are what some of the tests are about.
      execArgv: ['--no-warnings'],
      // Kept from run to run under the names of the copies, which are others each time.
      fsModuleCache: false,
      maxWorkers: 2,
      reporters: [{}],
      passWithNoTests: true,
    },
    { ...(resolve && { resolve }), plugins: [serving(copies, root)] },
  )
  const project = vitest.projects[0]!
  return {
    async run(file, given) {
      const first = copies.length
      copies.push(...given)
      const specifications = given.map((_copy, at) =>
        project.createSpecification(marked(file, first + at)),
      )
      const { testModules } = await vitest.runTestSpecifications(specifications)
      const modules = new Map(testModules.map((each) => [each.moduleId, each]))
      return specifications.map(({ moduleId }) => verdictOf(modules.get(moduleId)))
    },
    close: () => vitest.close(),
  }
}

function verdictOf(module: TestModule | undefined): Verdict {
  const state = module?.state()
  if (state === 'passed') return 'passes'
  if (state !== 'failed') throw new Error(`${module?.moduleId ?? 'a test file'} was not run`)
  return module!.children.size > 0 ? 'fails in a test' : 'does not load'
}

async function unitProject(root: string): Promise<TestProjectInlineConfiguration> {
  const loaded = await loadConfigFromFile(
    { command: 'serve', mode: 'test' },
    'vitest.config.ts',
    root,
  )
  const { projects = [] } = (loaded!.config as ViteUserConfig).test ?? {}
  const unit = (projects as TestProjectInlineConfiguration[]).find(
    (each) => each.test?.name === 'unit',
  )
  if (!unit) throw new Error('vitest.config.ts has no project named unit')
  return unit
}

/** Hands out marked copies of modules, and leads their imports to the copies of the same mark. */
const serving = (copies: readonly Copy[], root: string): Plugin => ({
  name: 'changed-modules',
  enforce: 'pre',
  async resolveId(source, importer) {
    // The runner asks for paths from the root of the project.
    if (MARK.test(source)) return source.startsWith(root) ? source : join(root, source)
    const mark = importer && MARK.exec(importer)
    if (!mark) return null
    const found = await this.resolve(source, unmarked(importer), { skipSelf: true })
    const at = Number(mark[1])
    const { file, importers } = copies[at]!
    return found && (found.id === file || importers.has(found.id)) ? marked(found.id, at) : found
  },
  load(id) {
    const mark = MARK.exec(id)
    if (!mark) return null
    const { file, text } = copies[Number(mark[1])]!
    const original = unmarked(id)
    if (original === file) return text
    const unchanged = readFileSync(original, 'utf8')
    return original.endsWith('.test.ts') ? STOP_AT_FIRST_FAILURE + unchanged : unchanged
  },
})
