import { graphql } from '../../generated'
import { useCommand } from '../../wording/use-command'

const SetDocument = graphql(`
  mutation LineageSet($input: LineageSetInput!) {
    lineageSet(input: $input) {
      frameworkVersion {
        id
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
const ResetDocument = graphql(`
  mutation LineageReset($input: LineageResetInput!) {
    lineageReset(input: $input) {
      frameworkVersion {
        id
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

/** Statements about where a node comes from. */
export const useLineageSet = () =>
  useCommand(SetDocument, { problems: (data) => data.lineageSet.problems })

export const useLineageReset = () =>
  useCommand(ResetDocument, { problems: (data) => data.lineageReset.problems })
