import { graphql } from '../../generated'
import { useCommand } from '../../wording/use-command'

const UpdateDocument = graphql(`
  mutation CycleUpdate($input: CycleUpdateInput!) {
    cycleUpdate(input: $input) {
      cycle {
        id
        code
        version
        closesAt
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

/** Corrects a planned cycle, or moves the end of an open one. */
export function useCycleUpdate(refetch: string[]) {
  return useCommand(UpdateDocument, {
    problems: (data) => data.cycleUpdate.problems,
    refetch,
  })
}
