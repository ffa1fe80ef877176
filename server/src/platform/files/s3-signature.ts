import { createHash, createHmac } from 'node:crypto'

/** Who asks an S3-compatible store. */
export interface S3Login {
  readonly accessKey: string
  readonly secretKey: string
  readonly region: string
}

/** A request as it is about to be sent: all its headers but the one that is made here. */
export interface UnsignedRequest {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  /** SHA-256 of the body, in hexadecimal. */
  readonly bodyHash: string
}

const ALGORITHM = 'AWS4-HMAC-SHA256'
const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const sign = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** The header `authorization` by the fourth version of the signature (AWS Signature Version 4). */
export function s3Authorization(
  { accessKey, secretKey, region }: S3Login,
  { method, url, headers, bodyHash }: UnsignedRequest,
): string {
  const moment = headers['x-amz-date']!
  const scope = `${moment.slice(0, 8)}/${region}/s3/aws4_request`
  const names = Object.keys(headers).toSorted()
  const canonical = [
    method,
    pathOf(url),
    '',
    ...names.map((name) => `${name}:${headers[name]!.trim()}`),
    '',
    names.join(';'),
    bodyHash,
  ].join('\n')
  const steps = [moment.slice(0, 8), region, 's3', 'aws4_request']
  const key = steps.reduce<string | Buffer>(
    (before, step) => sign(before, step),
    `AWS4${secretKey}`,
  )
  const signature = sign(key, [ALGORITHM, moment, scope, hash(canonical)].join('\n')).toString(
    'hex',
  )
  return `${ALGORITHM} Credential=${accessKey}/${scope},SignedHeaders=${names.join(';')},Signature=${signature}`
}

// Everything but these characters is written by its number; a URL leaves more as it is.
const pathOf = ({ pathname }: URL): string =>
  pathname
    .split('/')
    .map((part) =>
      encodeURIComponent(decodeURIComponent(part)).replace(
        /[!'()*]/g,
        (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    )
    .join('/')
