import { randomUUID } from 'node:crypto'
import {
  closeSync,
  futimesSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { currentBootId, type LockOwner, processStart, readOwner } from './lock-owner.ts'
import { ask, type CommandHandler, openSocket, removeSocket } from './lock-socket.ts'

export type { LockOwner } from './lock-owner.ts'
export type { CommandHandler } from './lock-socket.ts'

export interface LockOptions {
  /** Answers command-line tools that find the directory in use. */
  readonly onCommand?: CommandHandler
  /** Called once when the lock file is no longer ours: stop writing at once. */
  readonly onLost?: () => void
  readonly heartbeatMs?: number
  /** How long the heartbeat of another boot must stand still before its lock is taken. */
  readonly watchMs?: number
  readonly answerMs?: number
  readonly bootId?: string
}

export interface Lock {
  readonly ownerInfo: LockOwner
  /** The dead owner this lock was taken from; undefined after a clean stop. */
  readonly takenOverFrom: LockOwner | 'unreadable' | undefined
  release(): Promise<void>
}

/** Another process holds the data directory. Two on one embedded database lose rows without an error. */
export class DataDirectoryInUse extends Error {
  override readonly name = 'DataDirectoryInUse'
  readonly owner: LockOwner | undefined

  constructor(folder: string, owner: LockOwner | undefined, detail = '') {
    const who = owner
      ? `process ${owner.pid}, started at ${owner.startedAt}`
      : 'a process that has not yet said its name'
    super(`The data directory ${folder} is in use by ${who}${detail}. Stop it first.`)
    this.owner = owner
  }
}

const second = 1000
const unreadable = 'unreadable'
/** A lock file may have no readable owner: its writer died half-way. */
type Holder = LockOwner | typeof unreadable

/** A holder, and the file in which it says so. */
interface Place {
  readonly holder: Holder
  readonly file: string
}

/** Takes the data directory before anything in it is opened, or throws `DataDirectoryInUse`. */
export async function acquireLock(directory: string, options: LockOptions = {}): Promise<Lock> {
  const folder = resolve(directory)
  mkdirSync(folder, { recursive: true, mode: 0o700 })

  const id = randomUUID()
  const socket = await openSocket(folder, id, async (command) =>
    command === 'alive' ? 'yes' : options.onCommand?.(command),
  )
  const me: LockOwner = {
    id,
    pid: process.pid,
    bootId: options.bootId ?? currentBootId(),
    processStart: processStart(process.pid),
    startedAt: new Date().toISOString(),
    socket: socket.address,
  }
  try {
    const before = await claim(folder, me, options)
    return hold(folder, me, before, socket.close, options)
  } catch (error) {
    await socket.close()
    throw error
  }
}

/** Sends one line to the process that holds the directory; nothing when nobody does. */
export async function askOwner(
  directory: string,
  command: string,
  patienceMs = 30 * second,
): Promise<string | undefined> {
  const owner = readOwner(lockFile(resolve(directory)))
  if (!owner) return undefined
  const answer = await ask(owner, command, patienceMs)
  if (answer.kind === 'silent') throw new DataDirectoryInUse(directory, owner, ', which is busy')
  return answer.kind === 'answered' ? answer.line : undefined
}

const lockFile = (folder: string) => join(folder, 'pmm.lock')
const claimFile = (folder: string, holder: Holder) =>
  `${lockFile(folder)}.after-${holder === unreadable ? holder : holder.id}`

async function claim(
  folder: string,
  me: LockOwner,
  options: LockOptions,
): Promise<Holder | undefined> {
  for (;;) {
    if (createExclusively(lockFile(folder), me)) return undefined

    const holder = await holderOf(lockFile(folder))
    if (!holder) continue
    const last = await lastInLine(folder, { holder, file: lockFile(folder) })
    if (await isAlive(last, options)) throw inUse(folder, last.holder)
    if (takeOver(folder, me, holder, last.holder)) return holder
  }
}

/*
 * Two takers must not both replace one dead owner. Whoever creates the file named after the dead owner is its
 * only successor; if the successor dies before it finished, the next one queues behind it in the same way. The
 * lock file itself is replaced by renaming, so it is never absent in between.
 */
function takeOver(folder: string, me: LockOwner, holder: Holder, last: Holder): boolean {
  const mine = claimFile(folder, last)
  if (!createExclusively(mine, me)) return false

  const current = readOwner(lockFile(folder)) ?? unreadable
  const unchanged = sameHolder(current, holder)
  if (unchanged) {
    const fresh = `${lockFile(folder)}.${me.id}`
    createExclusively(fresh, me)
    renameSync(fresh, lockFile(folder))
    for (const dead of [holder, last]) {
      if (dead !== unreadable) removeSocket(dead.socket)
      rmSync(claimFile(folder, dead), { force: true })
    }
  }
  rmSync(mine, { force: true })
  return unchanged
}

async function lastInLine(folder: string, place: Place): Promise<Place> {
  const file = claimFile(folder, place.holder)
  const successor = await holderOf(file)
  return successor ? lastInLine(folder, { holder: successor, file }) : place
}

async function isAlive({ holder, file }: Place, options: LockOptions): Promise<boolean> {
  if (holder === unreadable) return heartbeatMoves(file, holder, options)

  const { kind } = await ask(holder, 'alive', options.answerMs ?? 3 * second)
  if (kind !== 'nobody') return true
  if (holder.bootId !== (options.bootId ?? currentBootId())) {
    return heartbeatMoves(file, holder, options)
  }
  // Somebody may have swept the socket away while its owner still runs.
  const start = processStart(holder.pid)
  return start !== '' && start === holder.processStart
}

/** Our clock may differ from the owner's, so only movement counts, never an age. */
async function heartbeatMoves(
  file: string,
  holder: Holder,
  options: LockOptions,
): Promise<boolean> {
  const first = beat(file)
  const watchMs = options.watchMs ?? 15 * second
  const until = performance.now() + watchMs
  while (performance.now() < until) {
    await wait(Math.min(second, watchMs / 5))
    if (!sameHolder(readOwner(file) ?? unreadable, holder)) return false
    if (beat(file) !== first) return true
  }
  return false
}

function hold(
  folder: string,
  me: LockOwner,
  before: Holder | undefined,
  closeSocket: () => Promise<void>,
  options: LockOptions,
): Lock {
  const file = lockFile(folder)
  const own = openSync(file, 'r+')
  const isMine = () => readOwner(file)?.id === me.id

  const timer = setInterval(
    () => {
      const owner = readOwner(file)
      const lost = owner ? owner.id !== me.id : beat(file) === undefined
      if (!lost) return touch(own)
      clearInterval(timer)
      options.onLost?.()
    },
    options.heartbeatMs ?? 5 * second,
  )
  timer.unref()

  let released = false
  return {
    ownerInfo: me,
    takenOverFrom: before,
    async release() {
      if (released) return
      released = true
      clearInterval(timer)
      // The socket closes last: as long as the file stands, it must be answered for.
      if (isMine()) rmSync(file, { force: true })
      closeSync(own)
      await closeSocket()
    },
  }
}

// Through the open file, so that a late beat never touches the lock of a successor.
function touch(own: number): void {
  try {
    futimesSync(own, new Date(), new Date())
  } catch {
    // A disk that refuses one beat gets the next; several missing ones are for the watcher to judge.
  }
}

function createExclusively(file: string, owner: LockOwner): boolean {
  try {
    writeFileSync(file, `${JSON.stringify(owner, null, 2)}\n`, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Nothing when the file is gone; a moment of patience for a file being written. */
async function holderOf(file: string): Promise<Holder | undefined> {
  for (let attempt = 0; attempt < 10; attempt++) {
    const owner = readOwner(file)
    if (owner) return owner
    if (beat(file) === undefined) return undefined
    await wait(50)
  }
  return unreadable
}

function beat(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs
}

function sameHolder(one: Holder, other: Holder): boolean {
  if (one === unreadable || other === unreadable) return one === other
  return one.id === other.id
}

function inUse(folder: string, holder: Holder): DataDirectoryInUse {
  return new DataDirectoryInUse(folder, holder === unreadable ? undefined : holder)
}
