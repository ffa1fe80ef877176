import { once } from 'node:events'
import { request as plainRequest, type IncomingMessage } from 'node:http'
import { request as secureRequest } from 'node:https'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { assertKey, type BlobStore, type BytesWanted } from './blob-store'
import { s3Authorization, type S3Login } from './s3-signature'

const NO_BODY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const PATIENCE_MILLISECONDS = 60_000

interface Sent {
  readonly method: 'GET' | 'HEAD' | 'PUT'
  readonly headers?: Readonly<Record<string, string>>
  readonly bodyHash?: string
  readonly body?: () => Readable
}

/**
 * Bytes in a bucket of an S3-compatible store, addressed by path. The key names the hash of the bytes and the
 * signature covers it, so the store itself refuses other ones; what breaks off is never there.
 */
export class S3Store implements BlobStore {
  constructor(
    /** Address of the bucket. */
    readonly bucket: URL,
    readonly login: S3Login,
  ) {}

  async keep(key: string, source: () => Readable, size: number): Promise<void> {
    const known = await this.#send(key, { method: 'HEAD' })
    known.resume()
    if (known.statusCode === 200 && Number(known.headers['content-length']) === size) return
    const answer = await this.#send(key, {
      method: 'PUT',
      headers: { 'content-length': String(size), 'content-type': 'application/octet-stream' },
      bodyHash: key.slice(key.indexOf('/') + 1),
      body: source,
    })
    answer.resume()
    if (answer.statusCode !== 200) throw refused(answer)
  }

  async read(key: string, wanted?: BytesWanted): Promise<Readable | null> {
    const answer = await this.#send(key, {
      method: 'GET',
      headers: wanted ? { range: `bytes=${wanted.first}-${wanted.last}` } : {},
    })
    if (answer.statusCode === (wanted ? 206 : 200)) return answer
    answer.resume()
    if (answer.statusCode === 404) return null
    throw refused(answer)
  }

  async #send(
    key: string,
    { method, headers = {}, bodyHash = NO_BODY, body }: Sent,
  ): Promise<IncomingMessage> {
    assertKey(key)
    const url = new URL(`${this.bucket.pathname.replace(/\/$/, '')}/${key}`, this.bucket)
    const signed = {
      ...headers,
      host: url.host,
      'x-amz-content-sha256': bodyHash,
      'x-amz-date': new Date().toISOString().replaceAll(/[-:]|\.\d+/g, ''),
    }
    const authorization = s3Authorization(this.login, { method, url, headers: signed, bodyHash })
    const send = url.protocol === 'https:' ? secureRequest : plainRequest
    const outgoing = send(url, { method, headers: { ...signed, authorization } })
    outgoing.setTimeout(PATIENCE_MILLISECONDS, () => outgoing.destroy(new Error('timeout')))
    const answered = once(outgoing, 'response') as Promise<[IncomingMessage]>
    if (body) {
      // A store may refuse before everything was sent; its answer is what counts.
      const sending = pipeline(body(), outgoing)
      await Promise.race([answered, sending])
    } else {
      outgoing.end()
    }
    const [answer] = await answered
    return answer
  }
}

// The answer of a store may repeat keys and addresses: its number is enough.
const refused = ({ statusCode }: IncomingMessage): Error =>
  new Error(`The store of files answered ${statusCode}.`)
