import { graphql } from '../generated'

/** A piece of evidence of the working copy with every content it had. */
export const EvidenceFields = graphql(`
  fragment EvidenceFields on Evidence {
    id
    kind
    title
    language
    dated
    confidentiality
    number
    sha256
    size
    mediaType
    scanState
    fileName
    url
    downloadPath
    kpiCodes
    shareWithSecretariat
    updatedAt
    version
    addedBy {
      id
      name
    }
    viewerCan {
      edit {
        allowed
        code
      }
      share {
        allowed
        code
      }
    }
    revisions {
      number
      kind
      sha256
      size
      scanState
      fileName
      url
      downloadPath
      writtenAt
      author {
        id
        name
      }
    }
  }
`)

export const AssessmentEvidenceDocument = graphql(`
  query AssessmentEvidence($id: ID!) {
    assessment(id: $id) {
      id
      working {
        id
        evidence {
          ...EvidenceFields
        }
      }
    }
  }
`)

export const EvidenceUploadStartDocument = graphql(`
  mutation EvidenceUploadStart($input: EvidenceUploadStartInput!) {
    evidenceUploadStart(input: $input) {
      ticket
      uploadPath
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)

export const EvidenceUploadFinishDocument = graphql(`
  mutation EvidenceUploadFinish($input: EvidenceUploadFinishInput!) {
    evidenceUploadFinish(input: $input) {
      evidence {
        ...EvidenceFields
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

export const EvidenceLinkAddDocument = graphql(`
  mutation EvidenceLinkAdd($input: EvidenceLinkAddInput!) {
    evidenceLinkAdd(input: $input) {
      evidence {
        ...EvidenceFields
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

export const EvidenceUpdateDocument = graphql(`
  mutation EvidenceUpdate($input: EvidenceUpdateInput!) {
    evidenceUpdate(input: $input) {
      evidence {
        ...EvidenceFields
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

export const EvidenceRemoveDocument = graphql(`
  mutation EvidenceRemove($input: EvidenceEditInput!) {
    evidenceRemove(input: $input) {
      problems {
        code
        reason
        message
        path
      }
    }
  }
`)

export const EvidenceSharingSetDocument = graphql(`
  mutation EvidenceSharingSet($input: EvidenceSharingSetInput!) {
    evidenceSharingSet(input: $input) {
      evidence {
        ...EvidenceFields
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
