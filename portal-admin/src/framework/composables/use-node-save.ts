import { computed } from 'vue'
import { graphql } from '../../generated'
import { useCommand } from '../../wording/use-command'
import type { changedNode } from '../node-texts'

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

const InstrumentDocument = graphql(`
  mutation InstrumentUpdate($input: InstrumentUpdateInput!) {
    instrumentUpdate(input: $input) {
      instrument {
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

export type NodeKind = 'dimension' | 'outcome' | 'element' | 'instrument'
type Text = { en?: string; fr?: string }
export interface NodeChanges {
  name?: Text
  description?: Text
}
type AllChanges = ReturnType<typeof changedNode>

const refetch = ['EditorTree']

/** Saves a dimension, an expected outcome, a data element or an instrument of a draft. */
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
    instrument: useCommand(InstrumentDocument, {
      problems: (data) => data.instrumentUpdate.problems,
      refetch,
    }),
  }
  const command = computed(() => commands[kind()])

  async function save(id: string, expectedVersion: number, changes: AllChanges) {
    const { name, description, weight, provenance, ...figure } = changes
    const origin = provenance && { provenance }
    const texts = { ...(name && { name }), ...(description && { description }) }
    const weighted = { ...texts, ...(weight !== undefined && { weight }), ...origin }
    const done = await {
      dimension: () => commands.dimension.run({ dimensionId: id, expectedVersion, ...weighted }),
      outcome: () => commands.outcome.run({ expectedOutcomeId: id, expectedVersion, ...weighted }),
      element: () =>
        commands.element.run({
          dataElementId: id,
          expectedVersion,
          ...(name && { label: name }),
          ...(description && { description }),
          ...figure,
          ...origin,
        }),
      instrument: () =>
        commands.instrument.run({
          instrumentId: id,
          expectedVersion,
          ...(name && { name }),
          ...origin,
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
