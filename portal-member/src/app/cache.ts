import type { InMemoryCacheConfig } from '@apollo/client'
import { paged } from '@pmm/portal-kit'

/** Keys of types that have no `id` of their own, and merging of lists read page by page. */
export const cache: InMemoryCacheConfig = {
  typePolicies: {
    Viewer: { keyFields: [], fields: { notifications: paged('isUnread') } },
    ViewerCan: { keyFields: false },
    ServiceInfo: { merge: true },
    Assessment: { fields: { figureBatches: paged(), valueHistory: paged('element', 'year') } },
    Query: {
      fields: {
        auditEntries: paged(
          'action',
          'outcome',
          'administration',
          'actor',
          'object',
          'from',
          'until',
        ),
        accessLogEntries: paged('kind', 'hat'),
      },
    },
  },
}
