import { graphql } from '../../generated'
import { useCommand } from '../../wording/use-command'

const ExtendDocument = graphql(`
  mutation CycleExtendAssessment($input: AssessmentExtendInput!) {
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

/** Gives one administration of a cycle more time, whether it has started or not. */
export function useExtend() {
  return useCommand(ExtendDocument, {
    problems: (data) => data.assessmentExtend.problems,
    refetch: ['CycleDetail', 'CycleExtensions', 'ProgressList', 'ProgressBoard', 'Monitoring'],
  })
}
