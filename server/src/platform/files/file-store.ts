import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs'
import { readFile, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isUuid } from '../ids'

const OWNER_ONLY = { folder: 0o700, file: 0o600 }
const HOUR = 60 * 60 * 1000

/** What is known of bytes that have arrived. */
export interface ReceivedFile {
  /** The name the store gave it; nothing a caller said is part of a path. */
  readonly file: string
  readonly size: number
  readonly sha256: string
}

/** More bytes came than were allowed. */
export class FileTooLarge extends Error {}

/** Files on their way through: each waits here until the command it was handed in for has read it. */
export class FileStore {
  constructor(readonly directory: string) {}

  /** Writes a stream down while counting and hashing it; what is too long or cut off leaves nothing. */
  async receive(source: Readable, limit: number): Promise<ReceivedFile> {
    mkdirSync(this.directory, { recursive: true, mode: OWNER_ONLY.folder })
    const file = randomUUID()
    const hash = createHash('sha256')
    let size = 0
    try {
      await pipeline(
        source,
        async function* counted(chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            size += chunk.length
            if (size > limit) throw new FileTooLarge()
            hash.update(chunk)
            yield chunk
          }
        },
        createWriteStream(this.#pathOf(file), { flags: 'wx', mode: OWNER_ONLY.file }),
      )
    } catch (error) {
      await this.remove(file)
      throw error
    }
    return { file, size, sha256: hash.digest('hex') }
  }

  /** The bytes of a file, or null when it is not there any more. */
  async read(file: string): Promise<Buffer | null> {
    return readFile(this.#pathOf(file)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    })
  }

  stream(file: string): Readable {
    return createReadStream(this.#pathOf(file))
  }

  async remove(file: string): Promise<void> {
    await rm(this.#pathOf(file), { force: true })
  }

  /** Removes what no ticket can lead to any more. */
  async sweep(now: Date): Promise<void> {
    for (const file of await readdir(this.directory).catch(() => [])) {
      if (!isUuid(file)) continue
      const known = await stat(this.#pathOf(file)).catch(() => null)
      if (known && known.mtimeMs < now.getTime() - HOUR) await this.remove(file)
    }
  }

  #pathOf(file: string): string {
    if (!isUuid(file)) throw new Error('A file of the store is named by a UUID.')
    return join(this.directory, file)
  }
}
