import type { InMemoryCacheConfig } from '@apollo/client'
import { paged } from '@pmm/portal-kit'

/** Keys of types that have no `id` of their own, and merging of lists read page by page. */
export const cache: InMemoryCacheConfig = {
  typePolicies: {
    Viewer: { keyFields: [], fields: { notifications: paged('isUnread') } },
    ViewerCan: { keyFields: false },
    ServiceInfo: { merge: true },
    Sdg: { keyFields: ['goal'] },
    SdgTarget: { keyFields: ['code'] },
    Query: {
      fields: {
        administrations: paged('region', 'search'),
        people: paged('workspace', 'role', 'status', 'search', 'administration'),
        changeProposals: paged(
          'status',
          'kind',
          'principle',
          'version',
          'node',
          'search',
          'isMine',
          'orderBy',
        ),
        releases: paged('cycleId'),
        apiClients: paged('status'),
        frameworkImports: paged(),
        frameworkTerms: paged('search', 'state'),
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
    FrameworkVersion: {
      fields: { translations: paged('states', 'kind', 'search', 'units') },
    },
    FrameworkImport: { fields: { entries: paged('state', 'section') } },
    Cycle: {
      fields: {
        progress: paged(
          'region',
          'stage',
          'isOverdue',
          'isExtended',
          'isReopenRequested',
          'search',
          'orderBy',
        ),
      },
    },
  },
}
