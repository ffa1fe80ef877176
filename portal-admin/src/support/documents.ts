import { graphql } from '../generated'

export const OwnSupportDocument = graphql(`
  query OwnSupport {
    viewer {
      openSupportAccess {
        allowed
        code
      }
      supportAccess {
        id
        endsAt
        viewerCan {
          close {
            allowed
          }
        }
      }
      supportViews {
        id
        viewerName
        startedAt
        endedAt
        isNoticed
      }
    }
  }
`)

export const SupportAccessOpenDocument = graphql(`
  mutation SupportAccessOpen($input: SupportAccessInput!) {
    answer: supportAccessOpen(input: $input) {
      problems {
        reason
        message
      }
    }
  }
`)

export const SupportAccessCloseDocument = graphql(`
  mutation SupportAccessClose($input: SupportAccessInput!) {
    answer: supportAccessClose(input: $input) {
      problems {
        reason
        message
      }
    }
  }
`)

export const SupportViewsNoticeDocument = graphql(`
  mutation SupportViewsNotice($input: SupportAccessInput!) {
    answer: supportViewsNotice(input: $input) {
      problems {
        reason
        message
      }
    }
  }
`)

export const SupportViewEndDocument = graphql(`
  mutation SupportViewEnd {
    supportViewEnd {
      problems {
        reason
        message
      }
    }
  }
`)

export const SupportDoorsDocument = graphql(`
  query SupportDoors {
    supportAccesses {
      id
      role
      endsAt
      person {
        id
        name
        en: organisation(locale: EN)
        fr: organisation(locale: FR)
      }
      viewerCan {
        startView {
          allowed
          code
        }
      }
    }
  }
`)

export const SupportViewStartDocument = graphql(`
  mutation SupportViewStart($accessId: ID!) {
    answer: supportViewStart(input: { accessId: $accessId }) {
      viewer {
        workspace
      }
      problems {
        reason
        message
      }
    }
  }
`)
