import { graphql } from '../../generated'

export const SubmissionChangesDocument = graphql(`
  query SubmissionChanges($id: ID!, $locale: Locale!) {
    assessment(id: $id) {
      id
      frameworkVersion {
        id
        instruments {
          id
          code
          name(locale: $locale)
        }
      }
      working {
        id
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
      }
    }
  }
`)
