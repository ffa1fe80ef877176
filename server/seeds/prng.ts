/**
 * Randomness by key: the same seed and keys give the same number, whatever was drawn before.
 * So adding a figure to the world moves no other figure.
 */
const SEED = 0x2f_6d_13_a7

type Key = string | number

/** A number in [0, 1). */
export function unit(...keys: readonly Key[]): number {
  let hash = SEED ^ 0x811c9dc5
  for (const key of keys) {
    const text = `${key}|`
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000
}

export const between = (low: number, high: number, ...keys: readonly Key[]): number =>
  low + (high - low) * unit(...keys)

export const chance = (likelihood: number, ...keys: readonly Key[]): boolean =>
  unit(...keys) < likelihood

export function pick<T>(list: readonly T[], ...keys: readonly Key[]): T {
  const item = list[Math.floor(unit(...keys) * list.length)]
  if (item === undefined) throw new Error(`Nothing to pick from for ${keys.join(' ')}`)
  return item
}

/** The list in an order fixed by the keys. */
export const shuffled = <T extends Key>(list: readonly T[], ...keys: readonly Key[]): T[] =>
  list.toSorted((a, b) => unit(...keys, a) - unit(...keys, b))
