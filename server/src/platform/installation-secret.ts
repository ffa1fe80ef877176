import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const SHORTEST_SECRET = 32
const FILE = 'secret'

/** The secret kept in the data directory; made at the first start, readable by its user alone. */
export function installationSecret(dataDir: string): string {
  const file = join(dataDir, FILE)
  mkdirSync(dataDir, { recursive: true })
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length < SHORTEST_SECRET) throw new Error(`${file} holds no secret of this platform.`)
  return secret
}
