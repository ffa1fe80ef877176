import type { KpiDefinition, LocalizedText } from './definition'
import { linkMappings } from './mapping/link-mappings'
import { bindingsOf, inWords, layout, parse, symbolsOf } from './formula'
import type {
  DataElementNode,
  DimensionNode,
  InstrumentNode,
  KpiNode,
  OutcomeNode,
  SdgNode,
  ValidationRuleNode,
  VersionHead,
  VersionSnapshot,
} from './snapshot'

type Unlinked<T, K extends keyof T> = Omit<T, K>

/** The parts of a version as they were read, not yet linked to one another. */
export interface SnapshotParts {
  readonly version: VersionHead
  readonly dimensions: readonly Unlinked<DimensionNode, 'outcomes'>[]
  readonly outcomes: readonly Unlinked<
    OutcomeNode,
    | 'dimensionNode'
    | 'kpis'
    | 'sdgs'
    | 'instruments'
    | 'sdgMappings'
    | 'instrumentMappings'
    | 'sdgNodes'
    | 'instrumentNodes'
  >[]
  readonly kpis: readonly Unlinked<
    KpiNode,
    'outcomeNode' | 'bindings' | 'sdgNodes' | 'instrumentNodes' | 'scaleNode' | 'words' | 'tree'
  >[]
  readonly dataElements: readonly Unlinked<
    DataElementNode,
    'kpis' | 'scaleNode' | 'periods' | 'usedBy'
  >[]
  readonly instruments: readonly Unlinked<InstrumentNode, 'outcomes'>[]
  readonly rules: readonly ValidationRuleNode[]
  readonly sdgs: readonly SdgNode[]
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** Links the parts of a version and freezes the whole: shared by all requests, changed by none. */
export function buildSnapshot(parts: SnapshotParts): VersionSnapshot {
  const { version } = parts
  const scales = new Map(version.scales.map((scale) => [scale.code, scale]))
  const sdgs = new Map(parts.sdgs.map((sdg) => [sdg.goal, sdg]))
  const instruments = new Map(
    parts.instruments.map((each) => [each.code, { ...each, outcomes: [] as OutcomeNode[] }]),
  )
  const dimensions = new Map(
    parts.dimensions.map((each) => [each.code, { ...each, outcomes: [] as OutcomeNode[] }]),
  )
  const elements = new Map(
    parts.dataElements.map((each) => [
      each.code,
      {
        ...each,
        kpis: [] as KpiNode[],
        periods: [] as ('T' | 'T-1')[],
        usedBy: [] as string[],
        scaleNode: each.scale ? (scales.get(each.scale) ?? null) : null,
      },
    ]),
  )
  const outcomes = new Map(
    parts.outcomes.map((each) => {
      const dimension = dimensions.get(each.dimension)!
      const linked = linkMappings(each.mappings, sdgs, instruments)
      const node: Writable<OutcomeNode> & { kpis: KpiNode[] } = {
        ...each,
        dimensionNode: dimension,
        kpis: [],
        ...linked,
        sdgNodes: found(linked.sdgs, sdgs),
        instrumentNodes: found(linked.instruments, instruments),
      }
      dimension.outcomes.push(node)
      for (const instrument of linked.instruments) instruments.get(instrument)?.outcomes.push(node)
      return [each.code, node]
    }),
  )
  const kpis = parts.kpis.map((each) => {
    const outcome = outcomes.get(each.outcome)!
    const node: KpiNode = {
      ...each,
      outcomeNode: outcome,
      bindings: each.elements.map(({ symbol, element, period, role }) => ({
        symbol,
        period,
        role,
        element: elements.get(element) ?? null,
      })),
      sdgNodes: outcome.sdgNodes,
      instrumentNodes: found(each.instruments, instruments),
      scaleNode: each.scale ? (scales.get(each.scale) ?? null) : null,
      ...readFormula(each, elements),
    }
    outcome.kpis.push(node)
    for (const { element, period } of each.elements) {
      const used = elements.get(element)
      if (!used) continue
      if (!used.kpis.includes(node)) used.kpis.push(node)
      if (!used.usedBy.includes(node.code)) used.usedBy.push(node.code)
      if (!used.periods.includes(period)) used.periods.push(period)
    }
    return node
  })
  const dataElements = [...elements.values()]
  return deepFreeze({
    version,
    dimensions: [...dimensions.values()],
    outcomes: [...outcomes.values()],
    kpis,
    dataElements,
    instruments: [...instruments.values()],
    rules: parts.rules,
    sdgs: parts.sdgs,
    scales: version.scales,
    reasonCodes: version.reasonCodes,
    dimensionByCode: byCode(dimensions.values()),
    outcomeByCode: byCode(outcomes.values()),
    kpiByCode: byCode(kpis),
    kpiById: new Map(kpis.map((kpi) => [kpi.id, kpi])),
    elementByCode: byCode(dataElements),
    instrumentByCode: byCode(instruments.values()),
    reasonCodeByCode: byCode(version.reasonCodes),
    kpisOfElement: new Map(dataElements.map((element) => [element.code, element.kpis])),
  })
}

function readFormula(
  kpi: KpiDefinition,
  elements: ReadonlyMap<string, { readonly label: LocalizedText }>,
): Pick<KpiNode, 'words' | 'tree'> {
  const parsed = parse(kpi.formula)
  if (!parsed.ok) return { words: null, tree: null }
  const labels = (locale: 'en' | 'fr') => labelsOf(kpi, symbolsOf(parsed.formula), elements, locale)
  return {
    words: {
      en: inWords(parsed.formula, labels('en'), 'en'),
      fr: inWords(parsed.formula, labels('fr'), 'fr'),
    },
    tree: layout(parsed.formula),
  }
}

/** Labels of the symbols of a formula; the year stands behind where the KPI compares two years. */
export function labelsOf(
  kpi: Pick<KpiDefinition, 'elements'>,
  symbols: readonly string[],
  elements: ReadonlyMap<string, { readonly label: LocalizedText }>,
  locale: 'en' | 'fr',
): Readonly<Record<string, string>> {
  const bindings = bindingsOf(kpi as KpiDefinition)
  const namesYear = kpi.elements.some(({ period }) => period === 'T-1')
  const labels: Record<string, string> = {}
  for (const symbol of symbols) {
    const binding = bindings[symbol]
    const element = binding && elements.get(binding.element)
    if (!element) continue
    const label = element.label[locale] || element.label.en
    labels[symbol] = namesYear ? `${label} (${binding.period})` : label
  }
  return labels
}

const found = <K, V>(keys: readonly K[], among: ReadonlyMap<K, V>): V[] =>
  keys.flatMap((key) => among.get(key) ?? [])

const byCode = <T extends { readonly code: string }>(nodes: Iterable<T>): ReadonlyMap<string, T> =>
  new Map([...nodes].map((node) => [node.code, node]))

/** Freezes an object with all it reaches; maps keep their entries because nobody may reach `set`. */
function deepFreeze<T extends object>(root: T): T {
  const seen = new Set<unknown>()
  const open: unknown[] = [root]
  while (open.length > 0) {
    const value = open.pop()
    if (typeof value !== 'object' || value === null || seen.has(value)) continue
    seen.add(value)
    if (value instanceof Map) {
      open.push(...value.values())
      sealMap(value)
    } else {
      open.push(...Object.values(value))
      Object.freeze(value)
    }
  }
  return root
}

function sealMap(map: Map<unknown, unknown>): void {
  const refuse = (): never => {
    throw new TypeError('A version snapshot never changes.')
  }
  Object.defineProperties(map, {
    set: { value: refuse },
    delete: { value: refuse },
    clear: { value: refuse },
  })
}
