import { graphql } from '../generated'

export const PartnersDocument = graphql(`
  query Partners($first: Int!, $after: String, $status: ApiClientStatus) {
    apiClients(first: $first, after: $after, status: $status) {
      nodes {
        id
        name
        organisation
        status
        isExpired
        scopes
        expiresAt
        lastUsedAt
        owner {
          id
          name
        }
      }
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    viewer {
      proposeApiClient {
        allowed
        code
        reason
      }
      grantApiClient {
        allowed
        code
        reason
      }
    }
  }
`)

export const PartnerFacts = graphql(`
  fragment PartnerFacts_client on ApiClient {
    id
    name
    organisation
    purpose
    contactName
    contactMail
    termsAcceptedOn
    status
    isExpired
    scopes
    allowedNetworks
    expiresAt
    createdAt
    decidedAt
    revokedAt
    lastUsedAt
    version
    owner {
      id
      name
    }
    tokens {
      id
      endsWith
      createdAt
      expiresAt
      revokedAt
      lastUsedAt
      isValid
      viewerCan {
        revoke {
          allowed
          code
          reason
        }
      }
    }
    viewerCan {
      grant {
        allowed
        code
        reason
      }
      decline {
        allowed
        code
        reason
      }
      update {
        allowed
        code
        reason
      }
      revoke {
        allowed
        code
        reason
      }
      issueToken {
        allowed
        code
        reason
      }
      rotateToken {
        allowed
        code
        reason
      }
    }
  }
`)

export const PartnerDocument = graphql(`
  query Partner($id: ID!) {
    apiClient(id: $id) {
      ...PartnerFacts_client
    }
  }
`)

export const ScopeChoicesDocument = graphql(`
  query PartnerScopes($locale: Locale!) {
    frameworkVersions {
      id
      status
      dimensions {
        id
        code
        name(locale: $locale)
        outcomes {
          id
          code
          name(locale: $locale)
          kpis {
            id
            code
            name(locale: $locale)
          }
        }
      }
    }
  }
`)

export const ProposeDocument = graphql(`
  mutation PartnerPropose($input: ApiClientProposeInput!) {
    answer: apiClientPropose(input: $input) {
      client {
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

export const GrantDocument = graphql(`
  mutation PartnerGrant($input: ApiClientGrantInput!) {
    answer: apiClientGrant(input: $input) {
      client {
        ...PartnerFacts_client
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

export const UpdateDocument = graphql(`
  mutation PartnerUpdate($input: ApiClientUpdateInput!) {
    answer: apiClientUpdate(input: $input) {
      client {
        ...PartnerFacts_client
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

export const DeclineDocument = graphql(`
  mutation PartnerDecline($input: ApiClientDecideInput!) {
    answer: apiClientDecline(input: $input) {
      client {
        ...PartnerFacts_client
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

export const RevokeDocument = graphql(`
  mutation PartnerRevoke($input: ApiClientDecideInput!) {
    answer: apiClientRevoke(input: $input) {
      client {
        ...PartnerFacts_client
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

export const TokenIssueDocument = graphql(`
  mutation PartnerTokenIssue($input: ApiClientDecideInput!) {
    answer: apiClientTokenIssue(input: $input) {
      token
      client {
        ...PartnerFacts_client
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

export const TokenRotateDocument = graphql(`
  mutation PartnerTokenRotate($input: ApiClientTokenRotateInput!) {
    answer: apiClientTokenRotate(input: $input) {
      token
      client {
        ...PartnerFacts_client
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

export const TokenRevokeDocument = graphql(`
  mutation PartnerTokenRevoke($input: ApiClientTokenRevokeInput!) {
    answer: apiClientTokenRevoke(input: $input) {
      client {
        ...PartnerFacts_client
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
