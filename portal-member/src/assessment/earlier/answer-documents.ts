import { graphql } from '../../generated'

/** What the own administration last submitted for one KPI in one cycle; null content where it is not open to the viewer. */
export const EarlierAnswerDocument = graphql(`
  query EarlierAnswer($id: ID!, $kpi: String!, $locale: Locale!) {
    assessment(id: $id) {
      id
      submitted {
        id
        submittedAt
        response(kpi: $kpi) {
          id
          state
          value
          score
          reasonCode
          reasonText
          publicNote
          justification
          subMeasures {
            code
            name(locale: $locale)
            unit
            value
          }
          evidence {
            id
            title
          }
          kpi {
            id
            code
            name(locale: $locale)
            unit
            decimals
            isScored
            elements {
              symbol
              period
              element {
                id
                code
                label(locale: $locale)
                unit
              }
            }
          }
        }
        values(kpi: $kpi) {
          id
          elementCode
          period
          year
          value
          isEstimated
          note
        }
      }
    }
  }
`)

export const KpiLineageDocument = graphql(`
  query KpiLineage($locale: Locale!) {
    frameworkVersions {
      id
      code
      lineage(kind: KPI) {
        code
        ancestorCode
        comparability
        isBreak
        conversion
        note(locale: $locale)
        ancestorVersion {
          id
          code
        }
      }
    }
  }
`)
