import { ApolloLink, Observable } from '@apollo/client'
import { parseAndCheckHttpResponse } from '@apollo/client/link/http'
import { print, type DocumentNode } from 'graphql'
import { noteServerTime } from '../server-clock'

export interface DocumentLinkOptions {
  /** Address of the API, on this origin. */
  uri?: string
  /** Sends queries (never mutations) by GET, so that a cache may answer them; for the public pages. */
  getQueries?: boolean
}

/**
 * Terminating link: one POST to the API, by document id where the document carries the hash the generator gave it.
 * The server accepts known ids only, so documents travel as text in tests and nowhere else.
 */
export function createDocumentLink({
  uri = '/graphql',
  getQueries = false,
}: DocumentLinkOptions = {}) {
  return new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        const controller = new AbortController()
        const { query, operationName, operationType, variables } = operation
        const body = { ...documentReference(query), operationName, variables }
        const isGet = getQueries && operationType === 'query'
        const text = JSON.stringify(body)

        fetch(isGet ? `${uri}?${searchOf(body)}` : uri, {
          method: isGet ? 'GET' : 'POST',
          credentials: 'same-origin',
          // What was typed a moment before the page closes still arrives; a browser carries 64 KiB so.
          keepalive: operationType === 'mutation' && text.length < 30_000,
          signal: controller.signal,
          headers: {
            accept: 'application/graphql-response+json, application/json',
            // A header no form can send: proof for the server that this is not a forged cross-site request.
            'apollo-require-preflight': 'true',
            ...(isGet ? {} : { 'content-type': 'application/json' }),
          },
          ...(isGet ? {} : { body: text }),
        })
          .then((response) => {
            // An answer by GET may come out of a cache, with the time at which it was put there.
            if (!isGet) noteServerTime(response.headers.get('date'))
            operation.setContext({ response })
            return parseAndCheckHttpResponse(operation)(response)
          })
          .then((result) => {
            observer.next(result)
            observer.complete()
          })
          .catch((error: unknown) => {
            if (!controller.signal.aborted) observer.error(error)
          })

        return () => controller.abort()
      }),
  )
}

/** Reference to a document as the API takes it: its id, or its text while it has none. */
export function documentReference(
  document: DocumentNode & { __meta__?: { hash?: unknown } },
): { documentId: string } | { query: string } {
  const hash = document.__meta__?.hash
  // The generator writes the algorithm in front of the hash: "sha256:…".
  return typeof hash === 'string' ? { documentId: hash } : { query: print(document) }
}

function searchOf(body: Record<string, unknown>): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(body)) {
    if (value === undefined) continue
    search.set(key, typeof value === 'string' ? value : JSON.stringify(value))
  }
  return search.toString()
}
