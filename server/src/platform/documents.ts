import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The documents the portals were built with, by id: the only ones a session may run. */
export class RegisteredDocuments {
  readonly #texts = new Map<string, string>()

  constructor(documents: Iterable<readonly [id: string, text: string]>) {
    for (const [id, text] of documents) this.#texts.set(id, text)
  }

  textOf(id: string): string | undefined {
    return this.#texts.get(id)
  }

  get size(): number {
    return this.#texts.size
  }

  texts(): Iterable<string> {
    return this.#texts.values()
  }
}

/** Reads the manifests of all portals; each entry is checked against its own hash. */
export function readDocuments(folder: string): RegisteredDocuments {
  if (!existsSync(folder)) return new RegisteredDocuments([])
  const entries = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) =>
      Object.entries(
        JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>,
      ),
    )
  return new RegisteredDocuments(
    entries.map(([hash, text]) => {
      const bare = hash.replace(/^sha256:/, '')
      if (createHash('sha256').update(text).digest('hex') !== bare) {
        throw new Error(`Registered document ${hash} does not match its hash.`)
      }
      return [`sha256:${bare}`, text] as const
    }),
  )
}
