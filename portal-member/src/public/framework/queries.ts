import type { Locale } from '../generated/graphql'

/** Query for the definition of a KPI, ready to be pasted; answers in the language of the reader. */
export function kpiQuery(version: string, code: string, locale: Locale): string {
  const text = locale === 'EN' ? '' : `(locale: ${locale})`
  return `query {
  kpi(
    version: "${version}"
    code: "${code}"
  ) {
    code
    name${text}
    description${text}
    unit
    direction
    formula
    formulaInWords${text}
    elements {
      symbol
      element {
        code
        label${text}
        unit
      }
    }
    provenance {
      status fields sources
    }
  }
}`
}

/** Query for the whole tree of a framework version. */
export function treeQuery(version: string, locale: Locale): string {
  const text = locale === 'EN' ? '' : `(locale: ${locale})`
  return `query {
  frameworkVersion(code: "${version}") {
    code
    dimensions {
      code
      name${text}
      outcomes {
        code
        name${text}
        kpis { code name${text} unit formula }
      }
    }
  }
}`
}
