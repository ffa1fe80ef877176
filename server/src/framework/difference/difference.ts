import { canonical } from '../content-hash'
import type { LocaleCode, LocalizedText } from '../definition'
import type { KpiRelation } from '../enums'
import { compareNodes } from '../lineage/compare-nodes'
import { KINDS, nodeOf, nodesOf, type LineageLink } from '../lineage/lineage'
import type { LineageKind } from '../lineage/enums'
import type { LineageRow } from '../lineage/node-lineage'
import type { KpiNode, OutcomeNode, VersionSnapshot } from '../snapshot'
import { movedAmong, type Placed } from './moved'

/** One side of a comparison, with the guidance for reviewers as far as the reader may see it. */
export interface Side {
  readonly snapshot: VersionSnapshot
  readonly guidance: ReadonlyMap<string, LocalizedText>
}

export interface FieldChange {
  readonly field: string
  /** Language of a text; null for what has none. */
  readonly locale: LocaleCode | null
  /** Null where the field was empty. */
  readonly before: string | null
  readonly after: string | null
}

export type NodeChange = 'ADDED' | 'REMOVED' | 'CHANGED'

export interface NodeDifference {
  readonly kind: LineageKind
  /** Null where the node is gone. */
  readonly code: string | null
  /** Null where the node is new. */
  readonly formerCode: string | null
  readonly name: LocalizedText
  readonly change: NodeChange
  /** Whether it stands in another outcome or dimension, or was itself put in another order. */
  readonly isMoved: boolean
  readonly relation: KpiRelation
  readonly fields: readonly FieldChange[]
  /** Links on its way that say why its series ends or how it goes on; none where one version did not develop from the other. */
  readonly reasons: readonly LineageRow[]
}

/** A node compared, before it is known how it came about. */
type Compared = Omit<NodeDifference, 'reasons'>

export interface VersionDifference {
  readonly nodes: readonly NodeDifference[]
  readonly counts: Readonly<Record<'added' | 'removed' | 'changed' | 'moved' | 'unchanged', number>>
}

const PLACE = new Set(['order', 'dimension', 'outcome'])
const TEXTS = new Set(['name', 'label', 'description', 'methodologyHelp', 'guidance'])

/** Fields of each kind in the order they are read. What only some may read of a version is given by the reader. */
const FIELDS: Readonly<Record<LineageKind, readonly string[]>> = {
  DIMENSION: ['name', 'description', 'order', 'weight'],
  EXPECTED_OUTCOME: [
    'name', 'description', 'dimension', 'order', 'weight', 'sdgs', 'instruments', 'mappings',
  ],
  KPI: [
    'name', 'description', 'methodologyHelp', 'guidance', 'outcome', 'order', 'weight', 'kind', 'unit', 'decimals',
    'direction', 'range', 'normalisation', 'scale', 'formula', 'undefinedWhen', 'elements', 'subMeasures', 'samples', 'instruments',
    'sdgTargets',
  ],
  DATA_ELEMENT: [
    'label', 'description', 'valueType', 'unit', 'nature', 'origin', 'min', 'max', 'integer', 'scale',
  ],
  INSTRUMENT: ['name'],
} // prettier-ignore

/**
 * What differs between two versions, node by node and field by field. Nodes are matched by the stated
 * lineage where one version developed from the other, else by their series and their code.
 */
export function differenceOf(
  from: Side,
  to: Side,
  lineage: readonly LineageLink[] = [],
): Omit<VersionDifference, 'nodes'> & { readonly nodes: readonly Compared[] } {
  const nodes: Compared[] = []
  const originsByKind = new Map(
    KINDS.map((kind) => [kind, originsOf(kind, from.snapshot, to.snapshot, lineage)]),
  )
  let unchanged = 0
  for (const kind of KINDS) {
    const origins = originsByKind.get(kind)!
    const moved = movedNodes(kind, from.snapshot, to.snapshot, originsByKind)
    const met = new Set<string>()
    for (const node of nodesOf(to.snapshot, kind)) {
      const origin = origins.get(node.code) ?? NO_ORIGIN
      for (const code of origin.codes) met.add(code)
      const difference = compared(kind, from, to, origin, node.code, moved.has(node.code))
      if (difference) nodes.push(difference)
      else unchanged += 1
    }
    for (const { code } of nodesOf(from.snapshot, kind)) {
      if (!met.has(code)) nodes.push(removed(kind, from, code))
    }
  }
  const count = (change: NodeChange) => nodes.filter((node) => node.change === change).length
  return {
    nodes,
    counts: {
      added: count('ADDED'),
      removed: count('REMOVED'),
      changed: count('CHANGED'),
      moved: nodes.filter(({ isMoved }) => isMoved).length,
      unchanged,
    },
  }
}

/** Where a node comes from: the codes before it, and whether they were parted or joined. */
interface Origin {
  readonly codes: readonly string[]
  readonly parting: 'SPLIT' | 'MERGED' | null
}

const NO_ORIGIN: Origin = { codes: [], parting: null }

type Origins = ReadonlyMap<string, Origin>

/** The one node before that a node is compared with. */
const formerOf = ({ codes }: Origin, code: string): string | null =>
  codes.find((each) => each === code) ?? codes[0] ?? null

const PARENTS: Partial<
  Record<LineageKind, { readonly kind: LineageKind; readonly field: 'dimension' | 'outcome' }>
> = {
  EXPECTED_OUTCOME: { kind: 'DIMENSION', field: 'dimension' },
  KPI: { kind: 'EXPECTED_OUTCOME', field: 'outcome' },
}

function movedNodes(
  kind: LineageKind,
  from: VersionSnapshot,
  to: VersionSnapshot,
  originsByKind: ReadonlyMap<LineageKind, Origins>,
): ReadonlySet<string> {
  if (kind === 'DATA_ELEMENT' || kind === 'INSTRUMENT') return new Set()
  const parents = PARENTS[kind]
  const parentOf = (node: object | null) =>
    parents ? String((node as Record<string, unknown> | null)?.[parents.field]) : ''
  const origins = originsByKind.get(kind)!
  const places = new Map(nodesOf(from, kind).map(({ code }, place) => [code, place]))
  const uses = new Map<string, number>()
  for (const { codes } of origins.values()) {
    for (const code of codes) uses.set(code, (uses.get(code) ?? 0) + 1)
  }
  return movedAmong(
    nodesOf(to, kind).flatMap((node): Placed[] => {
      const origin = origins.get(node.code) ?? NO_ORIGIN
      const former = formerOf(origin, node.code)
      const before = nodeOf(from, kind, former)
      if (former === null || !before) return []
      const [parent, formerParent] = [parentOf(node), parentOf(before)]
      const isSame = !parents || (originsByKind.get(parents.kind)!.get(parent) ?? NO_ORIGIN).codes.includes(formerParent) // prettier-ignore
      const isAlone = origin.codes.length === 1 && uses.get(former) === 1
      return [
        {
          code: node.code,
          parent,
          formerParent: isSame ? parent : null,
          formerPlace: isAlone ? places.get(former)! : null,
        },
      ]
    }),
  )
}

function originsOf(
  kind: LineageKind,
  from: VersionSnapshot,
  to: VersionSnapshot,
  lineage: readonly LineageLink[],
): Origins {
  const links = Map.groupBy(
    lineage.filter((link) => link.kind === kind && link.code !== null),
    ({ code }) => code!,
  )
  const bySeries = new Map(
    kind === 'KPI' ? from.kpis.map(({ seriesId, code }) => [seriesId, code]) : [],
  )
  return new Map(
    nodesOf(to, kind).map((node) => {
      const own = links.get(node.code)
      if (own) return [node.code, originOf(own, from, kind)]
      const former = bySeries.get((node as KpiNode).seriesId) ?? nodeOf(from, kind, node.code)?.code
      return [node.code, { codes: former === undefined ? [] : [former], parting: null }]
    }),
  )
}

function originOf(own: readonly LineageLink[], from: VersionSnapshot, kind: LineageKind): Origin {
  const known = own.filter(({ ancestorCode }) => nodeOf(from, kind, ancestorCode))
  const relation = known[0]?.relation
  return {
    codes: known.map(({ ancestorCode }) => ancestorCode!),
    parting: relation === 'SPLIT' || relation === 'MERGED' ? relation : null,
  }
}

function compared(
  kind: LineageKind,
  from: Side,
  to: Side,
  { codes, parting }: Origin,
  code: string,
  isMoved: boolean,
): Compared | null {
  const formerCode = formerOf({ codes, parting }, code)
  const after = nodeOf(to.snapshot, kind, code)!
  const before = nodeOf(from.snapshot, kind, formerCode)
  const fields = fieldsOf(kind, before && valuesOf(before, from), valuesOf(after, to))
  if (!before) {
    return { kind, code, formerCode: null, name: nameOf(after), change: 'ADDED', isMoved: false, relation: 'NEW', fields } // prettier-ignore
  }
  const former = codes.join(', ')
  // Pushed along by others, or under a parent that got another code, it did not move itself.
  const own = isMoved ? fields : fields.filter(({ field }) => !PLACE.has(field))
  const all = code === former ? own : [{ field: 'code', locale: null, before: former, after: code }, ...own] // prettier-ignore
  const relation = parting ?? relationOf(kind, from, to, before, after, all)
  // A KPI may say the same and yet measure something else: a data element of its formula has changed.
  if (all.length === 0 && !isMoved && relation === 'SAME') return null
  return {
    kind,
    code,
    formerCode,
    name: nameOf(after),
    change: 'CHANGED',
    isMoved,
    relation,
    fields: all,
  }
}

// A node that only changed its place is the same; one whose samples or guidance changed is reworded at the most.
function relationOf(
  kind: LineageKind,
  from: Side,
  to: Side,
  before: object,
  after: object,
  fields: readonly FieldChange[],
): KpiRelation {
  const found = compareNodes(kind, { in: from.snapshot, node: before }, { in: to.snapshot, node: after }) // prettier-ignore
  if (found === 'FORMULA_CHANGED') return found
  return fields.every(({ field }) => PLACE.has(field)) ? 'SAME' : 'REWORDED'
}

function removed(kind: LineageKind, from: Side, code: string): Compared {
  const before = nodeOf(from.snapshot, kind, code)!
  return {
    kind,
    code: null,
    formerCode: code,
    name: nameOf(before),
    change: 'REMOVED',
    isMoved: false,
    relation: 'RETIRED',
    fields: fieldsOf(kind, valuesOf(before, from), null),
  }
}

type Values = Readonly<Record<string, unknown>>

const valuesOf = (node: { readonly code: string }, { guidance }: Side): Values => ({
  ...node,
  guidance: guidance.get(node.code) ?? null,
})

function fieldsOf(kind: LineageKind, before: Values | null, after: Values | null): FieldChange[] {
  return FIELDS[kind].flatMap((field) => {
    if (!TEXTS.has(field)) {
      return pairOf(field, null, shown(field, before?.[field]), shown(field, after?.[field]))
    }
    return (['en', 'fr'] as const).flatMap((locale) =>
      pairOf(field, locale, textIn(before?.[field], locale), textIn(after?.[field], locale)),
    )
  })
}

const pairOf = (
  field: string,
  locale: LocaleCode | null,
  before: string | null,
  after: string | null,
): FieldChange[] => (before === after ? [] : [{ field, locale, before, after }])

const textIn = (text: unknown, locale: LocaleCode): string | null =>
  (text as Partial<LocalizedText> | null | undefined)?.[locale] || null

/** A value as it is read: one line of text, the same for the same value. */
function shown(field: string, value: unknown): string | null {
  if (value == null) return null
  const list = Array.isArray(value) ? value : null
  if (list?.length === 0) return null
  switch (field) {
    case 'elements':
      return (list as KpiNode['elements']).map(({ symbol, element, period }) => `${symbol} = ${element} [${period}]`).join('\n') // prettier-ignore
    case 'subMeasures':
      return (list as KpiNode['subMeasures']).map(({ code, name, formula, unit }) => `${code}: ${name.en} / ${name.fr}: ${formula} (${unit})`).join('\n') // prettier-ignore
    case 'samples':
      return (list as KpiNode['samples']).map(({ name, values, expectedState, expectedValue }) => `${name}: ${values.map((each) => `${each.symbol} = ${each.value ?? ''}`).join(', ')} → ${expectedValue ?? expectedState}`).join('\n') // prettier-ignore
    case 'mappings':
      return (list as OutcomeNode['mappings']).map(({ target, strength, rationale }) => `${target}: ${[strength ?? '?', rationale?.en, rationale?.fr].filter(Boolean).join(' / ')}`).join('\n') // prettier-ignore
    case 'range': {
      const { min, max } = value as KpiNode['range']
      return min === null && max === null ? null : `${min ?? '−∞'} … ${max ?? '∞'}`
    }
    case 'normalisation':
      return scored(value as KpiNode['normalisation'])
    default:
      if (list) return list.join(', ')
      return typeof value === 'object' ? canonical(value) : String(value)
  }
}

function scored(normalisation: KpiNode['normalisation']): string {
  switch (normalisation.method) {
    case 'LINEAR':
      return `LINEAR ${normalisation.floor} → ${normalisation.goal}`
    case 'DISTANCE':
      return `DISTANCE ${normalisation.target} ± ${normalisation.maxDistance}`
    default:
      return normalisation.method
  }
}

const nameOf = (node: object): LocalizedText =>
  (node as { name?: LocalizedText }).name ?? (node as { label: LocalizedText }).label
