import { graphql } from '../../generated'
import type { VersionRulesQuery } from '../../generated/graphql'

export const RulesDocument = graphql(`
  query VersionRules($code: String!, $locale: Locale!) {
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
        }
      }
      validationRules {
        id
        version
        code
        type
        level
        kpiCodes
        part
        whole
        element
        percent
        period
        min
        max
        left
        comparison
        right
        tolerance
      }
      dataElements {
        id
        code
        label(locale: $locale)
      }
      kpis {
        id
        code
        name(locale: $locale)
      }
    }
  }
`)

/** A rule as the list reads it. */
export type Rule = NonNullable<
  NonNullable<VersionRulesQuery['frameworkVersion']>['validationRules']
>[number]
