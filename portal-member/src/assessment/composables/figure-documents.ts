import { graphql } from '../../generated'

/** How the value of one KPI came about; asked for only where it is shown. */
export const KpiTraceDocument = graphql(`
  query KpiTrace($id: ID!, $kpi: String!) {
    assessment(id: $id) {
      id
      working {
        id
        response(kpi: $kpi) {
          id
          version
          trace {
            methodCode
            methodVersion
            instruments {
              instrumentCode
              level
            }
            value {
              formula
              substituted
              result
              display
              unit
              decimals
              elements {
                symbol
                elementCode
                year
                unit
                value
                revision
              }
            }
            score {
              method
              formula
              substituted
              isClipped
              score
            }
          }
        }
      }
    }
  }
`)

/** Figures of an earlier cycle, as they were accepted. */
export const EarlierFiguresDocument = graphql(`
  query EarlierFigures($id: ID!) {
    assessment(id: $id) {
      id
      submitted {
        id
        values {
          id
          elementCode
          year
          value
        }
      }
    }
  }
`)

/** Every content one figure ever had, the newest first; asked for only where it is shown. */
export const FigureHistoryDocument = graphql(`
  query FigureHistory($id: ID!, $element: String!, $year: Int!, $after: String) {
    assessment(id: $id) {
      id
      valueHistory(element: $element, year: $year, first: 10, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          revision
          value
          isEstimated
          note
          writtenAt
          author {
            id
            name
          }
        }
      }
    }
  }
`)

/** What can be said of the figures of a data element alone, for whoever sees none of the answers that use it. */
export const FigureChecksDocument = graphql(`
  query FigureChecks($id: ID!, $kpi: String!, $locale: Locale!) {
    assessment(id: $id) {
      id
      working {
        id
        values(kpi: $kpi) {
          id
          elementCode
          period
          checks {
            code
            kind
            level
            elementCode
            period
            message(locale: $locale)
          }
        }
      }
    }
  }
`)
