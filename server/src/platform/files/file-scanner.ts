import { connect } from 'node:net'
import { once } from 'node:events'
import type { Readable } from 'node:stream'

/** What is known of a file once it was looked at. */
export type ScanVerdict = 'NOT_SCANNED' | 'CLEAN' | 'INFECTED'

/** Looks for harmful programs in bytes. */
export interface FileScanner {
  scan(source: Readable): Promise<ScanVerdict>
}

/** Nobody who looks could be reached, or gave an answer that makes sense. */
export class ScannerUnavailable extends Error {}

// The file every scanner is tried with; written in two parts, so that no scanner takes this program for it.
const TRIAL = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
)

/** Where no scanner is set: files stay marked as not looked at, and only the trial file is known. */
export const noScanner: FileScanner = {
  scan: async (source) => {
    let tail = Buffer.alloc(0)
    for await (const chunk of source as AsyncIterable<Buffer>) {
      const seen = Buffer.concat([tail, chunk])
      if (seen.includes(TRIAL)) return 'INFECTED'
      tail = seen.subarray(-TRIAL.length)
    }
    return 'NOT_SCANNED'
  },
}

const PATIENCE_MILLISECONDS = 30_000
const LONGEST_ANSWER = 4096

/** Sends bytes to a clamd: `zINSTREAM`, each piece behind its length, and a length of nought at the end. */
export const clamdScanner = (host: string, port: number): FileScanner => ({
  scan: async (source) => {
    const socket = connect({ host, port })
    socket.setTimeout(PATIENCE_MILLISECONDS, () => socket.destroy(new Error('timeout')))
    try {
      await once(socket, 'connect')
      const answer = answerOf(socket)
      // An answer may come, and the connection end, before everything was sent: the answer is what counts.
      await sending(socket, source).catch(() => {})
      return verdictOf(await answer)
    } catch {
      throw new ScannerUnavailable('The file scanner gave no verdict.')
    } finally {
      source.destroy()
      socket.destroy()
    }
  },
})

async function sending(socket: ReturnType<typeof connect>, source: Readable): Promise<void> {
  const write = async (bytes: Buffer) => {
    if (!socket.write(bytes)) await once(socket, 'drain')
  }
  await write(Buffer.from('zINSTREAM\0'))
  for await (const chunk of source as AsyncIterable<Buffer>) {
    await write(lengthOf(chunk.length))
    await write(chunk)
  }
  await write(lengthOf(0))
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

const answerOf = (socket: ReturnType<typeof connect>): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = ''
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1')
      if (text.includes('\0') || text.length > LONGEST_ANSWER) resolve(text)
    })
    socket.on('end', () => resolve(text))
    socket.on('error', reject)
    socket.on('close', () => resolve(text))
  })

function verdictOf(answer: string): ScanVerdict {
  const text = answer.split('\0')[0] ?? ''
  if (text === 'stream: OK') return 'CLEAN'
  if (/^stream: .+ FOUND$/.test(text)) return 'INFECTED'
  throw new ScannerUnavailable('The file scanner answered something else.')
}
