import { graphql } from '../../generated'
import { useCommand } from '../../wording/use-command'

const CreateDocument = graphql(`
  mutation CycleCreate($input: CycleCreateInput!) {
    cycleCreate(input: $input) {
      cycle {
        id
        code
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

/** Plans a cycle. */
export function useCycleCreate() {
  return useCommand(CreateDocument, {
    problems: (data) => data.cycleCreate.problems,
    refetch: ['Cycles'],
  })
}
