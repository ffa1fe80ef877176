/** The query everybody can begin with: the newest release's figure for one KPI. */
export function firstQuery(kpi: string): string {
  return `{ release { code benchmarks(kpi: "${kpi}") { kpi { code name } access n mean } } }`
}

/** The same query as a line for a shell. */
export function curlOf(endpoint: string, query: string): string {
  const body = JSON.stringify({ query })
  return `curl -s ${endpoint} \\
  -H 'content-type: application/json' \\
  -d '${body}'`
}
