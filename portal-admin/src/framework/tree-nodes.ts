export type TreeKind = 'DIMENSION' | 'EXPECTED_OUTCOME' | 'KPI' | 'DATA_ELEMENT' | 'INSTRUMENT'

interface Part {
  readonly id: string
  readonly code: string
  readonly version: number
}

export interface TreeSource {
  readonly dimensions: readonly (Part & {
    readonly name: string
    readonly outcomes: readonly (Part & {
      readonly name: string
      readonly kpis: readonly (Part & { readonly name: string })[]
    })[]
  })[]
  readonly dataElements: readonly (Part & { readonly label: string })[]
  readonly instruments: readonly (Part & { readonly name: string })[]
}

/** A part of a version with where it stands. */
export interface TreeNode extends Part {
  readonly kind: TreeKind
  readonly name: string
  readonly parent: TreeNode | null
  /** Place among the parts beside it, from 1, and how many these are. */
  readonly place: number
  readonly among: number
  readonly holds: number
}

/** Place a step leads to among the parts beside it, or the end that is already reached. */
export function stepOf({ place, among }: TreeNode, by: 1 | -1): number | 'isFirst' | 'isLast' {
  if (place + by < 1) return 'isFirst'
  return place + by > among ? 'isLast' : place + by
}

/** All parts of a version by code. */
export function treeNodes(version: TreeSource): ReadonlyMap<string, TreeNode> {
  const nodes = new Map<string, TreeNode>()
  const add = (
    kind: TreeKind,
    parent: TreeNode | null,
    parts: readonly (Part & { readonly name: string })[],
    holds: (index: number) => number = () => 0,
  ) =>
    parts.map(({ id, code, version: edits, name }, index) => {
      const node = {
        kind, id, code, version: edits, name, parent, place: index + 1, among: parts.length, holds: holds(index),
      } // prettier-ignore
      nodes.set(code, node)
      return node
    })
  const { dimensions } = version
  const held = add('DIMENSION', null, dimensions, (at) => dimensions[at]!.outcomes.length)
  dimensions.forEach(({ outcomes }, index) => {
    const parents = add(
      'EXPECTED_OUTCOME', held[index]!, outcomes, (at) => outcomes[at]!.kpis.length,
    ) // prettier-ignore
    outcomes.forEach(({ kpis }, at) => add('KPI', parents[at]!, kpis))
  })
  add('DATA_ELEMENT', null, version.dataElements.map((each) => ({ ...each, name: each.label }))) // prettier-ignore
  add('INSTRUMENT', null, version.instruments)
  return nodes
}

/** Kind of the parts in which a part of this kind may stand. */
export const parentKind = (kind: TreeKind): TreeKind | null =>
  kind === 'KPI' ? 'EXPECTED_OUTCOME' : kind === 'EXPECTED_OUTCOME' ? 'DIMENSION' : null

/** A code nobody has yet for a part in another, such as TF-01-6; empty where people choose freely. */
export function freeCode(
  nodes: ReadonlyMap<string, TreeNode>,
  kind: TreeKind,
  parent: TreeNode | null,
): string {
  if (!parent) return ''
  const width = kind === 'EXPECTED_OUTCOME' ? 2 : 1
  for (let number = parent.holds + 1; ; number += 1) {
    const code = `${parent.code}-${String(number).padStart(width, '0')}`
    if (!nodes.has(code)) return code
  }
}

/** Where the editor of a part is. */
export function routeOf(version: string, { kind, code }: Pick<TreeNode, 'kind' | 'code'>) {
  if (kind === 'KPI') return { name: 'version-kpi', params: { code: version, kpi: code } }
  const words = {
    DIMENSION: 'dimension',
    EXPECTED_OUTCOME: 'outcome',
    DATA_ELEMENT: 'element',
    INSTRUMENT: 'instrument',
  }[kind]
  return { name: 'version-texts', params: { code: version, kind: words, node: code } }
}
