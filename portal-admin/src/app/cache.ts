import type { InMemoryCacheConfig } from '@apollo/client'
import { paged } from '@pmm/portal-kit'

/** Keys of types that have no `id` of their own, and merging of lists read page by page. */
export const cache: InMemoryCacheConfig = {
  typePolicies: {
    Viewer: { keyFields: [] },
    ViewerCan: { keyFields: false },
    Query: {
      fields: {
        administrations: paged('region', 'search'),
        people: paged('workspace', 'role', 'status', 'search', 'administration'),
        releases: paged('cycleId'),
        apiClients: paged('status'),
        auditEntries: paged(
          'action',
          'outcome',
          'administration',
          'actor',
          'object',
          'from',
          'until',
        ),
      },
    },
    Cycle: {
      fields: {
        progress: paged('region', 'stage', 'isOverdue', 'isExtended', 'search', 'orderBy'),
      },
    },
  },
}
