import { graphql } from '../../generated'

/** Answer as the list and the workspace show it; every save brings the changed ones back. */
export const ResponseFields = graphql(`
  fragment WorkResponse on KpiResponse {
    id
    kpiCode
    state
    value
    score
    reasonCode
    reasonText
    justification
    isJustified
    disclosureLevel
    aggregateUse
    levelChosen
    lookedAt
    version
    checks {
      code
      kind
      level
      elementCode
      period
      message(locale: $locale)
    }
    subMeasures {
      code
      name(locale: $locale)
      unit
      value
    }
  }
`)

export const DataValuesSaveDocument = graphql(`
  mutation DataValuesSave($input: DataValuesSaveInput!, $locale: Locale!) {
    dataValuesSave(input: $input, locale: $locale) {
      batchId
      problems {
        code
        reason
        message
      }
      results {
        elementCode
        year
        isSaved
        value
        version
        problem {
          code
          reason
          message
        }
        current {
          value
          version
          authorName
          updatedAt
        }
      }
      changedResponses {
        ...WorkResponse
      }
      assessment {
        id
        progress {
          figuresEntered
          figuresTotal
          kpisReady
          kpisTotal
          blocks
          warningsOpen
          lastActivityAt
        }
        working {
          id
          values {
            id
            elementCode
            year
            period
            value
            isEstimated
            note
            version
          }
        }
      }
    }
  }
`)

export const KpiResponseSetReasonDocument = graphql(`
  mutation KpiResponseSetReason($input: KpiResponseSetReasonInput!, $locale: Locale!) {
    kpiResponseSetReason(input: $input) {
      problems {
        code
        reason
        message
      }
      response {
        ...WorkResponse
      }
      changedResponses {
        ...WorkResponse
      }
    }
  }
`)

export const KpiResponseClearReasonDocument = graphql(`
  mutation KpiResponseClearReason($input: KpiResponseInput!, $locale: Locale!) {
    kpiResponseClearReason(input: $input) {
      problems {
        code
        reason
        message
      }
      response {
        ...WorkResponse
      }
      changedResponses {
        ...WorkResponse
      }
    }
  }
`)

export const KpiResponseJustifyDocument = graphql(`
  mutation KpiResponseJustify($input: KpiResponseJustifyInput!, $locale: Locale!) {
    kpiResponseJustify(input: $input) {
      problems {
        code
        reason
        message
      }
      response {
        ...WorkResponse
      }
    }
  }
`)

export const KpiResponseLookedAtDocument = graphql(`
  mutation KpiResponseLookedAt($input: KpiResponseLookedAtInput!, $locale: Locale!) {
    kpiResponseLookedAt(input: $input) {
      problems {
        code
        reason
        message
      }
      response {
        ...WorkResponse
      }
    }
  }
`)

export const LevelSetDocument = graphql(`
  mutation LevelSet($input: DisclosureSetInput!) {
    disclosureSet(input: $input) {
      problems {
        code
        reason
        message
      }
      assessment {
        id
        working {
          id
          responses {
            id
            disclosureLevel
            aggregateUse
            levelChosen
            version
          }
        }
      }
    }
  }
`)

export const InstrumentLevelsSaveDocument = graphql(`
  mutation InstrumentLevelsSave($input: InstrumentLevelsSaveInput!, $locale: Locale!) {
    instrumentLevelsSave(input: $input) {
      problems {
        code
        reason
        message
      }
      itemProblems {
        code
        reason
        message
        path
      }
      instruments {
        instrumentCode
        level
        version
      }
      changedResponses {
        ...WorkResponse
      }
    }
  }
`)
