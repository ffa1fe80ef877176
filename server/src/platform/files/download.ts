import type { Readable } from 'node:stream'
import type { BytesWanted } from './blob-store'

/** Bytes that are fetched only once it is known which of them are wanted. */
export interface StoredBody {
  readonly length: number
  stream(wanted: BytesWanted): Promise<Readable>
}

/** A file as it is handed out. */
export interface Download {
  readonly name: string
  /** A fixed type; what the content says of itself is not asked. */
  readonly type: string
  readonly body: Buffer | StoredBody
}

/** What is said of a file behind the question mark, unchecked. */
export interface FileWishes {
  readonly locale?: unknown
}

/** Where files come from: an address below `/files/`, and what is there for whoever asks. */
export interface FileSource<C> {
  /** The first part of the address. */
  readonly folder: string
  /** The file with this name under the rights of the context, or null: hidden and absent are alike. */
  open(context: C, name: string, wishes: FileWishes): Promise<Download | null>
}
