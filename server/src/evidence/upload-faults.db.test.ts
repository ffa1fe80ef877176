import { readdirSync } from 'node:fs'
import { request, type ClientRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { useWorld, type Caller } from '../../../tests/setup/world.ts'
import {
  details,
  evidenceOf,
  handingIn,
  hashOf,
  reasonsOf,
  sendEvidence,
} from './handing-in.testing'

const world = useWorld()
const { announce } = handingIn(world)
const MEGABYTE = 1024 * 1024
const PIECE = Buffer.alloc(MEGABYTE, 'x')

let origin: string
let coordinator: Caller
let assessmentId: string

beforeAll(async () => {
  origin = await world().server.http.listen({ port: 0, host: '127.0.0.1' })
  coordinator = await world().as('COORDINATOR', 'XAL')
  assessmentId = (await evidenceOf(coordinator)).id
})
afterAll(() => world().server.http.server.closeAllConnections())

const inStore = (directory: string) => {
  try {
    return readdirSync(directory)
  } catch {
    return []
  }
}
const nothingLies = () => {
  expect(inStore(world().services.files.directory)).toEqual([])
}

const opened = (uploadPath: string, headers: Record<string, string | number>): ClientRequest =>
  request(`${origin}${uploadPath}`, {
    method: 'PUT',
    headers: { ...coordinator.headers, 'content-type': 'application/octet-stream', ...headers },
  })

/** Sends pieces until the server answers or hangs up; tells what it said and how much had left by then. */
async function pouring(upload: ClientRequest, most: number) {
  let sent = 0
  let status: number | null = null
  const isOver = new Promise<void>((resolve) => {
    upload.on('response', (response) => {
      status = response.statusCode ?? null
      response.resume().on('close', resolve)
    })
    upload.on('error', () => resolve())
    upload.on('close', () => resolve())
  })
  let hasEnded = false
  void isOver.then(() => (hasEnded = true))
  while (!hasEnded && sent < most) {
    const isTaken = upload.write(PIECE)
    sent += PIECE.length
    if (!isTaken) await Promise.race([new Promise((resolve) => upload.once('drain', resolve)), isOver]) // prettier-ignore
  }
  if (!hasEnded) upload.end()
  await isOver
  upload.destroy()
  return { sent, status }
}

const ticketFor = async (bytes: Buffer<ArrayBuffer>) => {
  const started = await announce(coordinator, assessmentId, { kpiCodes: ['TF-01-1'], fileName: 'a.txt', mediaType: 'text/plain' }, bytes) // prettier-ignore
  if (started.problems.length > 0) throw new Error(JSON.stringify(started.problems))
  return started as { ticket: string; uploadPath: string }
}

describe('an upload of 1 GB', () => {
  test('that says so is refused before it has come, and leaves nothing', async () => {
    const { uploadPath } = await ticketFor(PIECE)
    const upload = opened(uploadPath, { 'content-length': 1024 * MEGABYTE })
    const { sent, status } = await pouring(upload, 1024 * MEGABYTE)

    expect(status).toBe(413)
    // What had left by then lay in the buffers of both ends.
    expect(sent).toBeLessThan(64 * MEGABYTE)
    nothingLies()
  })

  test('that hides its length is cut off at the announced one, without filling the memory', async () => {
    const { uploadPath, ticket } = await ticketFor(Buffer.alloc(20 * MEGABYTE, 'y'))
    const before = process.memoryUsage().rss
    let highest = before
    const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage().rss)), 20)
    const { sent } = await pouring(opened(uploadPath, {}), 1024 * MEGABYTE)
    clearInterval(watch)
    const refused = await sendEvidence(coordinator, 'evidenceUploadFinish', { ticket, details: details(['TF-01-1']) }) // prettier-ignore

    expect(sent).toBeLessThan(128 * MEGABYTE)
    expect(highest - before).toBeLessThan(256 * MEGABYTE)
    expect(reasonsOf(refused)).toEqual(['NOT_FOUND'])
    await vi.waitFor(nothingLies, 20_000)
  }, 60_000)
})

test('a connection cut in the middle leaves nothing half written, and the next try succeeds', async () => {
  const bytes = Buffer.alloc(4 * MEGABYTE, 'z')
  const { uploadPath, ticket } = await ticketFor(bytes)
  const upload = opened(uploadPath, { 'content-length': bytes.length })
  upload.on('error', () => {})
  upload.write(bytes.subarray(0, 2 * MEGABYTE))
  await vi.waitFor(() => expect(inStore(world().services.files.directory)).toHaveLength(1), 20_000)
  upload.destroy()
  await vi.waitFor(nothingLies, 20_000)
  const refused = await sendEvidence(coordinator, 'evidenceUploadFinish', { ticket, details: details(['TF-01-1']) }) // prettier-ignore
  const again = await ticketFor(bytes)
  const answer = await fetch(`${origin}${again.uploadPath}`, {
    method: 'PUT', body: bytes, headers: { ...coordinator.headers, 'content-type': 'application/octet-stream' },
  }) // prettier-ignore
  const done = await sendEvidence(coordinator, 'evidenceUploadFinish', { ticket: again.ticket, details: details(['TF-01-1'], 'Second try') }) // prettier-ignore

  expect(reasonsOf(refused)).toEqual(['NOT_FOUND'])
  expect([answer.status, done.problems]).toEqual([200, []])
  expect(done.evidence.sha256).toBe(hashOf(bytes))
  nothingLies()
})
