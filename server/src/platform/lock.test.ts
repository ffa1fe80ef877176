import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { acquireLock, askOwner, DataDirectoryInUse } from './lock.ts'

interface Outcome {
  took?: number
  refused?: string
  after?: { pid: number }
}

let folder: string
const children: ChildProcess[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pmm-lock-'))
})

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

async function start(watchMs?: number): Promise<{ child: ChildProcess; outcome: Outcome }> {
  const program = fileURLToPath(new URL('lock.child.ts', import.meta.url))
  const child = fork(program, [folder, ...(watchMs ? [String(watchMs)] : [])], { execArgv: [] })
  children.push(child)
  const [outcome] = (await once(child, 'message')) as [Outcome]
  return { child, outcome }
}

async function killed(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

const lockText = () => readFileSync(join(folder, 'pmm.lock'), 'utf8')

test('a second process is refused in a sentence that names the first', async () => {
  const first = await start()
  const second = await start()

  expect(first.outcome.took).toBe(first.child.pid)
  expect(second.outcome.refused).toMatch(
    new RegExp(`in use by process ${first.child.pid}, started at \\d{4}-.*Stop it first\\.`),
  )
})

test('a second lock in the same process is refused as well', async () => {
  const lock = await acquireLock(folder)

  await expect(acquireLock(folder)).rejects.toBeInstanceOf(DataDirectoryInUse)

  await lock.release()
})

test('a clean stop leaves nothing behind', async () => {
  const { child } = await start()

  child.kill('SIGTERM')
  await once(child, 'exit')

  expect(readdirSync(folder)).toEqual([])
})

test('the directory of a killed process is taken over at once, and the dead one is named', async () => {
  const first = await start()
  await killed(first.child)

  const second = await start()

  expect(second.outcome.took).toBe(second.child.pid)
  expect(second.outcome.after?.pid).toBe(first.child.pid)
  expect(readdirSync(folder)).toHaveLength(2)
})

test('of many that race for the directory of a killed process, one wins', async () => {
  const first = await start()
  await killed(first.child)

  const outcomes = await Promise.all(Array.from({ length: 6 }, () => start()))

  const winners = outcomes.filter(({ outcome }) => outcome.took)
  expect(winners).toHaveLength(1)
  expect(lockText()).toContain(`"pid": ${winners[0]?.child.pid}`)
}, 30_000)

test('of many takers inside one process, one wins, again and again', async () => {
  for (let round = 0; round < 20; round++) {
    writeFileSync(join(folder, 'pmm.lock'), JSON.stringify(owner({ id: `dead-${round}` })))

    const takers = await Promise.allSettled(Array.from({ length: 5 }, () => acquireLock(folder)))

    const locks = takers.flatMap((taker) => (taker.status === 'fulfilled' ? [taker.value] : []))
    expect(locks).toHaveLength(1)
    await locks[0]?.release()
    expect(existsSync(join(folder, 'pmm.lock'))).toBe(false)
  }
}, 30_000)

test('a successor that died half-way is succeeded in turn', async () => {
  writeFileSync(join(folder, 'pmm.lock'), JSON.stringify(owner({ id: 'first' })))
  writeFileSync(join(folder, 'pmm.lock.after-first'), JSON.stringify(owner({ id: 'second' })))

  const lock = await acquireLock(folder)

  expect(lock.takenOverFrom).toMatchObject({ id: 'first' })
  await lock.release()
  expect(readdirSync(folder)).toEqual([])
})

test('a process too busy to answer keeps its directory', async () => {
  const { child } = await start()
  child.kill('SIGSTOP')

  await expect(acquireLock(folder, { answerMs: 200 })).rejects.toThrow(/in use/)
})

test('a process whose socket was swept away keeps its directory', async () => {
  await start()
  for (const name of readdirSync(folder)) if (name.endsWith('.sock')) rmSync(join(folder, name))

  await expect(acquireLock(folder)).rejects.toThrow(/in use/)
})

test('another boot loses its lock only when its heartbeat stands still', async () => {
  writeFileSync(join(folder, 'pmm.lock'), JSON.stringify(owner({ bootId: 'another machine' })))
  const before = performance.now()

  const lock = await acquireLock(folder, { watchMs: 500 })

  expect(performance.now() - before).toBeGreaterThan(490)
  expect(lock.takenOverFrom).toMatchObject({ bootId: 'another machine' })
  await lock.release()
})

test('another boot whose heart beats keeps its directory', async () => {
  const away = await acquireLock(folder, { bootId: 'another machine', heartbeatMs: 50 })
  // Its socket cannot be reached from here.
  for (const name of readdirSync(folder)) if (name.endsWith('.sock')) rmSync(join(folder, name))

  await expect(acquireLock(folder, { watchMs: 1000 })).rejects.toBeInstanceOf(DataDirectoryInUse)

  await away.release()
})

test('a lock file that cannot be read is watched before it is taken', async () => {
  writeFileSync(join(folder, 'pmm.lock'), 'half a wor')

  const lock = await acquireLock(folder, { watchMs: 300 })

  expect(lock.takenOverFrom).toBe('unreadable')
  await lock.release()
})

test('the holder learns that its lock is gone', async () => {
  const lost = new Promise<void>((resolve) => {
    void acquireLock(folder, { heartbeatMs: 20, onLost: resolve })
  })
  await wait(50)

  rmSync(join(folder, 'pmm.lock'))

  await expect(lost).resolves.toBeUndefined()
})

test('a path too long for a socket is guarded through loopback', async () => {
  const deep = join(folder, 'a-long-name'.repeat(10))
  const lock = await acquireLock(deep, { onCommand: async () => 'here' })

  expect(typeof lock.ownerInfo.socket).toBe('number')
  await expect(acquireLock(deep)).rejects.toBeInstanceOf(DataDirectoryInUse)
  await expect(askOwner(deep, 'anything')).resolves.toBe('here')

  await lock.release()
})

test('a tool asks the running server, and learns when none runs', async () => {
  await expect(askOwner(folder, 'greet')).resolves.toBeUndefined()
  const { child } = await start()

  await expect(askOwner(folder, 'greet')).resolves.toBe('good morning')
  await expect(askOwner(folder, 'sing')).resolves.toBe('unknown command')

  await killed(child)
  await expect(askOwner(folder, 'greet')).resolves.toBeUndefined()
})

function owner(changes: { id?: string; bootId?: string }) {
  const bootId = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  return {
    id: 'dead',
    pid: 1,
    bootId,
    processStart: 'long ago',
    startedAt: '2027-01-01T00:00:00.000Z',
    socket: join(folder, 'gone.sock'),
    ...changes,
  }
}
