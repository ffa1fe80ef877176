import { randomBytes } from 'node:crypto'
import { parse, stringify } from 'uuid'
import { crc32 } from 'node:zlib'

/*
 * pmm_<client>_<secret>_<checksum>: the checksum lets scanners tell a leaked token from random text, and
 * lets the server refuse a mistyped one without asking the database. Both halves are hexadecimal or
 * base64url, so an underscore inside the secret does not disturb: its length is fixed.
 */
const SHAPE = /^pmm_([0-9a-f]{32})_([\w-]{43})_([0-9a-f]{8})$/
const SECRET_BYTES = 32

/** Token of a partner's program, shown once. */
export function tokenOfClient(
  clientId: string,
  secret: Uint8Array = randomBytes(SECRET_BYTES),
): string {
  const body = `pmm_${Buffer.from(parse(clientId)).toString('hex')}_${Buffer.from(secret).toString('base64url')}`
  return `${body}_${checksumOf(body)}`
}

/** The client a token names, or null when the text is no token: mistyped, cut off or made up. */
export function clientOfToken(token: string): string | null {
  const [, client, , checksum] = SHAPE.exec(token) ?? []
  if (!client || checksum !== checksumOf(token.slice(0, -9))) return null
  return stringify(Buffer.from(client, 'hex'))
}

/** The token of an `Authorization` header, or null when it holds none of ours. */
export function bearerToken(authorization: string): string | null {
  const [, token] = /^Bearer (\S+)$/i.exec(authorization.trim()) ?? []
  return token && clientOfToken(token) ? token : null
}

const checksumOf = (body: string) => crc32(body).toString(16).padStart(8, '0')
