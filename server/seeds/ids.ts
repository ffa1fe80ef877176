import { createHash } from 'node:crypto'
import { stringify } from 'uuid'
import type { Ids } from '#platform'

/** Keys that are the same at every start: the n-th UUID (version 8) of a named sequence. */
export function sequenceIds(name: string): Ids {
  let count = 0
  return {
    next: () => {
      count += 1
      const bytes = createHash('sha256').update(`${name}:${count}`).digest().subarray(0, 16)
      bytes[6] = (bytes[6]! & 0x0f) | 0x80
      bytes[8] = (bytes[8]! & 0x3f) | 0x80
      return stringify(bytes)
    },
  }
}
