import type { FieldPolicy, InMemoryCacheConfig, Reference } from '@apollo/client'

interface Page {
  nodes?: readonly Reference[]
}

/** A list read by cursor: further pages are put behind it, each combination of filters is its own. */
function behind(...filters: string[]): FieldPolicy<Page | null> {
  return {
    keyArgs: ['first', ...filters],
    merge(existing, incoming, { args }) {
      if (!existing || !incoming || !args?.['after']) return incoming
      return { ...incoming, nodes: [...(existing.nodes ?? []), ...(incoming.nodes ?? [])] }
    },
  }
}

/** Keys of types that have no `id` of their own, and merging of lists read page by page. */
export const cache: InMemoryCacheConfig = {
  typePolicies: {
    Viewer: { keyFields: [] },
    ViewerCan: { keyFields: false },
    Query: {
      fields: {
        auditEntries: behind('action', 'outcome', 'actor', 'object', 'from', 'until'),
        accessLogEntries: behind('kind', 'hat'),
      },
    },
  },
}
