import type { Locale } from '../generated/graphql'

/** A document that anybody may send, with what it needs. */
export interface PlainQuery {
  readonly document: string
  readonly variables: Readonly<Record<string, string>>
}

/** All published and retired versions, as the list of versions shows them. */
export const versionsQuery = (locale: Locale): PlainQuery => ({
  document: VERSIONS,
  variables: { locale },
})

/** A version with its dimensions, outcomes and KPIs, as its page shows them. */
export const versionQuery = (version: string, locale: Locale): PlainQuery => ({
  document: VERSION,
  variables: { version, locale },
})

/** The definition of a KPI, as its page shows it. */
export const kpiQuery = (version: string, code: string, locale: Locale): PlainQuery => ({
  document: KPI,
  variables: { version, code, locale },
})

/** The approved terms of the glossary, as their page shows them. */
export const glossaryQuery = (): PlainQuery => ({ document: GLOSSARY, variables: {} })

/** Address at which the explorer has the query before it; what follows `#` stays in the browser. */
export function exploreAddress({ document, variables }: PlainQuery): string {
  const parts = new URLSearchParams({
    query: document,
    variables: JSON.stringify(variables, null, 2),
  })
  return `/explore#${parts.toString()}`
}

const VERSIONS = `query FrameworkVersions($locale: Locale!) {
  frameworkVersions {
    code
    name(locale: $locale)
    kind
    number
    status
    validFrom
    publishedAt
    retiredAt
    changeNotes(locale: $locale)
    changeNotesLocale(locale: $locale)
    isDemonstration
    kpis {
      provenance { status }
    }
  }
}`

const VERSION = `query FrameworkVersion($version: String!, $locale: Locale!) {
  frameworkVersion(code: $version) {
    code
    name(locale: $locale)
    status
    kind
    number
    validFrom
    publishedAt
    retiredAt
    notice(locale: $locale)
    changeNotes(locale: $locale)
    changeNotesLocale(locale: $locale)
    dimensions {
      code
      name(locale: $locale)
      nameLocale(locale: $locale)
      description(locale: $locale)
      provenance { status }
      outcomes {
        code
        name(locale: $locale)
        nameLocale(locale: $locale)
        provenance { status }
        sdgs { goal name(locale: $locale) }
        instruments { code name(locale: $locale) }
        sdgMappings {
          sdg { goal name(locale: $locale) }
          sdgTarget { code name(locale: $locale) }
          strength
          rationale(locale: $locale)
        }
        instrumentMappings {
          instrument { code name(locale: $locale) }
          strength
          rationale(locale: $locale)
        }
        kpis {
          code
          name(locale: $locale)
          nameLocale(locale: $locale)
          unit
          isScored
          provenance { status }
        }
      }
    }
  }
}`

const KPI = `query KpiDefinition($version: String!, $code: String!, $locale: Locale!) {
  kpi(version: $version, code: $code) {
    code
    name(locale: $locale)
    nameLocale(locale: $locale)
    description(locale: $locale)
    descriptionLocale(locale: $locale)
    kind
    direction
    unit
    formula
    formulaInWords(locale: $locale)
    methodologyHelp(locale: $locale)
    methodologyHelpLocale(locale: $locale)
    undefinedWhen
    elements {
      symbol
      role
      period
      element {
        code
        label(locale: $locale)
        description(locale: $locale)
        unit
        nature
        origin
        kpis { code }
      }
    }
    subMeasures { code name(locale: $locale) formula unit }
    decimals
    range { min max }
    samples { name expectedState expectedValue values { symbol value } }
    translationStatus { locale state text }
    isScored
    weight
    normalisation { method floor goal target maxDistance }
    outcome {
      code
      name(locale: $locale)
      dimension { code name(locale: $locale) }
      sdgMappings {
        sdg { goal name(locale: $locale) }
        sdgTarget { code name(locale: $locale) }
        strength
        rationale(locale: $locale)
        rationaleLocale(locale: $locale)
        provenance { status }
      }
      instrumentMappings {
        instrument { code name(locale: $locale) }
        strength
        rationale(locale: $locale)
        rationaleLocale(locale: $locale)
        provenance { status }
      }
    }
    sdgs { goal name(locale: $locale) }
    sdgTargets { code goal name(locale: $locale) }
    instruments { code name(locale: $locale) }
    provenance { status fields note sources }
    relation
    ancestors {
      ancestorCode
      ancestorVersion { code name(locale: $locale) }
      relation
      comparability
      isBreak
      conversion
      note(locale: $locale)
    }
  }
}`

const GLOSSARY = `query FrameworkGlossary($after: String) {
  frameworkTerms(state: APPROVED, first: 100, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { en fr note }
  }
}`
