import { computed, ref } from 'vue'
import { graphql } from '../../generated'
import { useCommand } from '../../wording/use-command'

const CreateDocument = graphql(`
  mutation NodeCreate($input: FrameworkNodeCreateInput!) {
    frameworkNodeCreate(input: $input) {
      code
      change {
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
const MoveDocument = graphql(`
  mutation NodeMove($input: FrameworkNodeMoveInput!) {
    frameworkNodeMove(input: $input) {
      code
      change {
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
const RemoveDocument = graphql(`
  mutation NodeRemove($input: FrameworkNodeRemoveInput!) {
    frameworkNodeRemove(input: $input) {
      code
      change {
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
const UndoDocument = graphql(`
  mutation ChangeUndo($input: FrameworkChangeUndoInput!) {
    frameworkChangeUndo(input: $input) {
      code
      change {
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

/** What was done last, with the entry of the history that takes exactly this back. */
export interface Done {
  readonly text: string
  readonly change?: { readonly id: string; readonly code: string } | undefined
  /** It took something back itself, and is followed by doing that again. */
  readonly isUndo?: boolean
}

/** Said until it is closed: adding and removing lead to another view. */
const done = ref<(Done & { readonly version: string }) | null>(null)

export function useLastDone(version: () => string) {
  return computed<Done | null>({
    get: () => (done.value?.version === version() ? done.value : null),
    set: (last) => (done.value = last && { ...last, version: version() }),
  })
}

/** The entry a command wrote, of the part it was about. */
export const changeOf = (code: string, change: { readonly id: string } | null | undefined) =>
  change ? { id: change.id, code } : undefined

const refetch = ['EditorTree', 'EditorKpi', 'NodeTexts', 'VersionTexts', 'History']

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
