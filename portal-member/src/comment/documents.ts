import { graphql } from '../generated'

export const InternalCommentFields = graphql(`
  fragment InternalCommentFields on InternalComment {
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

export const SecretariatCommentFields = graphql(`
  fragment SecretariatCommentFields on Comment {
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

export const CommentsAt = graphql(`
  fragment CommentsAt on Assessment {
    id
    internalComments(kpi: $kpi) {
      ...InternalCommentFields
    }
    comments(kpi: $kpi) {
      ...SecretariatCommentFields
    }
    internalCommentCounts {
      kpiCode
      open
      threads
    }
    commentCounts {
      kpiCode
      open
      threads
    }
  }
`)

/** What is said at one KPI, and who could be mentioned there. */
export const CommentsDocument = graphql(`
  query MemberComments(
    $id: ID!
    $kpi: String!
    $readersOfKpi: String
    $readersOfElement: String
    $locale: Locale!
  ) {
    assessment(id: $id) {
      ...CommentsAt
      internalCommentReaders(kpi: $readersOfKpi, element: $readersOfElement) {
        id
        name
      }
      commentReaders {
        id
        name
      }
      viewerCanComment {
        internally {
          allowed
          code
        }
        withSecretariat {
          allowed
          code
        }
      }
    }
  }
`)

export const InternalCommentAddDocument = graphql(`
  mutation InternalCommentAdd($input: InternalCommentAddInput!, $kpi: String!, $locale: Locale!) {
    internalCommentAdd(input: $input) {
      assessment {
        ...CommentsAt
      }
      problems {
        code
        reason
        message
      }
    }
  }
`)

export const CommentAddDocument = graphql(`
  mutation CommentAdd($input: CommentAddInput!, $kpi: String!, $locale: Locale!) {
    commentAdd(input: $input) {
      assessment {
        ...CommentsAt
      }
      problems {
        code
        reason
        message
      }
    }
  }
`)

export const CommentEditDocument = graphql(`
  mutation CommentEdit($input: CommentEditInput!, $kpi: String!, $locale: Locale!) {
    commentEdit(input: $input) {
      assessment {
        ...CommentsAt
      }
      problems {
        code
        reason
        message
      }
    }
  }
`)

export const CommentRemoveDocument = graphql(`
  mutation CommentRemove($input: CommentStepInput!, $kpi: String!, $locale: Locale!) {
    commentRemove(input: $input) {
      assessment {
        ...CommentsAt
      }
      problems {
        code
        reason
        message
      }
    }
  }
`)

export const CommentResolveDocument = graphql(`
  mutation CommentResolve($input: CommentStepInput!, $kpi: String!, $locale: Locale!) {
    commentResolve(input: $input) {
      assessment {
        ...CommentsAt
      }
      problems {
        code
        reason
        message
      }
    }
  }
`)

export const CommentReopenDocument = graphql(`
  mutation CommentReopen($input: CommentStepInput!, $kpi: String!, $locale: Locale!) {
    commentReopen(input: $input) {
      assessment {
        ...CommentsAt
      }
      problems {
        code
        reason
        message
      }
    }
  }
`)
