import { createHash, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, describe, expect, test } from 'vitest'
import { FolderStore, blobKey, type BlobStore } from './blob-store'
import { S3Store } from './s3-store'

const BYTES = Buffer.from('0123456789')
const SHA = createHash('sha256').update(BYTES).digest('hex')
const folder = mkdtempSync(join(tmpdir(), 'pmm-blobs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// A bucket kept in memory that asks what a real one asks: path, size, and the hash the key names.
const objects = new Map<string, Buffer>()
const bucket = createServer((request, response) => {
  void buffer(request).then(
    (body) => {
      const path = request.url!
      const said = request.headers['x-amz-content-sha256']
      const isSigned = /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/eu-west-1\/s3\/aws4_request/.test(request.headers.authorization ?? '') // prettier-ignore
      if (!isSigned || said !== createHash('sha256').update(body).digest('hex')) {
        return response.writeHead(403).end()
      }
      if (request.method === 'PUT') {
        objects.set(path, body)
        return response.writeHead(200).end()
      }
      const found = objects.get(path)
      if (!found) return response.writeHead(404).end()
      const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
      const part = first === undefined ? found : found.subarray(Number(first), Number(last) + 1)
      response.writeHead(first === undefined ? 200 : 206, { 'content-length': part.length })
      return response.end(request.method === 'HEAD' ? undefined : part)
    },
    () => response.destroy(),
  )
})
await new Promise<void>((resolve) => bucket.listen(0, '127.0.0.1', resolve))
const address = new URL(`http://127.0.0.1:${(bucket.address() as { port: number }).port}/evidence`)
afterAll(() => bucket.close())

const stores: readonly (readonly [name: string, store: BlobStore])[] = [
  ['a folder', new FolderStore(folder)],
  [
    'a bucket',
    new S3Store(address, { accessKey: 'key', secretKey: 'secret', region: 'eu-west-1' }),
  ],
]

describe.each(stores)('%s', (_name, store) => {
  const key = blobKey(randomUUID(), SHA)
  const read = async (wanted?: { first: number; last: number }) => {
    const found = await store.read(key, wanted)
    return found && (await buffer(found)).toString()
  }

  test('keeps bytes and hands them out, whole and in part', async () => {
    expect(await read()).toBeNull()
    await store.keep(key, () => Readable.from([BYTES]), BYTES.length)

    expect(await read()).toBe('0123456789')
    expect(await read({ first: 2, last: 4 })).toBe('234')
    expect(await read({ first: 9, last: 9 })).toBe('9')
  })

  test('keeps what is there when it comes again', async () => {
    await store.keep(key, () => Readable.from([BYTES]), BYTES.length)

    expect(await read()).toBe('0123456789')
  })

  test('keeps nothing of what breaks off', async () => {
    const other = blobKey(randomUUID(), SHA)
    const broken = () =>
      Readable.from(
        (async function* pieces() {
          yield BYTES.subarray(0, 5)
          throw new Error('cut')
        })(),
      )

    await expect(store.keep(other, broken, BYTES.length)).rejects.toThrow()
    expect(await store.read(other)).toBeNull()
  })
})

test('a folder holds whole files only, for its owner alone', () => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()) // prettier-ignore

  expect(files.map(({ name }) => name)).toEqual([SHA])
  expect(statSync(join(files[0]!.parentPath, SHA)).mode & 0o777).toBe(0o600)
})

test.each([
  ['../../etc', SHA],
  [randomUUID(), 'passwd'],
  [randomUUID(), `${SHA}/..`],
])('%s and %s make no key', (owner, sha256) => {
  expect(() => blobKey(owner, sha256)).toThrow()
})

test('a bucket that takes another login refuses, and nothing is kept', async () => {
  const stranger = new S3Store(address, { accessKey: 'x', secretKey: 'x', region: 'eu-west-1' })
  const key = blobKey(randomUUID(), SHA)

  await expect(stranger.keep(key, () => Readable.from([BYTES]), BYTES.length)).rejects.toThrow(
    '403',
  )
  await expect(stranger.read(key)).rejects.toThrow('403')
})

test('a bucket refuses other bytes than the key names', async () => {
  const store = new S3Store(address, { accessKey: 'key', secretKey: 's', region: 'eu-west-1' })
  const other = Buffer.from('9876543210')

  await expect(store.keep(blobKey(randomUUID(), SHA), () => Readable.from([other]), 10)).rejects.toThrow('403') // prettier-ignore
})
