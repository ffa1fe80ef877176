import {
  buildClientSchema,
  getIntrospectionQuery,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql'
import type { RunningServer } from '../../server/src/server'
import type { Actor } from './cast.ts'

export interface Asked {
  readonly status: number
  readonly data: Record<string, unknown> | null
  readonly errors: readonly {
    readonly message: string
    readonly path?: readonly (string | number)[]
    readonly extensions: Record<string, unknown>
  }[]
  readonly extensions: Record<string, unknown>
  readonly text: string
}

/** One request over HTTP as this actor. */
export async function ask(
  server: RunningServer,
  actor: Pick<Actor, 'headers'>,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Asked> {
  const response = await server.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', ...actor.headers },
    payload: { query, variables },
  })
  const { data, errors, extensions } = response.json() as Partial<Asked>
  return {
    status: response.statusCode,
    data: data ?? null,
    errors: errors ?? [],
    extensions: extensions ?? {},
    text: response.body,
  }
}

/** The schema as anybody may read it. */
export async function schemaOf(server: RunningServer): Promise<GraphQLSchema> {
  const { data } = await ask(server, { headers: {} }, getIntrospectionQuery())
  return buildClientSchema(data as unknown as IntrospectionQuery)
}
