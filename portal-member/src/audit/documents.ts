import { graphql } from '../generated'

export const AuditLogDocument = graphql(`
  query AuditLog(
    $locale: Locale!
    $first: Int!
    $after: String
    $action: String
    $outcome: AuditOutcome
    $actor: ID
    $object: ID
    $from: DateTime
    $until: DateTime
  ) {
    auditEntries(
      first: $first
      after: $after
      action: $action
      outcome: $outcome
      actor: $actor
      object: $object
      from: $from
      until: $until
    ) {
      nodes {
        id
        chain
        seq
        hash
        at
        action
        outcome
        hat
        requestId
        actor {
          id
          name
          organisation(locale: $locale)
        }
        administration {
          id
          code
          name(locale: $locale)
        }
        cycle {
          id
          name(locale: $locale)
        }
        object {
          type
          id
          name(locale: $locale)
          code
          versionCode
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

export const AuditEntryDocument = graphql(`
  query AuditEntryDetail($chain: String!, $seq: Int!) {
    auditEntry(chain: $chain, seq: $seq) {
      id
      changes {
        field
        subject
        access
        before
        after
      }
    }
  }
`)

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
