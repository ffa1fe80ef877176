import { computed, ref } from 'vue'
import { graphql } from '../../generated'
import { useCommand } from '../../wording/use-command'

const CreateDocument = graphql(`
  mutation NodeCreate($input: FrameworkNodeCreateInput!) {
    frameworkNodeCreate(input: $input) {
      code
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)
const MoveDocument = graphql(`
  mutation NodeMove($input: FrameworkNodeMoveInput!) {
    frameworkNodeMove(input: $input) {
      code
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
  mutation NodeRemove($input: FrameworkNodeRemoveInput!) {
    frameworkNodeRemove(input: $input) {
      code
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)
const UndoDocument = graphql(`
  mutation ChangeUndo($input: FrameworkChangeUndoInput!) {
    frameworkChangeUndo(input: $input) {
      code
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)

/** What was done last, said until it is closed: adding and removing lead to another view. */
const done = ref<{ readonly version: string; readonly text: string } | null>(null)

export function useLastDone(version: () => string) {
  return computed<string>({
    get: () => (done.value?.version === version() ? done.value.text : ''),
    set: (text) => (done.value = text === '' ? null : { version: version(), text }),
  })
}

const refetch = ['EditorTree', 'EditorKpi', 'NodeTexts', 'History']

/** Adds, moves and removes parts of a draft, and takes changes back. */
export function useStructure() {
  return {
    create: useCommand(CreateDocument, {
      problems: (data) => data.frameworkNodeCreate.problems,
      refetch,
    }),
    move: useCommand(MoveDocument, {
      problems: (data) => data.frameworkNodeMove.problems,
      refetch,
    }),
    remove: useCommand(RemoveDocument, {
      problems: (data) => data.frameworkNodeRemove.problems,
      refetch: ['EditorTree', 'History'],
    }),
    undo: useCommand(UndoDocument, {
      problems: (data) => data.frameworkChangeUndo.problems,
      refetch,
    }),
  }
}
