import { canonical } from '../content-hash'
import { isMeasuredAlike, measuredApart } from '../relation'
import type { KpiNode, OutcomeNode, VersionSnapshot } from '../snapshot'
import type { LineageKind } from './enums'

/** What a comparison of a node with its ancestor can find. */
export type FoundRelation = 'SAME' | 'REWORDED' | 'FORMULA_CHANGED'

/** The measure of a data element: what a figure in it means. */
const ELEMENT_MEASURE = ['valueType', 'unit', 'nature', 'origin', 'scale'] as const

// Where a node stands is no part of it: moved alone it says the same, and moving one would else change them all.
const WORDING = {
  DIMENSION: ['name', 'description', 'weight'],
  EXPECTED_OUTCOME: ['name', 'description', 'weight', 'mappings'],
  DATA_ELEMENT: ['label', 'description', 'min', 'max', 'integer'],
  INSTRUMENT: ['name'],
  KPI: [
    'name', 'description', 'methodologyHelp', 'decimals', 'direction', 'range', 'normalisation',
    'weight', 'scale', 'scored', 'maxDisclosureLevel', 'instruments', 'sdgTargets', 'subMeasures',
  ],
} as const satisfies Record<LineageKind, readonly string[]> // prettier-ignore

type AnyNode = Readonly<Record<string, unknown>>

/** How a node relates to its ancestor, from what differs between the two. */
export function compareNodes(
  kind: LineageKind,
  before: { readonly in: VersionSnapshot; readonly node: object },
  after: { readonly in: VersionSnapshot; readonly node: object },
): FoundRelation {
  if (!measuresAlike(kind, before, after)) return 'FORMULA_CHANGED'
  if (!isAlike(before.node as AnyNode, after.node as AnyNode, WORDING[kind])) return 'REWORDED'
  // Guidance for reviewers is no part of a snapshot; what the KPI itself says of its change counts.
  return kind === 'KPI' && (after.node as KpiNode).relation === 'REWORDED' ? 'REWORDED' : 'SAME'
}

function measuresAlike(
  kind: LineageKind,
  before: { readonly in: VersionSnapshot; readonly node: object },
  after: { readonly in: VersionSnapshot; readonly node: object },
): boolean {
  if (kind === 'DATA_ELEMENT') {
    return isAlike(before.node as AnyNode, after.node as AnyNode, ELEMENT_MEASURE)
  }
  if (kind !== 'KPI') return true
  const [old, fresh] = [before.node as KpiNode, after.node as KpiNode]
  return isMeasuredAlike(old, fresh) && changedElements(before.in, after.in, fresh).length === 0
}

/** Elements of a KPI that mean something else than they meant in the version before. */
export function changedElements(
  before: VersionSnapshot,
  after: VersionSnapshot,
  kpi: Pick<KpiNode, 'elements'>,
): readonly string[] {
  const codes = new Set(kpi.elements.map(({ element }) => element))
  return [...codes].filter((code) => {
    const [old, fresh] = [before.elementByCode.get(code), after.elementByCode.get(code)]
    return old && fresh && !isAlike(asNode(old), asNode(fresh), ELEMENT_MEASURE)
  })
}

/** Fields in which two nodes of a kind differ, as a comparison finds them. */
export function differingFields(
  kind: LineageKind,
  before: object,
  after: object,
): readonly string[] {
  const measured: readonly string[] = kind === 'KPI' ? measuredApart(before as KpiNode, after as KpiNode) : kind === 'DATA_ELEMENT' ? apart(asNode(before), asNode(after), ELEMENT_MEASURE) : [] // prettier-ignore
  const found = [...apart(asNode(before), asNode(after), WORDING[kind]), ...measured]
  // Whether it is scored follows from direction and scoring, which are named.
  return [...new Set(found)].filter((field) => field !== 'scored')
}

const apart = (a: AnyNode, b: AnyNode, keys: readonly string[]) =>
  keys.filter((key) => !isAlike(a, b, [key]))

const asNode = (node: object) => node as AnyNode

const isAlike = (a: AnyNode, b: AnyNode, keys: readonly string[]) =>
  keys.every((key) => canonical(said(a, key)) === canonical(said(b, key)))

// Mappings have ids of their own in each version; what they say is what counts.
const said = (node: AnyNode, key: string): unknown =>
  key === 'mappings'
    ? (node as unknown as OutcomeNode).mappings.map(({ kind, target, strength, rationale }) => ({
        kind, target, strength, rationale,
      }))
    : (node[key] ?? null) // prettier-ignore
