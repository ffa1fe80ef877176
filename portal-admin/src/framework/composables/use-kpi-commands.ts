import { graphql } from '../../generated'
import { useCommand } from '../../wording/use-command'

const UpdateDocument = graphql(`
  mutation KpiUpdate($input: KpiUpdateInput!) {
    kpiUpdate(input: $input) {
      kpi {
        id
        version
        relation
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
const SamplesDocument = graphql(`
  mutation KpiSamplesSet($input: KpiSamplesSetInput!) {
    kpiSamplesSet(input: $input) {
      kpi {
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

/** Saves the content of a KPI of a draft, and its sample calculations. */
export function useKpiCommands() {
  return {
    update: useCommand(UpdateDocument, { problems: (data) => data.kpiUpdate.problems }),
    samples: useCommand(SamplesDocument, { problems: (data) => data.kpiSamplesSet.problems }),
  }
}
