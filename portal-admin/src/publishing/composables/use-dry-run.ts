import { graphql } from '../../generated'
import { useCommand } from '../../wording/use-command'

const DryRunDocument = graphql(`
  mutation FrameworkVersionDryRun($input: FrameworkVersionDryRunInput!) {
    frameworkVersionDryRun(input: $input) {
      frameworkVersion {
        id
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

/** Tries out publishing a version and stores the report. */
export const useDryRun = () =>
  useCommand(DryRunDocument, {
    problems: (data) => data.frameworkVersionDryRun.problems,
    refetch: ['VersionPublishing'],
  })
