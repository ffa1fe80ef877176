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
