import { graphql } from '../generated'

export const StaffDocument = graphql(`
  query Staff(
    $first: Int!
    $after: String
    $workspace: Workspace
    $role: Hat
    $status: PersonStatus
    $search: String
  ) {
    people(
      first: $first
      after: $after
      workspace: $workspace
      role: $role
      status: $status
      search: $search
    ) {
      nodes {
        ...PersonRow_person
      }
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    viewer {
      person {
        id
      }
      invitePeople {
        allowed
        code
        reason
      }
      givableRoles
    }
  }
`)

export const PersonRow = graphql(`
  fragment PersonRow_person on Person {
    id
    name
    email
    status
    lastSeenAt
    version
    heldRoles {
      id
      role
      isDeputy
      administration {
        id
        code
        en: name(locale: EN)
        fr: name(locale: FR)
      }
      viewerCan {
        end {
          allowed
          code
          reason
        }
      }
    }
    accreditation {
      standing
      areas
      validUntil
      openReviewCount
      viewerCan {
        set {
          allowed
          code
          reason
        }
      }
    }
    viewerCan {
      grantRole {
        allowed
        code
        reason
      }
      suspend {
        allowed
        code
        reason
      }
      reactivate {
        allowed
        code
        reason
      }
      resetPassword {
        allowed
        code
        reason
      }
      forgetSecondFactor {
        allowed
        code
        reason
      }
    }
  }
`)

export const WaitingInvitationsDocument = graphql(`
  query WaitingInvitations($first: Int!, $administration: String) {
    invitations(first: $first, waitingOnly: true, administration: $administration) {
      nodes {
        id
        name
        email
        roles
        state
        sentAt
        expiresAt
        administration {
          id
          en: name(locale: EN)
          fr: name(locale: FR)
        }
        viewerCan {
          resend {
            allowed
            code
            reason
          }
          revoke {
            allowed
            code
            reason
          }
        }
      }
      totalCount
    }
  }
`)

export const InviteDocument = graphql(`
  mutation SecretariatInvite($input: PersonInviteInput!) {
    answer: personInvite(input: $input) {
      link
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)

export const ResendDocument = graphql(`
  mutation SecretariatInvitationResend($input: InvitationDecideInput!) {
    answer: invitationResend(input: $input) {
      link
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
  mutation SecretariatInvitationRevoke($input: InvitationDecideInput!) {
    answer: invitationRevoke(input: $input) {
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)

export const GrantRoleDocument = graphql(`
  mutation SecretariatRoleGrant($input: RoleGrantInput!) {
    answer: roleGrant(input: $input) {
      person {
        ...PersonRow_person
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

export const EndRoleDocument = graphql(`
  mutation SecretariatRoleEnd($input: RoleEndInput!) {
    answer: roleEnd(input: $input) {
      person {
        ...PersonRow_person
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

export const SuspendDocument = graphql(`
  mutation SecretariatPersonSuspend($input: PersonStatusInput!) {
    answer: personSuspend(input: $input) {
      person {
        ...PersonRow_person
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

export const ReactivateDocument = graphql(`
  mutation SecretariatPersonReactivate($input: PersonStatusInput!) {
    answer: personReactivate(input: $input) {
      person {
        ...PersonRow_person
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

export const AccreditDocument = graphql(`
  mutation SecretariatAccredit($input: ReviewerAccreditInput!) {
    answer: reviewerAccredit(input: $input) {
      person {
        ...PersonRow_person
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

export const PasswordResetDocument = graphql(`
  mutation SecretariatPersonPasswordReset($input: PersonRestoreInput!) {
    answer: personPasswordReset(input: $input) {
      link
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)

export const SecondFactorForgetDocument = graphql(`
  mutation SecretariatPersonSecondFactorForget($input: PersonRestoreInput!) {
    answer: personSecondFactorForget(input: $input) {
      person {
        ...PersonRow_person
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
