import { graphql } from '../generated'

export const AccessLogDocument = graphql(`
  query AccessLog($locale: Locale!, $first: Int!, $after: String, $kind: AccessLogKind, $hat: Hat) {
    accessLogEntries(first: $first, after: $after, kind: $kind, hat: $hat) {
      nodes {
        id
        at
        kind
        hat
        responses
        figures
        releaseCode
        organisation(locale: $locale)
        cycle {
          id
          name(locale: $locale)
        }
      }
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)
