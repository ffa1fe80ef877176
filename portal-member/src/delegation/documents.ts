import { graphql } from '../generated'

/** Whom KPIs can be given to. */
export const ContributorsDocument = graphql(`
  query Contributors {
    people(first: 100, role: CONTRIBUTOR) {
      nodes {
        id
        name
        status
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`)

export const AssignmentSetDocument = graphql(`
  mutation AssignmentSet($input: AssignmentSetInput!) {
    assignmentSet(input: $input) {
      assessment {
        ...AssignmentsOfAssessment
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

export const AssignmentRemoveDocument = graphql(`
  mutation AssignmentRemove($input: AssignmentRemoveInput!) {
    assignmentRemove(input: $input) {
      assessment {
        ...AssignmentsOfAssessment
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

export const AssignmentMarkDocument = graphql(`
  mutation AssignmentMark($input: AssignmentMarkInput!) {
    assignmentMark(input: $input) {
      assessment {
        ...AssignmentsOfAssessment
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

export const AssignmentsOfAssessment = graphql(`
  fragment AssignmentsOfAssessment on Assessment {
    id
    assignments {
      id
      kpiCode
      elementCode
      dueOn
      state
      doneAt
      person {
        id
        name
      }
    }
  }
`)
