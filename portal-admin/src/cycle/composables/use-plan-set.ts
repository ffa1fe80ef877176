import { graphql } from '../../generated'
import { useCommand } from '../../wording/use-command'

const PlanDocument = graphql(`
  mutation CyclePlanSet($input: CyclePlanSetInput!) {
    cyclePlanSet(input: $input) {
      cycle {
        id
        version
        defaultDisclosure
        membersMinimum
        publicMinimum
        leastCoverage
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

/** Sets default disclosure and thresholds of a planned cycle. */
export function usePlanSet() {
  return useCommand(PlanDocument, {
    problems: (data) => data.cyclePlanSet.problems,
    refetch: ['CycleDetail'],
  })
}
