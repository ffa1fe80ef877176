import { createHash } from 'node:crypto'
import { pino } from 'pino'
import type { Line } from '../../server/src/accounts/device.fixture'
import { RegisteredDocuments } from '../../server/src/platform'
import { createSchema } from '../../server/src/schema'
import { createServer, type RunningServer } from '../../server/src/server'
import { shortenLists } from './short-lists.ts'
import type { World } from '../setup/world.ts'
import { ask, type Asked } from './ask.ts'
import type { Actor, Letter } from './cast.ts'
import { expectations, words } from './expectations.ts'

/** How a document travels: a text by POST, a text by GET, or the hash of a document the portals were built with. */
export const TRANSPORTS = ['POST', 'GET', 'hash'] as const
export type Transport = (typeof TRANSPORTS)[number]

export interface Transports {
  /** One request over HTTP as this actor, by this way. */
  ask(
    actor: Pick<Actor, 'headers'>,
    transport: Transport,
    query: string,
    variables?: Record<string, unknown>,
    server?: RunningServer,
  ): Promise<Asked>
  /** How a device sends the hash of a document of the portals, for what hangs on its address and its cookie. */
  readonly hashes: Line
  /** The server that keeps sessions to registered documents, as it stands in production. */
  readonly confined: RunningServer
  stop(): Promise<void>
}

// Any document may be one of the portals': it is registered when it is first asked for.
class Registry extends RegisteredDocuments {
  readonly #asked = new Map<string, string>()

  constructor() {
    super([])
  }

  add(text: string): string {
    const id = `sha256:${createHash('sha256').update(text).digest('hex')}`
    this.#asked.set(id, text)
    return id
  }

  override textOf(id: string): string | undefined {
    return this.#asked.get(id)
  }
}

const PLENTY = 1_000_000_000

/**
 * Every way to the endpoint. Sessions ask free texts of a server that lets them, and hashes of one that does not.
 * With so many rows of each closed list, or with all; with a log, or none.
 */
export async function openTransports(
  world: World,
  {
    rows,
    log,
  }: {
    readonly rows?: number
    readonly log?: Record<'info' | 'warn' | 'error', (line: unknown) => void>
  } = {},
): Promise<Transports> {
  const registry = new Registry()
  const serve = async (freeDocuments: boolean) =>
    createServer({
      schema: rows ? shortenLists(await createSchema(), rows) : await createSchema(),
      services: world.services,
      log: (log as never) ?? pino({ level: 'silent' }),
      documents: registry,
      freeDocuments,
      budgets: { client: PLENTY, network: PLENTY, pages: PLENTY, person: PLENTY },
      publicOrigin: undefined,
      files: null,
      isReady: async () => true,
    })
  const confined = await serve(false)
  const open = await serve(true)
  return {
    confined,
    hashes: {
      server: confined,
      bodyOf: (query, variables) => ({ documentId: registry.add(query), variables }),
    },
    stop: async () => {
      await confined.stop()
      await open.stop()
    },
    ask: async (actor, transport, query, variables = {}, free = open) => {
      if (transport === 'POST') return ask(free, actor, query, variables)
      const response =
        transport === 'GET'
          ? await free.http.inject({
              method: 'GET',
              url: '/graphql',
              query: { query, variables: JSON.stringify(variables) },
              headers: { 'apollo-require-preflight': '1', ...actor.headers },
            })
          : await confined.http.inject({
              method: 'POST',
              url: '/graphql',
              headers: { 'content-type': 'application/json', ...actor.headers },
              payload: { documentId: registry.add(query), variables },
            })
      const { data, errors, extensions } = response.json() as Partial<Asked>
      return {
        status: response.statusCode,
        data: data ?? null,
        errors: errors ?? [],
        extensions: extensions ?? {},
        text: response.body,
      }
    },
  }
}

/** What an answer says, without the id of its request and what it cost. */
export const saidBy = ({ status, data, errors, extensions }: Asked): string =>
  JSON.stringify({
    status,
    data,
    errors: errors.map(({ message, path, extensions: { requestId: _, ...told } }) => ({ message, path, ...told })),
    withheld: extensions['withheld'],
  }) // prettier-ignore

/** Who tries a class of attack and how, as `attacks.csv` says. */
export function variantsOf(number: string): {
  readonly transports: readonly Transport[]
  admits(actor: Actor): boolean
} {
  const line = expectations('attacks.csv', ['number', 'actors', 'transports']).find((each) => each.number === number)!
  const hats = words(line.actors)
  return {
    transports: TRANSPORTS.filter((each) => words(line.transports).includes(each)),
    admits: ({ hat }) => hats.includes('everybody') || hats.includes(hat satisfies Letter),
  }
} // prettier-ignore
