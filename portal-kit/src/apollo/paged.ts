import type { FieldPolicy, Reference } from '@apollo/client'

interface Page {
  nodes?: readonly Reference[]
}

/** A list read by cursor: each combination of filters is a list of its own, further pages are put behind it. */
export function paged(...filters: string[]): FieldPolicy<Page | null> {
  return {
    keyArgs: ['first', ...filters],
    merge(existing, incoming, { args }) {
      if (!existing || !incoming || !args?.['after']) return incoming
      return { ...incoming, nodes: [...(existing.nodes ?? []), ...(incoming.nodes ?? [])] }
    },
  }
}
