import { graphql } from '../../generated'

/** Who asks, and each cycle with the own assessment in it: enough to know where one stands. */
export const CyclesDocument = graphql(`
  query MemberCycles($locale: Locale!) {
    viewer {
      person {
        id
        name
      }
      administration {
        id
        code
        name(locale: $locale)
        requiresApproval
      }
    }
    cycles {
      id
      code
      number
      name(locale: $locale)
      status
      reportingYear
      previousYear
      leastCoverage
      opensAt
      closesAt
      openedAt
      closedAt
      reportedAt
      frameworkVersion {
        id
        code
        name(locale: $locale)
      }
      viewerCan {
        startAssessment {
          allowed
          code
        }
      }
      myAssessment {
        id
        status
        submittedAt
        acceptedAt
        formerlyAcceptedAt
      }
      myParticipation {
        extendedUntil
        extensionReason
      }
    }
  }
`)

/** The framework as a tree with everything a KPI says about itself; never changes once published. */
export const FrameworkDocument = graphql(`
  query MemberFramework($code: String!, $locale: Locale!) {
    frameworkVersion(code: $code) {
      id
      code
      name(locale: $locale)
      isDemonstration
      scoringMethod {
        minCoverage
      }
      reasonCodes {
        code
        label(locale: $locale)
        state
      }
      dimensions {
        id
        code
        name(locale: $locale)
        outcomes {
          id
          code
          name(locale: $locale)
          kpis {
            id
            code
            name(locale: $locale)
            description(locale: $locale)
            methodologyHelp(locale: $locale)
            methodologyHelpLocale(locale: $locale)
            kind
            unit
            decimals
            direction
            isScored
            weight
            maxDisclosureLevel
            formula
            elements {
              symbol
              period
              element {
                id
                code
                label(locale: $locale)
                description(locale: $locale)
                valueType
                unit
                origin
                scale {
                  levels {
                    level
                    label(locale: $locale)
                  }
                }
              }
            }
            subMeasures {
              code
              name(locale: $locale)
              unit
            }
            instruments {
              id
              code
              name(locale: $locale)
            }
            sdgs {
              goal
              name(locale: $locale)
            }
            provenance {
              status
              fields
              sources
              note
            }
          }
        }
      }
    }
  }
`)

/** The own assessment with its answers and figures: what the list and the workspace show. */
export const AssessmentWorkDocument = graphql(`
  query AssessmentWork($id: ID!, $locale: Locale!, $isToSign: Boolean = false) {
    assessment(id: $id) {
      id
      hashToSign @include(if: $isToSign)
      status
      version
      submissionCount
      startedAt
      approvalRequestedAt
      submittedAt
      acceptedAt
      dueAt
      withdrawnAt
      reopenedFor
      formerlyAcceptedAt
      reopenRequests {
        status
        kpiCodes
        reason
        askedAt
        answer
        settledAt
        asker {
          id
          name
        }
      }
      sentBackReason
      withdrawalDeclinedReason
      openKpiCodes
      openElementCodes
      approvalRequester {
        id
        name
      }
      withdrawalProposer {
        id
        name
      }
      progress {
        figuresEntered
        figuresTotal
        kpisReady
        kpisTotal
        kpisEvidenced
        blocks
        warningsOpen
        lastActivityAt
      }
      viewerCan {
        edit {
          allowed
          code
        }
        assign {
          allowed
          code
        }
        requestApproval {
          allowed
          code
        }
        sendBack {
          allowed
          code
        }
        submit {
          allowed
          code
        }
        withdraw {
          allowed
          code
        }
        withdrawalCancel {
          allowed
          code
        }
        requestReopening {
          allowed
          code
        }
        takeBackReopening {
          allowed
          code
        }
        resume {
          allowed
          code
        }
      }
      disclosureSet {
        allowed
        code
      }
      disclosureConfirm {
        allowed
        code
      }
      assignments {
        id
        kpiCode
        elementCode
        dueOn
        state
        doneAt
        person {
          id
          name
        }
      }
      internalCommentCounts {
        kpiCode
        open
        threads
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
        createdAt
        answer
        answeredAt
        isCleared
        submissionNumber
        version
      }
      submissions {
        id
        number
        submittedAt
        contentHash
        signer {
          id
          name
        }
      }
      working {
        id
        responses {
          ...WorkResponse
        }
        values {
          id
          elementCode
          year
          period
          value
          isEstimated
          note
          version
        }
      }
    }
  }
`)
