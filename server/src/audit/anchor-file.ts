import { createReadStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { canonicalJson } from '#platform'

/** The head of one chain at one time, as it was copied out of the database. */
export interface Anchor {
  readonly at: string
  readonly chain: string
  readonly seq: number
  readonly hash: string
}

/** An append-only file of JSON Lines beside the database, where whoever owns the database need not reach. */
export class AnchorFile {
  constructor(readonly path: string) {}

  /** Adds lines and returns once they are on the disk. */
  async append(anchors: readonly Anchor[]): Promise<void> {
    if (anchors.length === 0) return
    await mkdir(dirname(this.path), { recursive: true, mode: 0o700 })
    const file = await open(this.path, 'a', 0o600)
    try {
      await file.appendFile(anchors.map((anchor) => `${canonicalJson(anchor)}\n`).join(''))
      await file.sync()
    } finally {
      await file.close()
    }
  }

  /** The highest anchor of each chain; none where there is no file yet. */
  async latest(): Promise<ReadonlyMap<string, Anchor>> {
    const latest = new Map<string, Anchor>()
    try {
      for await (const line of createInterface({ input: createReadStream(this.path) })) {
        const anchor = anchorOf(line)
        if (anchor && anchor.seq >= (latest.get(anchor.chain)?.seq ?? 0)) {
          latest.set(anchor.chain, anchor)
        }
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
    return latest
  }
}

// A line that a crash left half-way was never acknowledged and anchors nothing.
function anchorOf(line: string): Anchor | null {
  try {
    const { at, chain, seq, hash } = JSON.parse(line) as Anchor
    return typeof chain === 'string' && Number.isInteger(seq) && typeof hash === 'string'
      ? { at, chain, seq, hash }
      : null
  } catch {
    return null
  }
}
