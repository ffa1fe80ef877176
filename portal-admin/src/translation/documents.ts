import { graphql } from '../generated'

export const TranslationsDocument = graphql(`
  query Translations(
    $code: String!
    $states: [TranslationState!]
    $kind: TranslatedKind
    $search: String
    $first: Int!
    $after: String
    $locale: Locale!
  ) {
    frameworkVersion(code: $code) {
      id
      code
      status
      name(locale: $locale)
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
      translationCounts {
        kind
        state
        count
      }
      translations(states: $states, kind: $kind, search: $search, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...TranslationRow_translation
        }
      }
    }
  }
`)

export const TranslationRow = graphql(`
  fragment TranslationRow_translation on Translation {
    unit
    kind
    code
    text
    title(locale: $locale)
    en
    fr
    state
    revision
    previous
    translatedAt
    reviewedAt
    translatedBy {
      id
      name
    }
    reviewedBy {
      id
      name
    }
    terms {
      en
      fr
      note
    }
    viewerCan {
      translate {
        allowed
        code
        reason
      }
      review {
        allowed
        code
        reason
      }
      confirm {
        allowed
        code
        reason
      }
    }
  }
`)

export const TranslationUnitsDocument = graphql(`
  query TranslationUnits($code: String!, $units: [String!]!, $locale: Locale!) {
    frameworkVersion(code: $code) {
      id
      translationCounts {
        kind
        state
        count
      }
      translations(units: $units, first: 100) {
        nodes {
          ...TranslationRow_translation
        }
      }
    }
  }
`)
