import { graphql } from '../generated'

export const SubmittedDocument = graphql(`
  query SubmittedAssessment($id: ID!, $number: Int, $locale: Locale!) {
    assessment(id: $id) {
      id
      status
      version
      submittedAt
      acceptedAt
      dueAt
      submissionCount
      contentAccess
      reopenedFor
      withdrawnAt
      withdrawer {
        id
        name
      }
      reopenRequests {
        status
        kpiCodes
        reason
        askedAt
        asker {
          id
          name
        }
      }
      administration {
        id
        code
        name(locale: $locale)
        region {
          code
          name(locale: $locale)
        }
      }
      cycle {
        id
        code
        name(locale: $locale)
        closesAt
        reportingYear
      }
      frameworkVersion {
        id
        reasonCodes {
          code
          label(locale: $locale)
        }
        dataElements {
          id
          code
          label(locale: $locale)
          unit
        }
        instruments {
          id
          code
          name(locale: $locale)
        }
      }
      progress {
        figuresEntered
        figuresTotal
        kpisReady
        kpisTotal
      }
      commentCounts {
        kpiCode
        open
        threads
      }
      returnItems {
        id
        kpiCode
        reason
        answer
        answeredAt
        isCleared
        submissionNumber
      }
      submissions {
        id
        number
        submittedAt
      }
      submitted(number: $number) {
        id
        number
        submittedAt
        contentHash
        overallNote
        changes {
          kpiCode
          parts {
            part
            subject
            year
            before
            after
          }
        }
        evidence {
          id
          kind
          title
          language
          dated
          confidentiality
          number
          size
          scanState
          fileName
          url
          downloadPath
          kpiCodes
        }
        signer {
          id
          name
        }
        responses {
          id
          kpiCode
          state
          value
          score
          reasonCode
          reasonText
          publicNote
          justification
          checks {
            code
            kind
            level
            message(locale: $locale)
          }
          trace {
            value {
              formula
              substituted
            }
          }
          kpi {
            id
            name(locale: $locale)
            unit
            decimals
          }
        }
      }
      viewerCan {
        return {
          allowed
          code
          reason
        }
        accept {
          allowed
          code
          reason
        }
        reopen {
          allowed
          code
          reason
        }
        declineReopening {
          allowed
          code
          reason
        }
        extend {
          allowed
          code
          reason
        }
      }
    }
  }
`)
