import type { LocalizedText } from '../definition'
import type { KpiRelation } from '../enums'
import type { Comparability, LineageKind } from './enums'
import { KINDS, type LineageLink } from './lineage'

/** What people stated about the lineage of one node, as the history and catalogue files hold it. */
export interface LineageStatement {
  readonly kind: LineageKind
  /** Null where it is said of an ancestor that it is retired. */
  readonly code: string | null
  readonly ancestors: readonly string[]
  readonly relation: KpiRelation
  readonly comparability: Comparability
  readonly conversion: string | null
  readonly note: LocalizedText | null
}

/** The statement that the links of one node are made of. */
export function statementOfNode(links: readonly LineageLink[]): LineageStatement | null {
  const [first] = links
  if (!first) return null
  const { kind, code, relation, comparability, conversion, note } = first
  const ancestors = links.flatMap(({ ancestorCode }) => ancestorCode ?? []).toSorted()
  return { kind, code, ancestors, relation, comparability, conversion, note }
}

/** Names a statement among those of its version. */
export const statementKey = ({
  kind,
  code,
  ancestors,
}: Pick<LineageStatement, 'kind' | 'code' | 'ancestors'>): string =>
  code ? `${kind} ${code}` : `${kind} ${ancestors[0] ?? ''} (RETIRED)`

/** Links by the statement they belong to. */
export const linksByStatement = (
  links: readonly LineageLink[],
): ReadonlyMap<string, readonly LineageLink[]> =>
  Map.groupBy(links, ({ kind, code, ancestorCode }) =>
    statementKey({ kind, code, ancestors: ancestorCode === null ? [] : [ancestorCode] }),
  )

/** The statements about a version, always in the same order: what is retired last within its kind. */
export const statementsOf = (links: readonly LineageLink[]): readonly LineageStatement[] =>
  [...linksByStatement(links)]
    .map(([key, own]) => ({ key, statement: statementOfNode(own)! }))
    .toSorted((a, b) => {
      const kinds = KINDS.indexOf(a.statement.kind) - KINDS.indexOf(b.statement.kind)
      const ends = Number(a.statement.code === null) - Number(b.statement.code === null)
      return kinds || ends || (a.key < b.key ? -1 : 1)
    })
    .map(({ statement }) => statement)
