import { graphql } from '../generated'

export const PeopleDocument = graphql(`
  query People {
    viewer {
      hat
      person {
        id
      }
      administration {
        id
        viewerCan {
          invite {
            allowed
            code
          }
          handOver {
            allowed
            code
            reason
          }
        }
      }
    }
    people(first: 100) {
      nodes {
        id
        name
        email
        status
        lastSeenAt
        heldRoles {
          id
          role
          isDeputy
          viewerCan {
            end {
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
        }
      }
    }
  }
`)

export const InvitationsDocument = graphql(`
  query Invitations {
    invitations(first: 100, waitingOnly: true) {
      nodes {
        id
        name
        email
        roles
        state
        expiresAt
        viewerCan {
          revoke {
            allowed
          }
          resend {
            allowed
          }
        }
      }
    }
  }
`)

export const PersonInviteDocument = graphql(`
  mutation PersonInvite($input: PersonInviteInput!) {
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

export const InvitationResendDocument = graphql(`
  mutation InvitationResend($input: InvitationDecideInput!) {
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

export const InvitationRevokeDocument = graphql(`
  mutation InvitationRevoke($input: InvitationDecideInput!) {
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

export const RoleGrantDocument = graphql(`
  mutation RoleGrant($input: RoleGrantInput!) {
    answer: roleGrant(input: $input) {
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)

export const RoleEndDocument = graphql(`
  mutation RoleEnd($input: RoleEndInput!) {
    answer: roleEnd(input: $input) {
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)

export const PersonSuspendDocument = graphql(`
  mutation PersonSuspend($input: PersonStatusInput!) {
    answer: personSuspend(input: $input) {
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)

export const PersonReactivateDocument = graphql(`
  mutation PersonReactivate($input: PersonStatusInput!) {
    answer: personReactivate(input: $input) {
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)

export const CoordinatorHandOverDocument = graphql(`
  mutation CoordinatorHandOver($input: CoordinatorHandOverInput!) {
    answer: coordinatorHandOver(input: $input) {
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)

export const InvitationOfferDocument = graphql(`
  query InvitationOffer($token: String!, $locale: Locale!) {
    viewer {
      email
      workspace
    }
    invitationOffer(token: $token) {
      email
      name
      roles
      inviter
      organisation(locale: $locale)
      expiresAt
      hasAccount
    }
  }
`)

export const InvitationAcceptDocument = graphql(`
  mutation InvitationAccept($input: InvitationAcceptInput!) {
    answer: invitationAccept(input: $input) {
      workspace
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)
