import { graphql } from '../../generated'

/** What the list of work does not ask for. */
export const WorkingAnswersDocument = graphql(`
  query WorkingAnswers($id: ID!) {
    assessment(id: $id) {
      id
      working {
        id
        responses {
          id
          kpiCode
          publicNote
          evidenceCount
        }
      }
    }
  }
`)

/** Answers as they were signed last. */
export const SignedAnswersDocument = graphql(`
  query SignedAnswers($id: ID!, $locale: Locale!) {
    assessment(id: $id) {
      id
      submitted {
        id
        number
        responses {
          ...WorkResponse
          kpiCode
          publicNote
          evidenceCount
        }
      }
    }
  }
`)

/** What was handed in for the cycle before. */
export const EarlierAnswersDocument = graphql(`
  query EarlierAnswers($id: ID!) {
    assessment(id: $id) {
      id
      submitted {
        id
        responses {
          id
          kpiCode
          state
          value
        }
      }
    }
  }
`)

export const AnswersDescentDocument = graphql(`
  query AnswersDescent {
    frameworkVersions {
      id
      code
      lineage(kind: KPI) {
        code
        ancestorCode
        comparability
        isBreak
        ancestorVersion {
          id
          code
        }
      }
    }
  }
`)
