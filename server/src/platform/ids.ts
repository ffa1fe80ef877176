import { parse, stringify, v7, validate } from 'uuid'

/** Where new keys come from; injected, so that a seed is the same every time. */
export interface Ids {
  next(): string
}

export const timeOrderedIds: Ids = { next: () => v7() }

const TAG_LENGTH = 2

/**
 * Global id of an object: base64url of a two-letter type tag and the 16 bytes of its UUID. Clients
 * treat it as opaque.
 */
export function globalId(tag: string, uuid: string): string {
  return Buffer.concat([Buffer.from(tag, 'latin1'), parse(uuid)]).toString('base64url')
}

/** The UUID inside a global id, or null when the text is no id of this type: then nothing is there. */
export function uuidOf(tag: string, id: string): string | null {
  const decoded = decodeGlobalId(id)
  return decoded?.tag === tag ? decoded.uuid : null
}

/** Tag and UUID of any global id, or null when it is malformed. */
export function decodeGlobalId(id: string): { tag: string; uuid: string } | null {
  const bytes = Buffer.from(id, 'base64url')
  if (bytes.length !== TAG_LENGTH + 16 || bytes.toString('base64url') !== id) return null
  const uuid = stringifyOrNull(bytes.subarray(TAG_LENGTH))
  return uuid === null ? null : { tag: bytes.subarray(0, TAG_LENGTH).toString('latin1'), uuid }
}

export const isUuid = (text: string): boolean => validate(text)

function stringifyOrNull(bytes: Uint8Array): string | null {
  try {
    return stringify(bytes)
  } catch {
    return null
  }
}
