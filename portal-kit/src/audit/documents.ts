import { graphql } from '../generated'

export const AuditLogDocument = graphql(`
  query AuditLog(
    $locale: Locale!
    $first: Int!
    $after: String
    $action: String
    $outcome: AuditOutcome
    $administration: String
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
      administration: $administration
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
        viewAs {
          id
          name
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
