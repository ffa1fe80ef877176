import { setTimeout as wait } from 'node:timers/promises'
import type { Caller } from '../../../tests/setup/world.ts'
import { send } from './asking.testing'

/** The same numbers for the same seed, so that a race that failed is run again. */
export function chanceOf(seed: number) {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number): number => Math.floor(next() * end)
  return {
    below,
    /** A UUID, as a portal makes one for each save. */
    key: (): string => {
      const hex = Array.from({ length: 32 }, () => below(16).toString(16)).join('')
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
    },
    some: <T>(all: readonly T[]): readonly T[] => {
      const picked = all.filter(() => next() < 0.4)
      return picked.length > 0 ? picked : [all[below(all.length)]!]
    },
    pause: () => wait(below(12)),
  }
}
export type Chance = ReturnType<typeof chanceOf>

/** One figure as somebody sent it, and what the server said. */
export interface Write {
  readonly elementCode: string
  readonly value: string
  readonly expectedVersion: number
  readonly key: string
  readonly fate: 'acknowledged' | 'stale' | 'refused'
  readonly version: number | null
}

export interface Stored {
  readonly value: string | null
  readonly version: number
}

interface Result {
  readonly elementCode: string
  readonly isSaved: boolean
  readonly value: string | null
  readonly version: number | null
  readonly current: Stored | null
}

/** Somebody who saves figures over and over, each on the version they saw last. */
export async function writesOver(
  who: Caller,
  {
    assessmentId,
    year,
    chance,
    known,
    valueOf,
    isOver,
  }: {
    readonly assessmentId: string
    readonly year: number
    readonly chance: Chance
    /** What this person saw last, by element. */
    readonly known: Map<string, Stored>
    valueOf(elementCode: string): string
    isOver(round: number): boolean
  },
): Promise<{ writes: Write[]; reasons: string[] }> {
  const writes: Write[] = []
  for (let round = 0; !isOver(round); round += 1) {
    await chance.pause()
    const key = chance.key()
    const cells = chance.some([...known.keys()]).map((elementCode) => ({
      elementCode, year, value: valueOf(elementCode), expectedVersion: known.get(elementCode)!.version,
    })) // prettier-ignore
    const input = { assessmentId, idempotencyKey: key, cells }
    // Now and then the same request goes out twice at once, and now and then again after the answer.
    const times = chance.below(3) === 0 ? 2 : 1
    const answers = await Promise.all(
      Array.from({ length: times }, () => send(who, 'dataValuesSave', input)),
    )
    if (chance.below(3) === 0) answers.push(await send(who, 'dataValuesSave', input))
    const [first] = answers
    if (first.problems.length > 0) {
      writes.push(
        ...cells.map((cell) => ({ ...cell, key, fate: 'refused' as const, version: null })),
      )
      return { writes, reasons: first.problems.map(({ reason }: { reason: string }) => reason) }
    }
    // The KPIs beside them are told as they are when the answer is sent.
    const told = new Set(answers.map(({ results }) => JSON.stringify(results)))
    if (told.size > 1) throw new Error(`One key, two answers: ${[...told].join(' ')}`)
    for (const [place, result] of (first.results as Result[]).entries()) {
      const fate = result.isSaved ? 'acknowledged' : 'stale'
      writes.push({ ...cells[place]!, key, fate, version: result.version })
      const now = result.isSaved
        ? { value: result.value, version: result.version! }
        : result.current
      if (!now) throw new Error(`Neither saved nor told what is stored: ${JSON.stringify(result)}`)
      known.set(result.elementCode, now)
    }
  }
  return { writes, reasons: [] }
}

/**
 * What is wrong with a figure, given what it was, what was said about each write, what is stored and
 * its history: every acknowledged write is the stored one or was followed by an acknowledged one that
 * named its version, and nothing else was applied.
 */
export function faultsOf(
  before: Stored,
  writes: readonly Write[],
  after: Stored,
  history: readonly { readonly revision: number; readonly value: string | null }[],
): string[] {
  const faults: string[] = []
  const acknowledged = writes.filter(({ fate }) => fate === 'acknowledged')
  const byVersion = new Map<number, Write>()
  for (const write of acknowledged) {
    if (write.version !== write.expectedVersion + 1) faults.push(`${write.key} skipped a version`)
    const other = byVersion.get(write.version!)
    if (other) faults.push(`${write.key} and ${other.key} were both told version ${write.version}`)
    byVersion.set(write.version!, write)
  }
  for (let version = before.version + 1; version <= after.version; version += 1) {
    if (!byVersion.has(version)) faults.push(`version ${version} was acknowledged to nobody`)
  }
  if (after.version - before.version !== acknowledged.length) {
    faults.push(`${acknowledged.length} acknowledged, ${after.version - before.version} applied`)
  }
  const last = byVersion.get(after.version)
  if (last ? last.value !== after.value : before.value !== after.value) {
    faults.push(`stored is ${after.value}, acknowledged was ${last?.value ?? before.value}`)
  }
  const kept = history.filter(({ revision }) => revision > before.version)
  for (const { revision, value } of kept) {
    if (byVersion.get(revision)?.value !== value) faults.push(`revision ${revision} is not what was acknowledged`) // prettier-ignore
  }
  if (kept.length !== acknowledged.length) faults.push(`${kept.length} revisions are kept`)
  return faults
}
