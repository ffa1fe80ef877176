import { computed } from 'vue'
import { graphql } from '../../generated'
import { useCommand } from '../../wording/use-command'

const DimensionDocument = graphql(`
  mutation DimensionUpdate($input: DimensionUpdateInput!) {
    dimensionUpdate(input: $input) {
      dimension {
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
const OutcomeDocument = graphql(`
  mutation ExpectedOutcomeUpdate($input: ExpectedOutcomeUpdateInput!) {
    expectedOutcomeUpdate(input: $input) {
      expectedOutcome {
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
const ElementDocument = graphql(`
  mutation DataElementUpdate($input: DataElementUpdateInput!) {
    dataElementUpdate(input: $input) {
      dataElement {
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

export type NodeKind = 'dimension' | 'outcome' | 'element'
type Text = { en?: string; fr?: string }
export interface NodeChanges {
  name?: Text
  description?: Text
}

const refetch = ['EditorTree']

/** Saves the texts of a dimension, an expected outcome or a data element of a draft. */
export function useNodeSave(kind: () => NodeKind) {
  const commands = {
    dimension: useCommand(DimensionDocument, {
      problems: (data) => data.dimensionUpdate.problems,
      refetch,
    }),
    outcome: useCommand(OutcomeDocument, {
      problems: (data) => data.expectedOutcomeUpdate.problems,
      refetch,
    }),
    element: useCommand(ElementDocument, {
      problems: (data) => data.dataElementUpdate.problems,
      refetch,
    }),
  }
  const command = computed(() => commands[kind()])

  async function save(id: string, expectedVersion: number, changes: NodeChanges) {
    const { name, ...rest } = changes
    const done = await {
      dimension: () => commands.dimension.run({ dimensionId: id, expectedVersion, ...changes }),
      outcome: () => commands.outcome.run({ expectedOutcomeId: id, expectedVersion, ...changes }),
      element: () =>
        commands.element.run({
          dataElementId: id,
          expectedVersion,
          ...rest,
          ...(name && { label: name }),
        }),
    }[kind()]()
    return done !== null
  }

  return {
    save,
    busy: computed(() => command.value.busy.value),
    problems: computed(() => command.value.problems.value),
    failure: computed(() => command.value.failure.value),
    clear: () => command.value.clear(),
  }
}
