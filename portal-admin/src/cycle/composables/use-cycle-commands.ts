import { graphql } from '../../generated'
import { useCommand } from '../../wording/use-command'

const OpenDocument = graphql(`
  mutation CycleOpen($input: CycleOpenInput!) {
    cycleOpen(input: $input) {
      cycle {
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
const CloseDocument = graphql(`
  mutation CycleClose($input: CycleDecideInput!) {
    cycleClose(input: $input) {
      cycle {
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
const ReopenDocument = graphql(`
  mutation CycleReopen($input: CycleReopenInput!) {
    cycleReopen(input: $input) {
      cycle {
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
const RemoveDocument = graphql(`
  mutation CycleRemove($input: CycleDecideInput!) {
    cycleRemove(input: $input) {
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)
const ReportDocument = graphql(`
  mutation CycleReport($input: CycleReportInput!) {
    cycleReport(input: $input) {
      cycle {
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

const refetch = ['CycleDetail', 'Cycles']

/** The steps of a cycle. */
export function useCycleCommands() {
  return {
    open: useCommand(OpenDocument, { problems: (data) => data.cycleOpen.problems, refetch }),
    close: useCommand(CloseDocument, { problems: (data) => data.cycleClose.problems, refetch }),
    reopen: useCommand(ReopenDocument, { problems: (data) => data.cycleReopen.problems, refetch }),
    remove: useCommand(RemoveDocument, {
      problems: (data) => data.cycleRemove.problems,
      refetch: ['Cycles'],
    }),
    report: useCommand(ReportDocument, { problems: (data) => data.cycleReport.problems, refetch }),
  }
}
