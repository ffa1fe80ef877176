import { graphql } from '../generated'

export const ReleasesDocument = graphql(`
  query Releases($locale: Locale!, $first: Int!, $after: String) {
    releases(first: $first, after: $after) {
      nodes {
        id
        code
        name(locale: $locale)
        status
        builtAt
        publishedAt
        embargoUntil
        isDemonstration
        cycle {
          id
          code
          name(locale: $locale)
        }
      }
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    cycles {
      id
      code
      name(locale: $locale)
      status
      releaseBuild {
        allowed
        code
        reason
      }
    }
  }
`)

export const ReleaseDocument = graphql(`
  query ReleaseDetail($code: String!, $locale: Locale!) {
    release(code: $code) {
      id
      code
      version
      name(locale: $locale)
      status
      correctionNote
      builtAt
      publishedAt
      embargoUntil
      contentHash
      isDemonstration
      auditReport
      suppressionLog
      parameters
      supersedes {
        id
        code
        name(locale: $locale)
      }
      cycle {
        id
        code
        name(locale: $locale)
        reportingYear
      }
      benchmarks {
        id
        access
        n
        nBand
        mean
        rule
        exactN
        kpi {
          id
          code
          name(locale: $locale)
          unit
          decimals
        }
        peerGroup {
          code
          kind
          name(locale: $locale)
        }
      }
      viewerCan {
        discard {
          allowed
          code
          reason
        }
        embargo {
          allowed
          code
          reason
        }
        publish {
          allowed
          code
          reason
        }
      }
    }
  }
`)
