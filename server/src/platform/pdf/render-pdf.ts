import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { PdfRequest, PdfResult } from './pdf.worker'

export interface PdfLimits {
  readonly milliseconds: number
  /** Of the data, written as JSON. */
  readonly characters: number
  /** Of the document. */
  readonly bytes: number
}

const LIMITS: PdfLimits = { milliseconds: 20_000, characters: 8_000_000, bytes: 32_000_000 }
const MOST_AT_ONCE = 2
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 }

let running = 0
const waiting: (() => void)[] = []

/**
 * Draws a document as PDF/UA-1 beside the event loop. What is printed comes as data and is never read as
 * markup. Throws when time or size go beyond the bounds.
 */
export async function renderPdf(
  template: string,
  data: object,
  limits: Partial<PdfLimits> = {},
): Promise<Buffer> {
  const { milliseconds, characters, bytes } = { ...LIMITS, ...limits }
  if (JSON.stringify(data).length > characters) throw new Error('A document has too much text.')
  while (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  const request = { template, data, folder: join(tmpdir(), 'pmm-no-files') }
  const result = await inWorker(request, milliseconds, () => {
    running -= 1
    waiting.shift()?.()
  })
  if (result.kind === 'FAILED') throw new Error(`A document was not drawn: ${result.why}`)
  if (result.bytes.length > bytes) throw new Error('A document has too many bytes.')
  return Buffer.from(result.bytes)
}

// The place is free again when the thread has ended, not when nobody waits for it any more.
function inWorker(
  request: PdfRequest,
  milliseconds: number,
  onEnd: () => void,
): Promise<PdfResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry(), {
      workerData: request,
      resourceLimits: MEMORY,
      execArgv: [],
      env: {},
    })
    const end = (settle: () => void) => {
      clearTimeout(timer)
      settle()
      void worker.terminate()
    }
    const timer = setTimeout(
      () => end(() => reject(new Error('Drawing a document takes too long.'))),
      milliseconds,
    )
    worker.once('message', (result: PdfResult) => end(() => resolve(result)))
    worker.once('error', (error) => end(() => reject(error)))
    worker.once('exit', () => {
      onEnd()
      end(() => reject(new Error('The thread that draws documents ended early.')))
    })
  })
}

// Beside this file in the sources, which Node reads as they are; a bundle of its own in what is built.
function entry(): string {
  const names = ['./pdf.worker.ts', './pdf-worker.js', '../pdf-worker.js']
  const found = names
    .map((name) => fileURLToPath(new URL(name, import.meta.url)))
    .find((path) => existsSync(path))
  if (!found) throw new Error('The program that draws documents is missing.')
  return found
}
