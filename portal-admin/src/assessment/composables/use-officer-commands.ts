import { graphql } from '../../generated'
import { useCommand } from '../../wording/use-command'

const ReturnDocument = graphql(`
  mutation AssessmentReturn($input: AssessmentReturnInput!) {
    assessmentReturn(input: $input) {
      assessment {
        id
        status
        version
      }
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)
const AcceptDocument = graphql(`
  mutation AssessmentAccept($input: AssessmentAcceptInput!) {
    assessmentAccept(input: $input) {
      assessment {
        id
        status
        version
      }
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)
const ReopenDocument = graphql(`
  mutation AssessmentReopen($input: AssessmentReopenInput!) {
    assessmentReopen(input: $input) {
      assessment {
        id
        status
        version
      }
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)
const DeclineDocument = graphql(`
  mutation AssessmentReopenRequestDecline($input: AssessmentReopenRequestDeclineInput!) {
    assessmentReopenRequestDecline(input: $input) {
      assessment {
        id
        status
        version
      }
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)
const ExtendDocument = graphql(`
  mutation AssessmentExtend($input: AssessmentExtendInput!) {
    assessmentExtend(input: $input) {
      extendedUntil
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)

const refetch = ['SubmittedAssessment']

/** What an officer does with a submission; none of it changes a value of the member. */
export function useOfficerCommands() {
  return {
    return: useCommand(ReturnDocument, {
      problems: (data) => data.assessmentReturn.problems,
      refetch,
    }),
    accept: useCommand(AcceptDocument, {
      problems: (data) => data.assessmentAccept.problems,
      refetch,
    }),
    reopen: useCommand(ReopenDocument, {
      problems: (data) => data.assessmentReopen.problems,
      refetch,
    }),
    decline: useCommand(DeclineDocument, {
      problems: (data) => data.assessmentReopenRequestDecline.problems,
      refetch,
    }),
    extend: useCommand(ExtendDocument, {
      problems: (data) => data.assessmentExtend.problems,
      refetch,
    }),
  }
}
