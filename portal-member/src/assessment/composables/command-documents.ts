import { graphql } from '../../generated'

export const AssessmentStartDocument = graphql(`
  mutation AssessmentStart($input: AssessmentStartInput!) {
    assessmentStart(input: $input) {
      problems {
        code
        reason
        message
      }
      assessment {
        id
        status
      }
    }
  }
`)

export const RequestApprovalDocument = graphql(`
  mutation AssessmentRequestApproval($input: AssessmentDecideInput!) {
    assessmentRequestApproval(input: $input) {
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

export const SendBackDocument = graphql(`
  mutation AssessmentSendBack($input: AssessmentSendBackInput!) {
    assessmentSendBack(input: $input) {
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

export const SubmitDocument = graphql(`
  mutation AssessmentSubmit($input: AssessmentSubmitInput!) {
    assessmentSubmit(input: $input) {
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

export const WithdrawDocument = graphql(`
  mutation AssessmentWithdraw($input: AssessmentDecideInput!) {
    assessmentWithdraw(input: $input) {
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

export const WithdrawalCancelDocument = graphql(`
  mutation AssessmentWithdrawalCancel($input: AssessmentWithdrawalCancelInput!) {
    assessmentWithdrawalCancel(input: $input) {
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

export const ReturnItemAnswerDocument = graphql(`
  mutation ReturnItemAnswer($input: ReturnItemAnswerInput!) {
    returnItemAnswer(input: $input) {
      problems {
        code
        reason
        message
      }
      assessment {
        id
        returnItems {
          id
          answer
          answeredAt
          version
        }
      }
    }
  }
`)
