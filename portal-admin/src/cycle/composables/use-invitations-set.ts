import { graphql } from '../../generated'
import { useCommand } from '../../wording/use-command'

const InvitationsDocument = graphql(`
  mutation CycleInvitationsSet($input: CycleInvitationsSetInput!) {
    cycleInvitationsSet(input: $input) {
      cycle {
        id
        version
        invitesAll
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

/** Chooses who is invited to a cycle. */
export function useInvitationsSet() {
  return useCommand(InvitationsDocument, {
    problems: (data) => data.cycleInvitationsSet.problems,
    refetch: ['CycleDetail', 'Cycles'],
  })
}
