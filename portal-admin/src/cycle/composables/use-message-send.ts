import { graphql } from '../../generated'
import { useCommand } from '../../wording/use-command'

const SendDocument = graphql(`
  mutation CycleMessageSend($input: CycleMessageSendInput!) {
    cycleMessageSend(input: $input) {
      message {
        id
        recipients {
          coordinators
          approvers
        }
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

/** Writes to administrations of a cycle. */
export function useMessageSend() {
  return useCommand(SendDocument, {
    problems: (data) => data.cycleMessageSend.problems,
    refetch: ['CycleMessages'],
  })
}
