import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Keeps small secrets so that whoever reads the database alone cannot use them. */
export interface Sealing {
  /** Seals a text for one purpose and owner; it opens in that context alone. */
  seal(text: string, context: string): Buffer
  /** The text, or an error when the bytes or the context are not those it was sealed with. */
  open(sealed: Uint8Array, context: string): string
  /** A secret value that follows from the key and a name, so that it need not be stored. */
  derive(name: string): Buffer
  /** What the database may know of the key, to notice another one. */
  readonly proof: string
}

const VERSION = 1
const IV_BYTES = 12
const TAG_BYTES = 16

/** Sealing under a key derived from the secret of the installation: AES-256-GCM with a random nonce. */
export function createSealing(secret: string): Sealing {
  const keyFor = (use: string) => Buffer.from(hkdfSync('sha256', secret, 'pmm', use, 32))
  const sealingKey = keyFor('sealing')
  const derivingKey = keyFor('deriving')
  return {
    seal: (text, context) => {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', sealingKey, iv).setAAD(Buffer.from(context))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from([VERSION]), iv, cipher.getAuthTag(), body])
    },
    open: (sealed, context) => {
      const bytes = Buffer.from(sealed)
      if (bytes[0] !== VERSION) throw new Error('sealed in an unknown way')
      const tagAt = 1 + IV_BYTES
      const bodyAt = tagAt + TAG_BYTES
      const cipher = createDecipheriv('aes-256-gcm', sealingKey, bytes.subarray(1, tagAt))
        .setAAD(Buffer.from(context))
        .setAuthTag(bytes.subarray(tagAt, bodyAt))
      return Buffer.concat([cipher.update(bytes.subarray(bodyAt)), cipher.final()]).toString('utf8')
    },
    derive: (name) => createHmac('sha256', derivingKey).update(name).digest(),
    proof: keyFor('proof').toString('base64url'),
  }
}
