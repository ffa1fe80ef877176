import { graphql } from '../../generated'
import { useCommand } from '../../wording/use-command'

const RemindersDocument = graphql(`
  mutation CycleRemindersSet($input: CycleRemindersSetInput!) {
    cycleRemindersSet(input: $input) {
      cycle {
        id
        version
        reminderDays
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

/** Sets the days of the reminders of a cycle. */
export function useRemindersSet() {
  return useCommand(RemindersDocument, {
    problems: (data) => data.cycleRemindersSet.problems,
    refetch: ['CycleDetail'],
  })
}
