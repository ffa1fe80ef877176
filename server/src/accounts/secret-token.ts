import { createHash, randomBytes } from 'node:crypto'

const BYTES = 32

/** A secret handed out once: 256 random bits as text, and the hash that is kept of it. */
export function newSecret(): { readonly token: string; readonly hash: Buffer } {
  const token = randomBytes(BYTES).toString('base64url')
  return { token, hash: hashOfSecret(token) }
}

/** What the database knows a secret by. */
export const hashOfSecret = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Whether a text can be such a secret at all; anything else is not worth a statement. */
export const isSecret = (text: string): boolean => /^[\w-]{43}$/.test(text)
