import type { FieldPolicy, InMemoryCacheConfig, Reference } from '@apollo/client'

interface Page {
  nodes?: readonly Reference[]
}

/** Pages read by cursor join to one list for each choice of filters. */
const pages: FieldPolicy<Page> = {
  keyArgs: ['kpi', 'administration'],
  merge(existing, incoming, { args }) {
    if (!args?.['after'] || !existing) return incoming
    return {
      ...existing,
      ...incoming,
      nodes: [...(existing.nodes ?? []), ...(incoming.nodes ?? [])],
    }
  },
}

/** Objects without an identity keep the fields an earlier query read; released answers join page by page. */
export const cache: InMemoryCacheConfig = {
  typePolicies: {
    Provenance: { merge: true },
    Query: { fields: { frameworkTerms: { ...pages, keyArgs: ['search', 'state'] } } },
    Release: { fields: { results: pages } },
  },
}
