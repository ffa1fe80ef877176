import { computed } from 'vue'
import { graphql } from '../../generated'
import { useCommand } from '../../wording/use-command'

const SaveDocument = graphql(`
  mutation FrameworkTermSave($input: FrameworkTermSaveInput!) {
    frameworkTermSave(input: $input) {
      term {
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
const ApproveDocument = graphql(`
  mutation FrameworkTermApprove($input: FrameworkTermApproveInput!) {
    frameworkTermApprove(input: $input) {
      term {
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
const RemoveDocument = graphql(`
  mutation FrameworkTermRemove($input: FrameworkTermRemoveInput!) {
    frameworkTermRemove(input: $input) {
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)

const refetch = ['Terms']

/** What is done to the glossary. */
export function useTermCommands() {
  const save = useCommand(SaveDocument, {
    problems: (data) => data.frameworkTermSave.problems,
    refetch,
  })
  const approve = useCommand(ApproveDocument, {
    problems: (data) => data.frameworkTermApprove.problems,
    refetch,
  })
  const remove = useCommand(RemoveDocument, {
    problems: (data) => data.frameworkTermRemove.problems,
    refetch,
  })
  const all = [save, approve, remove]
  return {
    save: save.run,
    approve: approve.run,
    remove: remove.run,
    busy: computed(() => all.some(({ busy }) => busy.value)),
    problems: computed(() => all.flatMap(({ problems }) => problems.value)),
    failure: computed(() => all.map(({ failure }) => failure.value).find(Boolean) ?? null),
    clear: () => all.forEach((command) => command.clear()),
  }
}
