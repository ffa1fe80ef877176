import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { LongestFirst } from './tests/setup/longest-first.ts'

const path = (file: string) => fileURLToPath(new URL(file, import.meta.url))
const resolveFromServer = createRequire(path('server/package.json')).resolve

// Vite would take graphql's ESM entry while dependencies load its CommonJS one, and graphql refuses two realms.
const oneGraphql = { find: /^graphql$/, replacement: resolveFromServer('graphql/index.js') }

const seconds = (count: number) => count * 1000

// By itself Vitest leaves a core unused, which is half of a small machine.
const EVERY_CORE = '100%'

const databaseTests = ['tests/**/*.test.ts', 'server/src/**/*.db.test.ts']
const journeys = 'tests/journeys/**'
// Asked for by its own command: it changes every rule in turn, which takes a while.
const mutations = 'tests/rules/**'

const onDatabase = (database: 'embedded' | 'postgres'): TestProjectInlineConfiguration => ({
  resolve: { alias: [oneGraphql] },
  test: {
    name: database,
    include: databaseTests,
    exclude: ['**/node_modules/**', journeys, mutations],
    env: { TEST_DATABASE: database },
    globalSetup: 'tests/setup/global.ts',
    maxWorkers: EVERY_CORE,
    testTimeout: seconds(60),
    hookTimeout: seconds(180),
    sequence: { groupOrder: 1 },
  },
})

const onBundle = (
  name: 'browser' | 'reliability',
  files: { include: string[]; exclude: string[]; globalSetup?: string },
  { maxWorkers, groupOrder }: { maxWorkers: number; groupOrder: number },
): TestProjectInlineConfiguration => ({
  resolve: { alias: [oneGraphql] },
  test: {
    name,
    include: files.include,
    exclude: ['**/node_modules/**', ...files.exclude],
    ...(files.globalSetup ? { globalSetup: files.globalSetup } : {}),
    testTimeout: seconds(120),
    hookTimeout: seconds(120),
    // What a page shows a moment later is late on a busy machine, not wrong.
    expect: { poll: { timeout: seconds(20) } },
    maxWorkers,
    sequence: { groupOrder },
  },
})

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    teardownTimeout: seconds(30),
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        resolve: { alias: [oneGraphql] },
        test: {
          name: 'unit',
          include: ['server/**/*.test.ts', 'graphql/**/*.test.ts', '.ci/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**', 'server/src/**/*.db.test.ts'],
          maxWorkers: EVERY_CORE,
          testTimeout: seconds(15),
          hookTimeout: seconds(30),
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: 'portal-kit/vitest.config.ts',
        test: {
          name: 'portals',
          include: ['portal-*/src/**/*.test.ts'],
          environment: 'happy-dom',
          maxWorkers: EVERY_CORE,
          testTimeout: seconds(15),
          sequence: { groupOrder: 0 },
        },
      },
      onDatabase('embedded'),
      onDatabase('postgres'),
      {
        ...onDatabase('embedded'),
        test: {
          ...onDatabase('embedded').test,
          name: 'rules',
          include: ['tests/rules/**/*.test.ts'],
          exclude: ['**/node_modules/**'],
        },
      },
      onBundle(
        'reliability',
        { include: ['tests/journeys/reliability/**/*.test.ts'], exclude: [] },
        // Servers are killed and restarted on ports that were free a moment before.
        { maxWorkers: 1, groupOrder: 2 },
      ),
      onBundle(
        'browser',
        {
          include: ['tests/journeys/**/*.test.ts'],
          exclude: ['tests/journeys/reliability/**'],
          globalSetup: 'tests/setup/journeys.ts',
        },
        { maxWorkers: 2, groupOrder: 3 },
      ),
    ],
  },
})
