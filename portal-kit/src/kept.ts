import { clear, createStore, del, entries, keys, set, type UseStore } from 'idb-keyval'
import { computed, shallowRef } from 'vue'
import { readStored, writeStored } from './stored'

// What a person typed and the server has not acknowledged yet, kept in the browser until it has.

/** Whose it is: in another role of the same person it waits, another person never finds it. */
export interface KeptOwner {
  readonly person: string
  /** The same for a role that was taken away and given again. */
  readonly role: string
}

export interface Kept<T> {
  readonly owner: KeptOwner
  /** Milliseconds since 1970 at which it was last written: they are sent in this order. */
  readonly at: number
  readonly data: T
}

const CHOICE = 'pmm.keepDrafts'
const all = shallowRef<ReadonlyMap<string, Kept<unknown>>>(new Map())
const isWanted = shallowRef(readStored(CHOICE) !== 'off')
let owner: KeptOwner | null = null
let opened: Promise<void> | undefined
let store: UseStore | undefined

// A browser may refuse storage, as private windows do: what is typed then lasts as long as the page.
async function attempt(act: (store: UseStore) => Promise<void>): Promise<void> {
  if (!globalThis.indexedDB) return
  try {
    store ??= createStore('pmm', 'drafts')
    await act(store)
  } catch {
    // See above.
  }
}

/** Opens what this person left on the device, also under the former name of the role; throws away what others left. */
export function openKept(present: KeptOwner, formerly?: string): Promise<void> {
  if (owner?.person === present.person && owner.role === present.role && opened) return opened
  owner = present
  opened = attempt(async (drafts) => {
    const found = await entries<string, Kept<unknown>>(drafts)
    const foreign = found.filter(
      ([
        ,
        {
          owner: { person },
        },
      ]) => person !== present.person,
    )
    await Promise.all(foreign.map(([key]) => del(key, drafts)))
    const own = found.filter(
      ([, { owner: of }]) =>
        of.person === present.person && [present.role, formerly].includes(of.role),
    )
    all.value = new Map(own)
  })
  return opened
}

/** What is kept under a key, once the store has been read. */
export async function readKept<T>(key: string): Promise<T | null> {
  await opened
  return (all.value.get(key)?.data as T | undefined) ?? null
}

/** Keeps something until it is acknowledged; the last write of a key wins. */
export function keep<T>(key: string, data: T): void {
  if (!owner || !isWanted.value) return
  const kept: Kept<T> = { owner, at: all.value.get(key)?.at ?? Date.now(), data }
  all.value = new Map(all.value).set(key, kept)
  void attempt((drafts) => set(key, kept, drafts))
}

export function forgetKept(key: string): void {
  if (!all.value.has(key)) return
  const rest = new Map(all.value)
  rest.delete(key)
  all.value = rest
  void attempt((drafts) => del(key, drafts))
}

/** How much is kept on this device, whoever left it: for a page that cannot know who is there. */
export async function countKept(): Promise<number> {
  let count = 0
  await attempt(async (drafts) => void (count = (await keys(drafts)).length))
  return count
}

/** Throws away everything kept on this device, as at a sign-out. */
export async function clearKept(): Promise<void> {
  all.value = new Map()
  await attempt((drafts) => clear(drafts))
}

/** Everything this person keeps here in this role, in the order it was first written. */
export function useKept<T>() {
  return computed(() =>
    [...all.value]
      .map(([key, { at, data }]) => ({ key, at, data: data as T }))
      .toSorted((one, other) => one.at - other.at),
  )
}

/** Whether drafts are kept on this device, and how to choose otherwise; what is there goes at once. */
export function useKeepChoice() {
  function choose(isOn: boolean) {
    isWanted.value = isOn
    writeStored(CHOICE, isOn ? 'on' : 'off')
    if (!isOn) void clearKept()
  }
  return { isOn: computed(() => isWanted.value), choose }
}
