import { graphql } from '../../generated'

export const ReopenRequestDocument = graphql(`
  mutation AssessmentReopenRequest($input: AssessmentReopenRequestInput!) {
    assessmentReopenRequest(input: $input) {
      problems {
        code
        reason
        message
        path
      }
      assessment {
        id
        status
      }
    }
  }
`)

export const ReopenTakeBackDocument = graphql(`
  mutation AssessmentReopenRequestTakeBack($input: AssessmentDecideInput!) {
    assessmentReopenRequestTakeBack(input: $input) {
      problems {
        code
        reason
        message
        path
      }
      assessment {
        id
        status
      }
    }
  }
`)
