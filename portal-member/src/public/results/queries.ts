import type { Locale } from '../generated/graphql'

const named = (locale: Locale) => (locale === 'EN' ? 'name' : `name(locale: ${locale})`)

/** Query for all group figures of a release, ready to be pasted. */
export function releaseQuery(release: string, locale: Locale): string {
  return `query {
  release(code: "${release}") {
    code
    publishedAt
    benchmarks {
      kpi { code ${named(locale)} unit }
      peerGroup { code }
      access
      n
      nBand
      mean
    }
  }
}`
}

/** Query for everything a release says about one KPI. */
export function releasedKpiQuery(release: string, kpi: string, locale: Locale): string {
  return `query {
  release(code: "${release}") {
    benchmarks(kpi: "${kpi}") {
      peerGroup { code }
      access n nBand mean
    }
    results(
      kpi: "${kpi}"
      first: 20
    ) {
      nodes {
        administration {
          code
          ${named(locale)}
        }
        access state value
        reasonCode verification
      }
      pageInfo {
        hasNextPage endCursor
      }
    }
  }
}`
}
