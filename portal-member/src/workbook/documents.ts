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
        }
      }
    }
  }
`)
