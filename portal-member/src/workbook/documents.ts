import { graphql } from '../generated'

export const FigureImportStartDocument = graphql(`
  mutation FigureImportStart($input: FigureImportStartInput!) {
    figureImportStart(input: $input) {
      ticket
      uploadPath
      problems {
        code
        reason
        message
      }
    }
  }
`)

export const FigureImportCheckDocument = graphql(`
  mutation FigureImportCheck($input: FigureImportCheckInput!, $locale: Locale!) {
    figureImportCheck(input: $input) {
      problems {
        code
        reason
        message
        path
      }
      figureImport {
        fileName
        locale
        dimensionCode
        madeAt
        counts {
          state
          count
        }
        strays {
          at
          reason
          message(locale: $locale)
        }
        figures {
          elementCode
          period
          year
          at
          state
          typed
          result {
            value
            isEstimated
            note
          }
          base {
            value
            isEstimated
            note
          }
          current {
            value
            isEstimated
            note
            version
            authorName
            updatedAt
          }
          problems {
            at
            reason
            message(locale: $locale)
          }
          findings {
            kind
            level
            message(locale: $locale)
          }
        }
      }
    }
  }
`)

export const FigureBatchesDocument = graphql(`
  query FigureBatches($id: ID!, $first: Int!, $after: String) {
    assessment(id: $id) {
      id
      figureBatches(first: $first, after: $after) {
        totalCount
        nodes {
          id
          writtenAt
          fileName
          undoes
          figureCount
          currentCount
          author {
            id
            name
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`)

export const FigureBatchDocument = graphql(`
  query FigureBatch($id: ID!, $batch: ID!) {
    assessment(id: $id) {
      id
      openElementCodes
      figureBatch(id: $batch) {
        id
        cells {
          elementCode
          year
          before {
            revision
            value
            isEstimated
            note
          }
          after {
            revision
            value
            isEstimated
            note
          }
          current {
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
  }
`)
