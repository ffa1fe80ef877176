import { graphql } from '../../generated'
import { useCommand } from '../../wording/use-command'

const BuildDocument = graphql(`
  mutation ReleaseBuild($input: ReleaseBuildInput!) {
    releaseBuild(input: $input) {
      release {
        id
        code
        status
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
const DiscardDocument = graphql(`
  mutation ReleaseDiscard($input: ReleaseDecideInput!) {
    releaseDiscard(input: $input) {
      release {
        id
        status
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
const EmbargoDocument = graphql(`
  mutation ReleaseEmbargo($input: ReleaseEmbargoInput!) {
    releaseEmbargo(input: $input) {
      release {
        id
        status
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
const PublishDocument = graphql(`
  mutation ReleasePublish($input: ReleaseDecideInput!) {
    releasePublish(input: $input) {
      release {
        id
        status
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

const refetch = ['ReleaseDetail']

/** Begins a release of a closed cycle. */
export function useReleaseBuild() {
  return useCommand(BuildDocument, {
    problems: (data) => data.releaseBuild.problems,
    refetch: ['Releases'],
  })
}

/** The decisions on a release that was built. */
export function useReleaseCommands() {
  return {
    discard: useCommand(DiscardDocument, {
      problems: (data) => data.releaseDiscard.problems,
      refetch,
    }),
    embargo: useCommand(EmbargoDocument, {
      problems: (data) => data.releaseEmbargo.problems,
      refetch,
    }),
    publish: useCommand(PublishDocument, {
      problems: (data) => data.releasePublish.problems,
      refetch,
    }),
  }
}
