import { graphql } from '../generated'

export const MappingsDocument = graphql(`
  query Mappings($code: String!, $locale: Locale!) {
    frameworkVersion(code: $code) {
      id
      code
      name(locale: $locale)
      status
      baseVersion {
        id
        code
      }
      viewerCan {
        edit {
          allowed
          code
          reason
        }
      }
      sdgs {
        goal
        name(locale: $locale)
        targets {
          code
          goal
          name(locale: $locale)
        }
      }
      instruments {
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
          ...MappedOutcome_outcome
        }
      }
    }
  }
`)

export const MappedOutcome = graphql(`
  fragment MappedOutcome_outcome on ExpectedOutcome {
    id
    code
    sdgMappings {
      id
      strength
      version
      sdg {
        goal
      }
      sdgTarget {
        code
        goal
      }
      rationaleEn: rationale(locale: EN)
      rationaleFr: rationale(locale: FR)
      frenchIn: rationaleLocale(locale: FR)
      provenance {
        status
      }
    }
    instrumentMappings {
      id
      strength
      version
      instrument {
        id
        code
      }
      rationaleEn: rationale(locale: EN)
      rationaleFr: rationale(locale: FR)
      frenchIn: rationaleLocale(locale: FR)
      provenance {
        status
      }
    }
  }
`)

export const MappingsSetDocument = graphql(`
  mutation OutcomeMappingsSet($input: OutcomeMappingsSetInput!) {
    outcomeMappingsSet(input: $input) {
      expectedOutcomes {
        id
        ...MappedOutcome_outcome
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

export const MappingsRemoveDocument = graphql(`
  mutation OutcomeMappingsRemove($input: OutcomeMappingsRemoveInput!) {
    outcomeMappingsRemove(input: $input) {
      expectedOutcomes {
        id
        ...MappedOutcome_outcome
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

/** Goals with their targets, and the WCO instruments a KPI of the version may name. */
export const KpiMappingChoicesDocument = graphql(`
  query KpiMappingChoices($version: String!, $locale: Locale!) {
    frameworkVersion(code: $version) {
      id
      code
      sdgs {
        goal
        name(locale: $locale)
        targets {
          code
          goal
          name(locale: $locale)
        }
      }
      instruments {
        id
        code
        name(locale: $locale)
      }
    }
  }
`)
