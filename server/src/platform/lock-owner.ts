import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { hostname, uptime } from 'node:os'

/** What `pmm.lock` says about the process that holds the data directory. */
export interface LockOwner {
  /** Random; also the password of the socket, so the file is readable by its owner only. */
  readonly id: string
  readonly pid: number
  readonly bootId: string
  /** Distinguishes this process from a later one with the same number; empty where unknown. */
  readonly processStart: string
  readonly startedAt: string
  /** Path of a unix socket, name of a Windows pipe, or a port on loopback. */
  readonly socket: string | number
}

/** Nothing for a file that is absent or not (yet) whole. */
export function readOwner(file: string): LockOwner | undefined {
  try {
    const found: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return isOwner(found) ? found : undefined
  } catch {
    return undefined
  }
}

/** Names this run of the machine: a process of another run cannot be alive here. */
export function currentBootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return otherBootId()
  }
}

/** Start of a process in clock ticks since boot, where the system tells. */
export function processStart(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold spaces; the start is the twentieth word after it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

function otherBootId(): string {
  if (process.platform === 'darwin') {
    return execFileSync('sysctl', ['-n', 'kern.bootsessionuuid'], { encoding: 'utf8' }).trim()
  }
  // Rounded, because the clock drifts; a wrong answer only costs the time of watching the heartbeat.
  const bootedAt = Math.round((Date.now() / 1000 - uptime()) / 600)
  return `${hostname()}-${bootedAt}`
}

function isOwner(found: unknown): found is LockOwner {
  if (typeof found !== 'object' || found === null) return false
  const owner = found as Partial<Record<keyof LockOwner, unknown>>
  const words = [owner.id, owner.bootId, owner.processStart, owner.startedAt]
  return (
    typeof owner.pid === 'number' &&
    words.every((word) => typeof word === 'string') &&
    (typeof owner.socket === 'string' || typeof owner.socket === 'number')
  )
}
