import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { RegisteredDocuments } from '../../server/src/platform'
import { createSchema } from '../../server/src/schema'
import { createServer, type RunningServer } from '../../server/src/server'
import { useWorld } from '../setup/world.ts'

const world = useWorld()
const root = mkdtempSync(join(tmpdir(), 'pmm-pages-'))
const PAGE = { accept: 'text/html,application/xhtml+xml' }

let server: RunningServer

beforeAll(async () => {
  writeFileSync(
    join(root, 'index.html'),
    '<html><head></head><body><div id="app"></div></body></html>',
  )
  mkdirSync(join(root, '.vite'))
  writeFileSync(
    join(root, '.vite', 'routes.json'),
    String.raw`["^\\/\\/?$", "^\\/(assessment|cycles)\\/?$"]`,
  )
  writeFileSync(join(root, 'schema.graphql'), 'type Query { it: Int }')
  server = await createServer({
    schema: await createSchema(),
    services: world().services,
    log: pino({ level: 'silent' }),
    documents: new RegisteredDocuments([]),
    freeDocuments: false,
    publicOrigin: undefined,
    files: {
      member: root,
      admin: root,
      publicPages: root,
      explorer: root,
      schema: join(root, 'schema.graphql'),
      isDemonstration: true,
    },
    isReady: async () => true,
  })
})
afterAll(async () => {
  await server?.stop()
  rmSync(root, { recursive: true })
})

const open = (url: string) => server.http.inject({ method: 'GET', url, headers: PAGE })

test.each([
  '/',
  '/about',
  '/developers',
  '/framework',
  '/framework/',
  '/framework/PMM-V1-DEMO',
  '/framework/glossary',
  '/framework/PMM-V1-DEMO/elements',
  '/framework/PMM-V1-DEMO/print',
  '/framework/PMM-V1-DEMO/TF-01-1',
  '/results',
  '/results/C2022-R1',
  '/results/C2022-R1/TF-01-1',
  '/results/C2022-R1?from=mail',
])('the public page %s is there', async (url) => {
  const page = await open(url)

  expect(page.statusCode).toBe(200)
  expect(page.body).not.toContain('noscript')
})

test.each([
  '/nonsense',
  '/about/us',
  '/framework/NOPE',
  '/framework/NOPE/elements',
  '/framework/NOPE/print',
  '/framework/glossary/TF-01-1',
  '/framework/PMM-V1-DEMO/NOPE',
  '/framework/PMM-V1-DEMO/TF-01-1/more',
  '/results/NOPE',
  '/results/C2022-R1/NOPE',
])('the address %s answers that there is nothing, in both languages', async (url) => {
  const page = await open(url)

  expect(page.statusCode).toBe(404)
  expect(page.headers['content-type']).toContain('text/html')
  expect(page.body).toContain('lang="en">There is nothing at this address.')
  expect(page.body).toContain('lang="fr">Il n’y a rien à cette adresse.')
})

test.each(['/member/', '/member/assessment', '/member/assessment/', '/admin/?from=mail'])(
  'the page %s of a portal is there',
  async (url) => {
    const page = await open(url)

    expect(page.statusCode).toBe(200)
    expect(page.body).not.toContain('noscript')
  },
)

test.each(['/member/unknown', '/member/assessment/unknown', '/admin/unknown?x=1'])(
  'no route of a portal knows the address %s: its page says so, with 404',
  async (url) => {
    const page = await open(url)

    expect(page.statusCode).toBe(404)
    expect(page.body).toContain('<div id="app">')
    expect(page.body).toContain('lang="en">There is nothing at this address.')
  },
)

test('a program is told the same as JSON', async () => {
  const answer = await server.http.inject({
    method: 'GET',
    url: '/results/NOPE',
    headers: { accept: 'application/json' },
  })

  expect(answer.statusCode).toBe(404)
  expect(answer.json().errors[0].extensions.code).toBe('NOT_FOUND')
})
