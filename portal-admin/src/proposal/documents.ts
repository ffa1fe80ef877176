import { graphql } from '../generated'

export const ProposalRow = graphql(`
  fragment ProposalRow_proposal on ChangeProposal {
    id
    code
    title
    locale
    kind
    principle
    status
    createdAt
    commentCount
    author {
      id
      name
    }
    aboutVersion {
      id
      code
      name(locale: $locale)
    }
    implementedIn {
      id
      code
      status
      name(locale: $locale)
    }
  }
`)

export const ProposalsDocument = graphql(`
  query Proposals(
    $first: Int!
    $after: String
    $status: ChangeProposalStatus
    $kind: ChangeProposalKind
    $principle: ChangeProposalPrinciple
    $search: String
    $node: String
    $isMine: Boolean
    $orderBy: ChangeProposalOrder
    $locale: Locale!
  ) {
    changeProposals(
      first: $first
      after: $after
      status: $status
      kind: $kind
      principle: $principle
      search: $search
      node: $node
      isMine: $isMine
      orderBy: $orderBy
    ) {
      nodes {
        ...ProposalRow_proposal
      }
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

export const ProposableDocument = graphql(`
  query Proposable($locale: Locale!) {
    frameworkVersions {
      id
      code
      name(locale: $locale)
      viewerCan {
        propose {
          allowed
          code
          reason
        }
      }
    }
  }
`)

export const ProposedNodesDocument = graphql(`
  query ProposedNodes($version: String!, $words: String!, $locale: Locale!) {
    frameworkSearch(version: $version, words: $words, first: 20) {
      code
      kind
      name(locale: $locale)
    }
  }
`)

export const ProposalSteps = graphql(`
  fragment ProposalSteps_proposal on ChangeProposal {
    id
    code
    title
    version
    aboutVersion {
      id
      code
    }
    viewerCan {
      decide {
        allowed
        code
        reason
      }
      withdraw {
        allowed
        code
        reason
      }
      implement {
        allowed
        code
        reason
      }
    }
  }
`)

export const ProposalThread = graphql(`
  fragment ProposalThread_proposal on ChangeProposal {
    id
    comments {
      id
      body
      locale
      createdAt
      author {
        id
        name
        organisation(locale: $locale)
      }
    }
    viewerCan {
      comment {
        allowed
        code
        reason
      }
    }
  }
`)

export const ProposalFacts = graphql(`
  fragment ProposalFacts_proposal on ChangeProposal {
    ...ProposalRow_proposal
    rationale
    decidedAt
    decisionReason
    withdrawnAt
    implementedAt
    decidedBy {
      id
      name
    }
    implementedBy {
      id
      name
    }
    nodes {
      code
      type
      name(locale: $locale)
    }
  }
`)

export const ProposalDocument = graphql(`
  query Proposal($code: String!, $locale: Locale!) {
    changeProposal(code: $code) {
      ...ProposalFacts_proposal
      ...ProposalSteps_proposal
      ...ProposalThread_proposal
    }
  }
`)

export const CarryingVersionsDocument = graphql(`
  query CarryingVersions($locale: Locale!) {
    frameworkVersions {
      id
      code
      name(locale: $locale)
      status
      createdAt
    }
  }
`)

export const CreateProposalDocument = graphql(`
  mutation ChangeProposalCreate($input: ChangeProposalCreateInput!) {
    answer: changeProposalCreate(input: $input) {
      changeProposal {
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

export const CommentOnProposalDocument = graphql(`
  mutation ChangeProposalComment($input: ChangeProposalCommentInput!) {
    answer: changeProposalComment(input: $input) {
      changeProposal {
        id
        commentCount
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

export const DecideOnProposalDocument = graphql(`
  mutation ChangeProposalDecide($input: ChangeProposalDecideInput!) {
    answer: changeProposalDecide(input: $input) {
      changeProposal {
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

export const WithdrawProposalDocument = graphql(`
  mutation ChangeProposalWithdraw($input: ChangeProposalWithdrawInput!) {
    answer: changeProposalWithdraw(input: $input) {
      changeProposal {
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

export const ImplementProposalDocument = graphql(`
  mutation ChangeProposalImplement($input: ChangeProposalImplementInput!) {
    answer: changeProposalImplement(input: $input) {
      changeProposal {
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
