import { ApolloClient, ApolloLink, InMemoryCache, type InMemoryCacheConfig } from '@apollo/client'
import { createDocumentLink, type DocumentLinkOptions } from './document-link'
import { createSessionLink, type SessionLinkOptions } from './session-link'

export interface ApolloOptions extends DocumentLinkOptions, SessionLinkOptions {
  /** Keys and merge functions of the portal's types. */
  cache?: InMemoryCacheConfig
  /** Replaces the network in tests. */
  terminatingLink?: ApolloLink
  /**
   * Masks fragments at run time too. Off by default: objects without an identity of their own (progress, rights)
   * cannot be watched one by one, and the types already keep a parent from looking inside.
   */
  dataMasking?: boolean
}

/** Apollo Client with the portal's links; problems of a mutation are data and never become errors. */
export function createApollo(options: ApolloOptions = {}): ApolloClient {
  const { cache, dataMasking = false } = options
  const terminating = options.terminatingLink ?? createDocumentLink(options)
  return new ApolloClient({
    link: ApolloLink.from([createSessionLink(options), terminating]),
    cache: new InMemoryCache(cache),
    dataMasking,
  })
}
