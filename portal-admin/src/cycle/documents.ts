import { graphql } from '../generated'

export const MonitoringDocument = graphql(`
  query Monitoring($code: String!, $locale: Locale!) {
    cycles {
      id
      code
      number
      name(locale: $locale)
      status
    }
    cycle(code: $code) {
      id
      code
      name(locale: $locale)
      status
      reportingYear
      opensAt
      openedAt
      closesAt
      closedAt
      progressSummary {
        administrationCount
        startedCount
        submittedCount
        overdueCount
        stages {
          stage
          administrationCount
        }
        regions {
          region {
            code
            name(locale: $locale)
          }
          stages {
            stage
            administrationCount
          }
        }
      }
    }
  }
`)

export const CyclesDocument = graphql(`
  query Cycles($locale: Locale!) {
    cycles {
      id
      code
      number
      name(locale: $locale)
      status
      reportingYear
      opensAt
      openedAt
      closesAt
      closedAt
      reportedAt
      isDemonstration
      frameworkVersion {
        id
        code
        name(locale: $locale)
      }
    }
  }
`)

export const ProgressListDocument = graphql(`
  query ProgressList(
    $code: String!
    $locale: Locale!
    $first: Int!
    $after: String
    $region: String
    $stage: CycleStage
    $isOverdue: Boolean
    $search: String
    $orderBy: CycleProgressOrder
  ) {
    cycle(code: $code) {
      id
      progress(
        first: $first
        after: $after
        region: $region
        stage: $stage
        isOverdue: $isOverdue
        search: $search
        orderBy: $orderBy
      ) {
        nodes {
          assessmentId
          administration {
            id
            code
            name(locale: $locale)
          }
          regionCode
          stage
          figuresEntered
          figuresTotal
          kpisReady
          kpisTotal
          lastActivityAt
          submittedAt
          dueAt
          extendedUntil
          isOverdue
        }
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`)

export const CycleDocument = graphql(`
  query CycleDetail($code: String!, $locale: Locale!) {
    cycle(code: $code) {
      id
      code
      number
      name(locale: $locale)
      status
      reportingYear
      previousYear
      opensAt
      openedAt
      closesAt
      closedAt
      reportedAt
      isDemonstration
      version
      frameworkVersion {
        id
        code
        name(locale: $locale)
        status
      }
      progressSummary {
        administrationCount
        startedCount
        submittedCount
        overdueCount
      }
      viewerCan {
        open {
          allowed
          code
          reason
        }
        close {
          allowed
          code
          reason
        }
        reopen {
          allowed
          code
          reason
        }
        report {
          allowed
          code
          reason
        }
      }
    }
  }
`)
