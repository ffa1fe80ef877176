import { graphql } from '../../generated'
import { useCommand } from '../../wording/use-command'

const CreateDocument = graphql(`
  mutation FrameworkVersionCreate($input: FrameworkVersionCreateInput!) {
    frameworkVersionCreate(input: $input) {
      frameworkVersion {
        id
        code
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
const SubmitDocument = graphql(`
  mutation FrameworkVersionSubmit($input: FrameworkVersionSubmitInput!) {
    frameworkVersionSubmit(input: $input) {
      frameworkVersion {
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
const ReturnDocument = graphql(`
  mutation FrameworkVersionReturn($input: FrameworkVersionReturnInput!) {
    frameworkVersionReturn(input: $input) {
      frameworkVersion {
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
const RemarkDocument = graphql(`
  mutation FrameworkRemarkAdd($input: FrameworkRemarkAddInput!) {
    frameworkRemarkAdd(input: $input) {
      frameworkVersion {
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
const ApproveDocument = graphql(`
  mutation FrameworkVersionApprove($input: FrameworkVersionApproveInput!) {
    frameworkVersionApprove(input: $input) {
      frameworkVersion {
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
const RecordDocument = graphql(`
  mutation FrameworkVersionApprovalRecord($input: FrameworkVersionApprovalRecordInput!) {
    frameworkVersionApprovalRecord(input: $input) {
      frameworkVersion {
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
  mutation FrameworkVersionPublish($input: FrameworkVersionPublishInput!) {
    frameworkVersionPublish(input: $input) {
      frameworkVersion {
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
const RetireDocument = graphql(`
  mutation FrameworkVersionRetire($input: FrameworkVersionRetireInput!) {
    frameworkVersionRetire(input: $input) {
      frameworkVersion {
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

/** Begins a draft from a published version. */
export function useVersionCreate() {
  return useCommand(CreateDocument, {
    problems: (data) => data.frameworkVersionCreate.problems,
    refetch: ['Versions'],
  })
}

/** The steps of a framework version, by the name `viewerCan` gives them; the view that shows it asks for it again. */
export function useVersionCommands() {
  return {
    submit: useCommand(SubmitDocument, {
      problems: (data) => data.frameworkVersionSubmit.problems,
    }),
    return: useCommand(ReturnDocument, {
      problems: (data) => data.frameworkVersionReturn.problems,
    }),
    remark: useCommand(RemarkDocument, {
      problems: (data) => data.frameworkRemarkAdd.problems,
      refetch: ['Version'],
    }),
    approve: useCommand(ApproveDocument, {
      problems: (data) => data.frameworkVersionApprove.problems,
    }),
    recordApproval: useCommand(RecordDocument, {
      problems: (data) => data.frameworkVersionApprovalRecord.problems,
    }),
    publish: useCommand(PublishDocument, {
      problems: (data) => data.frameworkVersionPublish.problems,
    }),
    retire: useCommand(RetireDocument, {
      problems: (data) => data.frameworkVersionRetire.problems,
    }),
  }
}
