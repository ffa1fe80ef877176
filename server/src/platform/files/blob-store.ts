import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const OWNER_ONLY = { folder: 0o700, file: 0o600 }
const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/[0-9a-f]{64}$/

/** A piece of the bytes, both ends included. */
export interface BytesWanted {
  readonly first: number
  readonly last: number
}

/**
 * Where bytes stay that were handed in for good. Keys are made of an owner and the hash of the bytes, so that the same
 * bytes are kept once and no key is ever given other ones. Nothing is removed here.
 */
export interface BlobStore {
  /** Keeps the bytes whole or not at all; what is there already stays. */
  keep(key: string, source: () => Readable, size: number): Promise<void>
  /** The bytes wanted, or null when nothing lies under the key. */
  read(key: string, wanted?: BytesWanted): Promise<Readable | null>
}

/** The key of an owner's bytes; nothing a person typed is part of it. */
export function blobKey(ownerId: string, sha256: string): string {
  const key = `${ownerId}/${sha256}`
  assertKey(key)
  return key
}

export function assertKey(key: string): void {
  if (!KEY.test(key)) throw new Error('A key is made of a UUID and a SHA-256.')
}

/** Bytes in a folder of this machine, or of one that several processes share. */
export class FolderStore implements BlobStore {
  constructor(readonly directory: string) {}

  async keep(key: string, source: () => Readable, size: number): Promise<void> {
    const path = this.#pathOf(key)
    const there = await stat(path).catch(() => null)
    if (there?.size === size) return
    await mkdir(dirname(path), { recursive: true, mode: OWNER_ONLY.folder })
    const partial = `${path}.${randomUUID()}.part`
    try {
      const file = await open(partial, 'wx', OWNER_ONLY.file)
      await pipeline(source(), file.createWriteStream({ flush: true }))
      await rename(partial, path)
    } catch (error) {
      await rm(partial, { force: true })
      throw error
    }
  }

  async read(key: string, wanted?: BytesWanted): Promise<Readable | null> {
    const file = await open(this.#pathOf(key)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    })
    return file && file.createReadStream(wanted ? { start: wanted.first, end: wanted.last } : {})
  }

  #pathOf(key: string): string {
    assertKey(key)
    return join(this.directory, key)
  }
}
