import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { freePort, startBuiltServer, type BuiltServer } from '../built-server'

const ROOT = join(import.meta.dirname, '..', '..', '..')
let server: BuiltServer | undefined

afterEach(async () => {
  await server?.stop('SIGKILL')
  server?.clear()
  server = undefined
})

const start = (env: Record<string, string>, entry = 'main', ...words: string[]) =>
  spawnSync(process.execPath, [join(ROOT, 'server', 'dist', `${entry}.js`), ...words], {
    encoding: 'utf8',
    timeout: 60_000,
    env: { PATH: process.env.PATH, ...env },
  })

test('a stop drains the server, frees the lock, and what was there is there again', async () => {
  server = await startBuiltServer()
  const lock = join(server.directory, 'pmm.lock')
  expect(existsSync(lock)).toBe(true)

  expect(await server.stop()).toBe(0)
  expect(existsSync(lock)).toBe(false)

  const { directory } = server
  server = await startBuiltServer({ directory })
  const answer = await fetch(`${server.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ release { code } }' }),
  }).then((response) => response.json())
  expect(answer.data.release.code).toBe('C2022-R1')
})

test('a stop waits for a request under way and ends the connection that would be kept', async () => {
  server = await startBuiltServer()
  const { port } = new URL(server.origin)
  const body = '{"query":"{ release { code } }"}'
  const socket = connect(Number(port), '127.0.0.1')
  const answered = new Promise<string>((resolve) => {
    let text = ''
    socket.on('data', (chunk) => (text += chunk.toString()))
    socket.on('close', () => resolve(text))
  })
  socket.write(
    `POST /graphql HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
  )
  await wait(300)

  const stopped = server.stop()
  await wait(300)
  socket.write(body.slice(10))

  const answer = await answered
  expect(answer).toContain('HTTP/1.1 200')
  expect(answer.toLowerCase()).toContain('connection: close')
  expect(answer).toContain('C2022-R1')
  expect(await stopped).toBe(0)
  expect(existsSync(join(server.directory, 'pmm.lock'))).toBe(false)
})

test('a port in use or a folder that cannot be made stops the start in a sentence, with nothing written', async () => {
  const port = await freePort()
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve))
  const folder = mkdtempSync(join(tmpdir(), 'pmm-start-'))
  const directory = join(folder, 'data')

  const busy = start({ PMM_DATA_DIR: directory, PORT: String(port) })
  other.close()
  const unusable = start({ PMM_DATA_DIR: '/proc/pmm-nowhere', PORT: String(port) })

  expect([busy.status, unusable.status]).toEqual([78, 78])
  expect(busy.stderr).toBe(
    `PORT: 127.0.0.1:${port} cannot be used: another program listens there.\n`,
  )
  expect(unusable.stderr).toContain('PMM_DATA_DIR: /proc/pmm-nowhere cannot be used')
  expect(existsSync(join(directory, 'pgdata'))).toBe(false)
  rmSync(folder, { recursive: true, force: true })
})

test('a second start on the same data directory is refused in a sentence that names the first', async () => {
  server = await startBuiltServer()

  const second = start({ PMM_DATA_DIR: server.directory, PORT: String(await freePort()) })

  expect(second.status).toBe(75)
  expect(second.stderr).toContain('in use')
  expect(second.stderr).toContain(String(server.process.pid))
})

test('the lock of a killed process is taken over', async () => {
  server = await startBuiltServer()
  await server.stop('SIGKILL')
  const { directory } = server

  server = await startBuiltServer({ directory })

  expect((await fetch(`${server.origin}/livez`)).status).toBe(200)
})

test('a DATABASE_URL that nobody answers stops the start and says so without its password', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'pmm-refused-'))

  const refused = start({
    PMM_DATA_DIR: directory,
    PORT: String(await freePort()),
    DATABASE_URL: `postgres://pmm:hunter2@127.0.0.1:${await freePort()}/pmm`,
  })

  expect(refused.status).toBe(78)
  expect(refused.stderr).toContain('DATABASE_URL cannot be used')
  expect(refused.stderr).toContain('nothing answers')
  expect(refused.stderr).not.toContain('hunter2')
  expect(existsSync(join(directory, 'database'))).toBe(false)
})

test('every mistake in the environment is listed at once', () => {
  const refused = start({ PORT: 'many', PMM_DEMO: 'perhaps', PMM_COLOUR: 'blue' })

  expect(refused.status).toBe(78)
  for (const name of ['PORT', 'PMM_DEMO', 'PMM_COLOUR']) expect(refused.stderr).toContain(name)
})

test('without demonstration data the register holds 187 members and a link lets the first administrator in', async () => {
  server = await startBuiltServer({ env: { PMM_DEMO: '0' } })
  const ask = async (query: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${server!.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    })
    return { answer: await response.json(), cookie: response.headers.get('set-cookie') }
  }

  const { answer } = await ask(
    '{ administrations { totalCount } frameworkVersions { code } cycles { code } releases { totalCount } }',
  )
  expect(answer.data).toEqual({
    administrations: { totalCount: 187 },
    frameworkVersions: [],
    cycles: [],
    releases: { totalCount: 0 },
  })

  const printed = spawnSync(
    process.execPath,
    [join(ROOT, 'server', 'dist', 'admin.js'), 'create', 'first@example.org'],
    {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, PMM_DATA_DIR: server.directory, PMM_DEMO: '0' },
    },
  )
  expect(printed.stdout).toMatch(/\/admin\/set-password#\S+/)
})

test('a stop anchors the audit log, and a dump of it is verified by a program of its own', async () => {
  server = await startBuiltServer()
  const { directory } = server
  const at = (name: string) => join(directory, name)
  const verify = (dump: string) =>
    spawnSync(
      process.execPath,
      [join(ROOT, 'audit', 'verify.mjs'), dump, '--anchors', at('anchors.jsonl')],
      { encoding: 'utf8' },
    )

  const entered = await fetch(`${server.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `mutation { sessionOpen(input: { email: "nobody@demo.invalid", password: "wrong" }) { problems { reason } } }`,
    }),
  })
  expect(entered.status).toBe(200)
  const whileRunning = start(
    { PMM_DATA_DIR: directory, PORT: '0' },
    'audit-dump',
    at('running.jsonl'),
  )
  expect(whileRunning).toMatchObject({ status: 0, stdout: expect.stringContaining('entries of') })
  expect(verify(at('running.jsonl'))).toMatchObject({ status: 0 })

  expect(await server.stop()).toBe(0)
  expect(start({ PMM_DATA_DIR: directory }, 'audit-dump', at('stopped.jsonl')).status).toBe(0)
  const intact = verify(at('stopped.jsonl'))
  expect(intact).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('0 entries are newer'),
  })

  const lines = readFileSync(at('stopped.jsonl'), 'utf8').split('\n')
  const edited = lines.findIndex((line) => line.includes('"type":"entry"'))
  const { action } = JSON.parse(lines[edited]!) as { action: string }
  writeFileSync(
    at('edited.jsonl'),
    lines
      .with(edited, lines[edited]!.replace(`"action":"${action}"`, '"action":"forged"'))
      .join('\n'),
  )
  const tampered = verify(at('edited.jsonl'))
  expect(tampered.status).toBe(1)
  expect(tampered.stdout).toContain('entry 1: not what was hashed: action')

  expect(start({ PMM_DATA_DIR: directory }, 'audit-dump', at('stopped.jsonl')).status).toBe(73)
})
