import { graphql } from '../generated'

export const VersionsDocument = graphql(`
  query Versions($locale: Locale!) {
    frameworkVersions {
      id
      code
      number
      kind
      status
      name(locale: $locale)
      isDemonstration
      createdAt
      publishedAt
      contentHash
      baseVersion {
        id
        code
        name(locale: $locale)
      }
      kpis {
        id
        relation
        provenance {
          status
        }
      }
      viewerCan {
        derive {
          allowed
          code
          reason
        }
      }
    }
  }
`)

export const VersionDocument = graphql(`
  query Version($code: String!, $locale: Locale!) {
    frameworkVersion(code: $code) {
      id
      code
      number
      kind
      status
      version
      name(locale: $locale)
      nameEn: name(locale: EN)
      nameFr: name(locale: FR)
      changeNotes(locale: $locale)
      notice(locale: $locale)
      internalNotes
      isDemonstration
      contentHash
      createdAt
      publishedAt
      validFrom
      retiredAt
      submittedBy {
        id
        name
      }
      baseVersion {
        id
        code
        name(locale: $locale)
      }
      dimensions {
        id
        code
        name(locale: $locale)
        provenance {
          status
        }
        outcomes {
          id
          code
          name(locale: $locale)
          provenance {
            status
          }
          sdgs {
            goal
          }
          kpis {
            id
            code
            name(locale: $locale)
            nameLocale(locale: $locale)
            relation
            unit
            kind
            provenance {
              status
            }
          }
        }
      }
      scoringMethod {
        code
        version
        status
      }
      approvals {
        body
        decision
        decidedOn
        sessionName
        document
        reason
        contentHash
        recordedAt
        voidedAt
        recordedBy {
          id
          name
        }
      }
      reviewRemarks {
        id
        nodeCode
        body
        createdAt
        author {
          id
          name
          organisation(locale: $locale)
        }
      }
      openProblems {
        code
        reason
        message
        path
      }
      dryRun
      viewerCan {
        derive {
          allowed
          code
          reason
        }
        edit {
          allowed
          code
          reason
        }
        submit {
          allowed
          code
          reason
        }
        return {
          allowed
          code
          reason
        }
        remark {
          allowed
          code
          reason
        }
        approve {
          allowed
          code
          reason
        }
        recordApproval {
          allowed
          code
          reason
        }
        publish {
          allowed
          code
          reason
        }
        retire {
          allowed
          code
          reason
        }
      }
    }
  }
`)

export const EditorTreeDocument = graphql(`
  query EditorTree($code: String!, $locale: Locale!) {
    frameworkVersion(code: $code) {
      id
      code
      status
      name(locale: $locale)
      baseVersion {
        id
        code
        name(locale: $locale)
      }
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
            nameLocale(locale: $locale)
            relation
          }
        }
      }
      dataElements {
        id
        code
        label(locale: $locale)
        unit
        valueType
      }
      viewerCan {
        edit {
          allowed
          code
          reason
        }
      }
    }
  }
`)

export const EditorKpiDocument = graphql(`
  query EditorKpi($version: String!, $code: String!, $locale: Locale!) {
    kpi(version: $version, code: $code) {
      id
      code
      version
      name(locale: $locale)
      nameEn: name(locale: EN)
      nameFr: name(locale: FR)
      nameFrServed: nameLocale(locale: FR)
      descriptionEn: description(locale: EN)
      descriptionFr: description(locale: FR)
      descriptionFrServed: descriptionLocale(locale: FR)
      guidanceEn: reviewGuidance(locale: EN)
      guidanceFr: reviewGuidance(locale: FR)
      translationStatus {
        locale
        text
        state
      }
      kind
      unit
      decimals
      direction
      weight
      range {
        min
        max
      }
      normalisation {
        method
        floor
        goal
        target
        maxDistance
      }
      isScored
      formula
      formulaInWords(locale: $locale)
      undefinedWhen
      elements {
        symbol
        period
        role
        element {
          id
          code
          label(locale: $locale)
          unit
        }
      }
      subMeasures {
        code
        name(locale: $locale)
        formula
        unit
      }
      samples {
        name
        expectedState
        expectedValue
        values {
          symbol
          value
        }
      }
      relation
      ancestor {
        id
        code
        formula
        name(locale: $locale)
        elements {
          symbol
          period
          element {
            id
            code
            label(locale: $locale)
          }
        }
        frameworkVersion {
          id
          code
          name(locale: $locale)
        }
      }
      outcome {
        id
        code
        name(locale: $locale)
        dimension {
          id
          code
          name(locale: $locale)
        }
      }
      sdgs {
        goal
        name(locale: $locale)
      }
      instruments {
        id
        code
        name(locale: $locale)
      }
      provenance {
        status
        fields
        sources
        note
      }
    }
  }
`)

export const FormulaCheckDocument = graphql(`
  query FormulaBench($input: FormulaCheckInput!) {
    formulaCheck(input: $input) {
      symbols
      unit
      words
      problems {
        code
        message
        start
        end
      }
      results {
        name
        state
        value
        reasonCode
        missing
      }
    }
  }
`)
