import { graphql } from '../generated'

export const CommentFields = graphql(`
  fragment CommentFields on Comment {
    id
    threadId
    kpiCode
    elementCode
    body
    locale
    createdAt
    editedAt
    removedAt
    resolvedAt
    version
    author {
      id
      name
      organisation(locale: $locale)
    }
    resolver {
      id
      name
    }
    mentions {
      id
      name
    }
    viewerCan {
      answer {
        allowed
      }
      edit {
        allowed
      }
      remove {
        allowed
      }
      resolve {
        allowed
      }
      reopen {
        allowed
      }
    }
  }
`)

/** The thread of an administration and the secretariat at one KPI. */
export const SubmittedCommentsDocument = graphql(`
  query SubmittedComments($id: ID!, $kpi: String!, $locale: Locale!) {
    assessment(id: $id) {
      id
      comments(kpi: $kpi) {
        ...CommentFields
      }
      viewerCanComment {
        withSecretariat {
          allowed
          code
        }
      }
    }
  }
`)

export const CommentAddDocument = graphql(`
  mutation CommentAdd($input: CommentAddInput!) {
    commentAdd(input: $input) {
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)

export const CommentEditDocument = graphql(`
  mutation CommentEdit($input: CommentEditInput!) {
    commentEdit(input: $input) {
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)

export const CommentRemoveDocument = graphql(`
  mutation CommentRemove($input: CommentStepInput!) {
    commentRemove(input: $input) {
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)

export const CommentResolveDocument = graphql(`
  mutation CommentResolve($input: CommentStepInput!) {
    commentResolve(input: $input) {
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)

export const CommentReopenDocument = graphql(`
  mutation CommentReopen($input: CommentStepInput!) {
    commentReopen(input: $input) {
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)
