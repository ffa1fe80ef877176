import { computed } from 'vue'
import { graphql } from '../../generated'
import { useStep } from './use-step'

const FindingSave = graphql(`
  mutation FindingSave($input: FindingSaveInput!) {
    findingSave(input: $input) {
      finding {
        id
      }
      problems {
        reason
        message
        path
      }
    }
  }
`)
const FindingSend = graphql(`
  mutation FindingSend($input: FindingDecideInput!) {
    findingSend(input: $input) {
      finding {
        id
        status
        version
      }
      problems {
        reason
        message
        path
      }
    }
  }
`)
const FindingDelete = graphql(`
  mutation FindingDelete($input: FindingDecideInput!) {
    findingDelete(input: $input) {
      problems {
        reason
        message
        path
      }
    }
  }
`)
const FindingCorrect = graphql(`
  mutation FindingCorrect($input: FindingCorrectInput!) {
    findingCorrect(input: $input) {
      finding {
        id
      }
      problems {
        reason
        message
        path
      }
    }
  }
`)

const SHOWN_IN = ['ReviewDesk']

/** What an author does with findings; every step asks the desk again, since lists change. */
export function useFindingSteps() {
  const saving = useStep(FindingSave, (data) => data.findingSave, SHOWN_IN)
  const sending = useStep(FindingSend, (data) => data.findingSend, SHOWN_IN)
  const removing = useStep(FindingDelete, (data) => data.findingDelete, SHOWN_IN)
  const correcting = useStep(FindingCorrect, (data) => data.findingCorrect, SHOWN_IN)
  const steps = [saving, sending, removing, correcting]

  return {
    save: async (input: Parameters<typeof saving.run>[0]['input']) =>
      (await saving.run({ input })) !== undefined,
    send: async (input: Parameters<typeof sending.run>[0]['input']) =>
      (await sending.run({ input })) !== undefined,
    remove: async (input: Parameters<typeof removing.run>[0]['input']) =>
      (await removing.run({ input })) !== undefined,
    correct: async (input: Parameters<typeof correcting.run>[0]['input']) =>
      (await correcting.run({ input })) !== undefined,
    busy: computed(() => steps.some(({ busy }) => busy.value)),
    problems: computed(() => steps.flatMap(({ problems }) => problems.value)),
    clear: () => steps.forEach((step) => step.clear()),
  }
}
