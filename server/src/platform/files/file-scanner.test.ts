import { createServer, type Server } from 'node:net'
import { Readable } from 'node:stream'
import { afterEach, expect, test } from 'vitest'
import { ScannerUnavailable, clamdScanner, noScanner } from './file-scanner'

const TRIAL = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')
let server: Server | undefined
afterEach(() => server?.close())

/** Speaks the protocol of clamd as its manual has it: a command, pieces behind their lengths, a nought, an answer. */
function clamd(answerTo: (body: Buffer) => string | null): Promise<number> {
  server = createServer((socket) => {
    let got = Buffer.alloc(0)
    socket.on('error', () => {})
    socket.on('data', (chunk: Buffer) => {
      got = Buffer.concat([got, chunk])
      const command = got.indexOf(0)
      if (command < 0) return
      expect(got.toString('latin1', 0, command)).toBe('zINSTREAM')
      const pieces: Buffer[] = []
      for (let at = command + 1; at + 4 <= got.length;) {
        const length = got.readUInt32BE(at)
        if (length === 0) {
          const answer = answerTo(Buffer.concat(pieces))
          if (answer === null) socket.destroy()
          else socket.end(`${answer}\0`)
          return
        }
        pieces.push(got.subarray(at + 4, at + 4 + length))
        at += 4 + length
      }
    })
  })
  return new Promise((resolve) =>
    server!.listen(0, '127.0.0.1', () => resolve((server!.address() as { port: number }).port)),
  )
}

const of = (...pieces: readonly string[]) => Readable.from(pieces.map((each) => Buffer.from(each)))

test('without a scanner files are not looked at, but for the file every scanner is tried with', async () => {
  expect(await noScanner.scan(of('a text', ' of people'))).toBe('NOT_SCANNED')
  expect(await noScanner.scan(of('before', TRIAL.slice(0, 30), TRIAL.slice(30)))).toBe('INFECTED')
})

test('clamd gets every byte in order and says what they are', async () => {
  let seen = ''
  const port = await clamd((body) => {
    seen = body.toString()
    return seen.includes('bad') ? 'stream: Win.Test.EICAR_HDB-1 FOUND' : 'stream: OK'
  })
  const scanner = clamdScanner('127.0.0.1', port)

  expect(await scanner.scan(of('first ', 'second'))).toBe('CLEAN')
  expect(seen).toBe('first second')
  expect(await scanner.scan(of('bad'))).toBe('INFECTED')
})

test.each([
  ['an error', 'INSTREAM size limit exceeded. ERROR'],
  ['something else', 'hello'],
  ['nothing', null],
])('%s is no verdict', async (_what, answer) => {
  const scanner = clamdScanner('127.0.0.1', await clamd(() => answer))

  await expect(scanner.scan(of('a'))).rejects.toThrow(ScannerUnavailable)
})

test('where nobody listens there is no verdict', async () => {
  const port = await clamd(() => 'stream: OK')
  await new Promise((resolve) => server!.close(resolve))

  await expect(clamdScanner('127.0.0.1', port).scan(of('a'))).rejects.toThrow(ScannerUnavailable)
})
