import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import schema from '../../data/pmm-catalogue-1.schema.json'
import type { FiguresRequest, FiguresResult } from './figures/reading/read-figures.worker'
import type { ReadRequest, ReadResult } from './reading/read-file.worker'

const LONGEST_MILLISECONDS = 20_000
const MOST_AT_ONCE = 2
const MEMORY = { maxOldGenerationSizeMb: 320, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 }

/** The format of catalogue files, as it is published. */
export const catalogueSchema: object = schema

let running = 0
const waiting: (() => void)[] = []

const TOO_MUCH = {
  kind: 'UNREADABLE', reason: 'TOO_LARGE', message: 'Reading the file takes more memory or time than such a file can need.', at: '',
} as const // prettier-ignore

// Beside this file in the sources, which Node reads as they are; bundles of their own in what is built.
const READERS = {
  catalogue: ['./reading/read-file.worker.ts', './read-file-worker.js', '../read-file-worker.js'],
  figures: [
    './figures/reading/read-figures.worker.ts',
    './read-figures-worker.js',
    '../read-figures-worker.js',
  ],
} as const

/** Reads a catalogue beside the event loop, within bounds of memory and time. */
export const readFile = (
  bytes: Buffer,
  format: ReadRequest['format'],
  limits?: Limits,
): Promise<ReadResult> =>
  readBeside<ReadRequest, ReadResult>('catalogue', { bytes, format, schema }, limits)

/** The same for a workbook of figures. */
export const readFigureFile = (bytes: Buffer, limits?: Limits): Promise<FiguresResult> =>
  readBeside<FiguresRequest, FiguresResult>('figures', { bytes }, limits)

interface Limits {
  readonly milliseconds: number
  readonly memory: typeof MEMORY
}

/** What is too much for the bounds is refused like any other broken file. */
async function readBeside<Request, Result>(
  reader: keyof typeof READERS,
  request: Request,
  limits: Limits = { milliseconds: LONGEST_MILLISECONDS, memory: MEMORY },
): Promise<Result | typeof TOO_MUCH> {
  while (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  try {
    return await inWorker<Request, Result>(entryOf(reader), request, limits)
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

function inWorker<Request, Result>(
  entry: string,
  request: Request,
  { milliseconds, memory }: Limits,
): Promise<Result | typeof TOO_MUCH> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, {
      workerData: request,
      resourceLimits: memory,
      execArgv: [],
    })
    const end = (result: Result | typeof TOO_MUCH) => {
      clearTimeout(timer)
      resolve(result)
      void worker.terminate()
    }
    const timer = setTimeout(() => end(TOO_MUCH), milliseconds)
    worker.once('message', (result: Result) => end(result))
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error instanceof RangeError) end(TOO_MUCH)
      else reject(error)
    })
  })
}

function entryOf(reader: keyof typeof READERS): string {
  const found = READERS[reader]
    .map((name) => fileURLToPath(new URL(name, import.meta.url)))
    .find((path) => existsSync(path))
  if (!found) throw new Error('The reader of files is missing.')
  return found
}
