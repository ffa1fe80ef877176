import { graphql } from '../generated'

export const AdministrationDetailDocument = graphql(`
  query AdministrationDetail($code: String!, $locale: Locale!) {
    administration(code: $code) {
      id
      code
      name(locale: $locale)
      en: name(locale: EN)
      fr: name(locale: FR)
      geography
      isLandlocked
      incomeGroup
      administrationType
      joinedOn
      isInvented
      requiresApproval
      version
      region {
        code
        name(locale: $locale)
      }
      contactName
      contactMail
      contactPhone
      contactVersion
      viewerCan {
        invite {
          allowed
          code
          reason
        }
        handOver {
          allowed
          code
          reason
        }
        setContact {
          allowed
          code
          reason
        }
        update {
          allowed
          code
          reason
        }
        editRegister {
          allowed
          code
          reason
        }
      }
      assessments {
        id
        status
        submittedAt
        dueAt
        cycle {
          id
          code
          name(locale: $locale)
        }
      }
    }
    people(first: 100, administration: $code) {
      nodes {
        ...PersonRow_person
      }
      totalCount
    }
    viewer {
      person {
        id
      }
      givableRoles
    }
    regions {
      code
      name(locale: $locale)
    }
    cycles {
      id
      progressSummary {
        administrationCount
      }
    }
  }
`)

export const RegisterUpdateDocument = graphql(`
  mutation SecretariatRegisterUpdate($input: AdministrationRegisterUpdateInput!) {
    answer: administrationRegisterUpdate(input: $input) {
      administration {
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

export const ContactSetDocument = graphql(`
  mutation SecretariatContactSet($input: AdministrationContactSetInput!) {
    answer: administrationContactSet(input: $input) {
      administration {
        id
        contactVersion
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

export const SignatureDocument = graphql(`
  mutation SecretariatSignatureSet($input: AdministrationUpdateInput!) {
    answer: administrationUpdate(input: $input) {
      administration {
        id
        requiresApproval
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

export const HandOverDocument = graphql(`
  mutation SecretariatHandOver($input: CoordinatorHandOverInput!) {
    answer: coordinatorHandOver(input: $input) {
      administration {
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
