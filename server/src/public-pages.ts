import { graphql, type GraphQLSchema } from 'graphql'
import type { Context } from '#access'

const FIXED = new Set([
  '',
  '/framework',
  '/framework/glossary',
  '/results',
  '/developers',
  '/about',
])

interface Named {
  readonly pattern: RegExp
  readonly document: string
}

// Addresses that name something: whether it is there is asked as the public would ask.
const NAMED: readonly Named[] = [
  {
    pattern: /^\/framework\/(?<version>[^/]+)(?:\/(?:elements|print))?$/,
    document:
      'query PageVersion($version: String!) { it: frameworkVersion(code: $version) { id } }',
  },
  {
    pattern: /^\/framework\/(?<version>[^/]+)\/(?<kpi>[^/]+)$/,
    document:
      'query PageKpi($version: String!, $kpi: String!) { it: kpi(version: $version, code: $kpi) { id } }',
  },
  {
    pattern: /^\/results\/(?<release>[^/]+)$/,
    document: 'query PageRelease($release: String!) { it: release(code: $release) { id } }',
  },
  {
    pattern: /^\/results\/(?<release>[^/]+)\/(?<kpi>[^/]+)$/,
    document:
      'query PageResult($release: String!, $kpi: String!) { it: release(code: $release) { parts: benchmarks(kpi: $kpi) { id } } }',
  },
]

interface Answer {
  readonly it?: { readonly parts?: readonly unknown[] } | null
}

/** Tells whether a public page exists, so that an address of nothing answers as such. */
export function publicPages(
  schema: GraphQLSchema,
  asNobody: () => Context,
): (path: string) => Promise<boolean> {
  return async (path) => {
    const plain = path.replace(/\/$/, '')
    if (FIXED.has(plain)) return true
    const named = NAMED.find(({ pattern }) => pattern.test(plain))
    if (!named) return false
    const contextValue = asNobody()
    try {
      const { data, errors } = await graphql({
        schema,
        source: named.document,
        variableValues: decoded(named.pattern.exec(plain)?.groups ?? {}),
        contextValue,
      })
      // Whoever cannot be asked may be there: the page itself then says what went wrong.
      if (errors) return true
      const { it } = (data ?? {}) as Answer
      return it != null && (it.parts === undefined || it.parts.length > 0)
    } finally {
      await contextValue.end()
    }
  }
}

// What is not well encoded is refused before it comes here.
function decoded(groups: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(groups).map(([name, text]) => [name, decodeURIComponent(text)]),
  )
}
