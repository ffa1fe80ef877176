import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import schema from '../../data/pmm-catalogue-1.schema.json'
import type { ReadRequest, ReadResult } from './reading/read-file.worker'

const LONGEST_MILLISECONDS = 20_000
const MOST_AT_ONCE = 2
const MEMORY = { maxOldGenerationSizeMb: 320, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 }

/** The format of catalogue files, as it is published. */
export const catalogueSchema: object = schema

let running = 0
const waiting: (() => void)[] = []

/**
 * Reads a file beside the event loop, within bounds of memory and time: what is too much for them is
 * refused like any other broken file.
 */
export async function readFile(
  bytes: Buffer,
  format: ReadRequest['format'],
  limits = { milliseconds: LONGEST_MILLISECONDS, memory: MEMORY },
): Promise<ReadResult> {
  while (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  try {
    return await inWorker({ bytes, format, schema }, limits)
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

function inWorker(
  request: ReadRequest,
  { milliseconds, memory }: { readonly milliseconds: number; readonly memory: typeof MEMORY },
): Promise<ReadResult> {
  const tooMuch: ReadResult = {
    kind: 'UNREADABLE', reason: 'TOO_LARGE', message: 'Reading the file takes more memory or time than a catalogue can need.', at: '',
  } // prettier-ignore
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry(), {
      workerData: request,
      resourceLimits: memory,
      execArgv: [],
    })
    const end = (result: ReadResult) => {
      clearTimeout(timer)
      resolve(result)
      void worker.terminate()
    }
    const timer = setTimeout(() => end(tooMuch), milliseconds)
    worker.once('message', (result: ReadResult) => end(result))
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error instanceof RangeError) end(tooMuch)
      else reject(error)
    })
  })
}

// Beside this file in the sources, which Node reads as they are; a bundle of its own in what is built.
function entry(): string {
  const names = ['./reading/read-file.worker.ts', './read-file-worker.js', '../read-file-worker.js']
  const found = names
    .map((name) => fileURLToPath(new URL(name, import.meta.url)))
    .find((path) => existsSync(path))
  if (!found) throw new Error('The reader of files is missing.')
  return found
}
