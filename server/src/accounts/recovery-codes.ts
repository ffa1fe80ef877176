import { createHash, randomBytes } from 'node:crypto'

const COUNT = 10
// Without the letters that look like digits, and without U, as in Crockford's Base32.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 16

/** Codes that each replace the authenticator app once, as `XXXX-XXXX-XXXX-XXXX`: 80 random bits. */
export const newRecoveryCodes = (): readonly string[] => Array.from({ length: COUNT }, newCode)

function newCode(): string {
  const letters = [...randomBytes(LENGTH)].map((byte) => LETTERS[byte & 31]).join('')
  return letters.replace(/.{4}(?=.)/g, '$&-')
}

/** What is kept of a code; null when the text, however spaced, can be none. */
export function hashOfRecoveryCode(typed: string): Buffer | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  if (code.length !== LENGTH || ![...code].every((letter) => LETTERS.includes(letter))) return null
  return createHash('sha256').update(`recovery:${code}`).digest()
}
