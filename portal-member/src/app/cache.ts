import type { InMemoryCacheConfig } from '@apollo/client'

/** Keys of types that have no `id` of their own, and merging of lists read page by page. */
export const cache: InMemoryCacheConfig = {
  typePolicies: {
    Viewer: { keyFields: [] },
    ViewerCan: { keyFields: false },
  },
}
