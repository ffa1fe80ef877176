import { parentPort, workerData } from 'node:worker_threads'
import { Unreadable } from '../../reading/parse-json.ts'
import type { ReadFigures } from '../figure-file.ts'
import { readFigures } from './read-figures.ts'

export interface FiguresRequest {
  readonly bytes: Uint8Array
}

export type FiguresResult =
  | {
      readonly kind: 'UNREADABLE'
      readonly reason: string
      readonly message: string
      readonly at: string
    }
  | { readonly kind: 'READ'; readonly read: ReadFigures }

async function read({ bytes }: FiguresRequest): Promise<FiguresResult> {
  try {
    return { kind: 'READ', read: await readFigures(Buffer.from(bytes)) }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { kind: 'UNREADABLE', reason: error.reason, message: error.message, at: error.at }
  }
}

parentPort?.postMessage(await read(workerData as FiguresRequest))
