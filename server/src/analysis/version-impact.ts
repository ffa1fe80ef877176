import { sql } from 'kysely'
import {
  canRecompute,
  changedFields,
  composeLineage,
  isPlaced,
  keyOf,
  loadSnapshot,
  publishedLineage,
  type Impact,
  type ImpactSubject,
  type KpiImpactFacts,
  type LineageLink,
  type SeriesFate,
  type ToldCount,
} from '#framework'
import type { Db } from '#platform'
import { FINE_FROM } from './build/rounding'

const NONE: ToldCount = { n: 0, band: '0' }

/**
 * What publishing a version does to the last released cycle of the version before, or of the one before that where no cycle
 * was released on it yet: which series go on,
 * how much of the answers stays usable, which shown group figures lose their successor. Counts only.
 */
export async function measureImpact(db: Db, direct: ImpactSubject): Promise<Impact> {
  const { subject, release, ended } = await sinceLastRelease(db, direct)
  const links = subject.lineage.filter(({ kind }) => kind === 'KPI')
  const changes = links.map((link) => ({ link, fate: fateOf(subject, link) }))
  const fields = changedFields(subject.base, subject.version, subject.lineage)
  const moved = changes.filter(
    ({ link }) => link.relation !== 'SAME' || isPlaced(fields.get(keyOf('KPI', link.code))),
  )
  const own = ownCodes(direct)
  // Nobody reads a KPI that was not there before.
  const clients = await clientsReading(
    db,
    moved.flatMap(({ link }) => link.ancestorCode ?? []),
    subject.now,
  )
  const use = release ? await releaseUse(db, release, subject, changes) : null
  const figures = release ? await shownFigures(db, release.id) : []
  const isBroken = (code: string | null) =>
    changes.some(
      ({ link, fate }) => link.ancestorCode === code && (fate === 'BREAKS' || fate === 'ENDS'),
    )
  const lost = figures.filter(({ kpiCode }) => isBroken(kpiCode))
  const kpis = moved.map(({ link, fate }): KpiImpactFacts => {
    const counted = use?.byKpi.get(link.ancestorCode ?? '')
    const breaks = fate === 'BREAKS' || fate === 'ENDS'
    return {
      code: link.code,
      ancestorCode: link.ancestorCode,
      name: nameOf(subject, link),
      relation: link.relation,
      comparability: link.comparability,
      fate,
      isEarlier: link.code === null ? !ended.has(link.ancestorCode!) : !own(link.code, fate),
      reason: link.note,
      answers: counted ? told(counted.answered) : NONE,
      reusable: breaks || !counted ? NONE : told(counted.computable),
      figures: breaks ? lost.filter(({ kpiCode }) => kpiCode === link.ancestorCode).length : 0,
      clients: (link.ancestorCode !== null && clients.get(link.ancestorCode)) || 0,
      translations: staleTexts(subject, link),
    }
  })
  return {
    cycleCode: release?.cycleCode ?? null,
    cycleName: release?.cycleName ?? null,
    releaseCode: release?.code ?? null,
    kpis,
    reusableShare: use ? shareOf(use.byKpi.values()) : null,
    administrations: use && use.touched > 0 ? told(use.touched) : NONE,
    figures: lost.length,
    groups: new Set(lost.map(({ groupCode }) => groupCode)).size,
    clients: clients.get(null) ?? 0,
  }
}

/** Tells whether a version itself, and none before it, brings a fate upon a KPI. */
function ownCodes(direct: ImpactSubject): (code: string, fate: SeriesFate) => boolean {
  const fields = changedFields(direct.base, direct.version, direct.lineage)
  const byCode = Map.groupBy(
    direct.lineage.filter(({ kind }) => kind === 'KPI'),
    ({ code }) => code,
  )
  return (code, fate) =>
    (byCode.get(code) ?? []).some((link) => {
      const isChanged = link.relation !== 'SAME' || isPlaced(fields.get(keyOf('KPI', code)))
      return isChanged && (fate === 'CONTINUES' || fateOf(direct, link) !== 'CONTINUES')
    })
}

interface SinceRelease {
  readonly subject: ImpactSubject
  readonly release: LastRelease | null
  /** KPIs of the released cycle whose series the version itself ends. */
  readonly ended: ReadonlySet<string>
}

/** The last released cycle on the way back through the versions, with the lineage over all steps from there. */
async function sinceLastRelease(db: Db, direct: ImpactSubject): Promise<SinceRelease> {
  const ends = direct.lineage.filter(({ kind, code }) => kind === 'KPI' && code === null)
  const endedHere = new Set(ends.flatMap(({ ancestorCode }) => ancestorCode ?? []))
  let [subject, ended] = [direct, endedHere]
  for (;;) {
    const { base, lineage, inMemory } = subject
    const release = await lastRelease(db, base.version.id)
    if (release) return { subject, release, ended }
    const id = base.version.baseVersionId
    const before = id === null ? null : (inMemory(id) ?? (await loadSnapshot(db, id)))
    if (!before) return { subject: direct, release: null, ended: endedHere }
    const step = await publishedLineage(db, before, base)
    ended = new Set(
      step.flatMap(({ kind, code, ancestorCode }) =>
        kind === 'KPI' && code !== null && ended.has(code) ? (ancestorCode ?? []) : [],
      ),
    )
    subject = { ...subject, base: before, lineage: composeLineage(step, lineage) }
  }
}

/** What becomes of the series behind a link. */
export function fateOf(
  { base, version }: Pick<ImpactSubject, 'base' | 'version'>,
  link: LineageLink,
): SeriesFate {
  if (link.relation === 'NEW') return 'BEGINS'
  if (link.code === null) return 'ENDS'
  if (link.comparability === 'WITH_CONVERSION') return 'CONVERTED'
  if (link.comparability !== 'NOT_COMPARABLE') return 'CONTINUES'
  const kpi = version.kpiByCode.get(link.code)
  return kpi && canRecompute(base, version, kpi) ? 'RECOMPUTED' : 'BREAKS'
}

/** A count as it may be told. */
export function told(n: number): ToldCount {
  if (n >= FINE_FROM) return { n, band: '20+' }
  if (n >= 10) return { n: null, band: '10-19' }
  return { n: null, band: n >= 5 ? '5-9' : '0-4' }
}

interface LastRelease {
  readonly id: string
  readonly code: string
  readonly cycleCode: string
  readonly cycleName: Impact['cycleName']
  readonly reportingYear: number
  readonly previousYear: number
}

async function lastRelease(db: Db, versionId: string): Promise<LastRelease | null> {
  const row = await db
    .selectFrom('release as r')
    .innerJoin('cycle as c', 'c.id', 'r.cycleId')
    .select([
      'r.id',
      'r.code',
      'c.code as cycleCode',
      'c.name as cycleName',
      'c.reportingYear',
      'c.previousYear',
    ]) // prettier-ignore
    .where('r.status', '=', 'PUBLISHED')
    .where('c.frameworkVersionId', '=', versionId)
    .orderBy('c.reportingYear', 'desc')
    .orderBy('r.publishedAt', 'desc')
    .executeTakeFirst()
  return (row as unknown as LastRelease | undefined) ?? null
}

interface Change {
  readonly link: LineageLink
  readonly fate: SeriesFate
}

interface Use {
  readonly answered: number
  readonly computable: number
}

async function releaseUse(
  db: Db,
  release: LastRelease,
  { version }: ImpactSubject,
  changes: readonly Change[],
): Promise<{ readonly byKpi: ReadonlyMap<string, Use>; readonly touched: number }> {
  const yearOf = { T: release.reportingYear, 'T-1': release.previousYear }
  // Without elements nothing can be computed anew; none needed means that the value itself stays.
  const elementsOf = ({ link, fate }: Change) => {
    if (fate === 'BREAKS' || fate === 'ENDS') return null
    if (fate !== 'RECOMPUTED') return []
    const { elements } = version.kpiByCode.get(link.code!)!
    return elements.map(({ element, period }) => ({ code: element, year: yearOf[period] }))
  }
  const asked = new Map<string, { kpi: string; elements: ReturnType<typeof elementsOf> }>()
  for (const change of changes) {
    const kpi = change.link.ancestorCode
    if (kpi === null) continue
    const elements = elementsOf(change)
    // A KPI whose parts go different ways counts as lost where one of them breaks.
    if (asked.has(kpi) && elements !== null) continue
    asked.set(kpi, { kpi, elements })
  }
  const { rows } = await sql<Use & { readonly kpiCode: string; readonly touched: number }>`
    select * from release_use(${release.id}::uuid, ${JSON.stringify([...asked.values()])}::jsonb)`.execute(
    db,
  )
  return {
    byKpi: new Map(rows.map(({ kpiCode, ...use }) => [kpiCode, use])),
    touched: rows[0]?.touched ?? 0,
  }
}

/** Public group figures of a release that are shown: published facts, told exactly. */
const shownFigures = (db: Db, releaseId: string) =>
  db
    .selectFrom('releaseCell')
    .select(['kpiCode', 'groupCode'])
    .where('releaseId', '=', releaseId)
    .where('edition', '=', 'PUBLIC')
    .where('access', '=', 'VISIBLE')
    .execute()

async function clientsReading(
  db: Db,
  kpis: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string | null, number>> {
  if (kpis.length === 0) return new Map()
  const { rows } = await sql<{ kpiCode: string | null; clients: number }>`
    select * from clients_reading(${sql.val([...new Set(kpis)])}::text[], ${now.toISOString()}::timestamptz)`.execute(
    db,
  )
  return new Map(rows.map(({ kpiCode, clients }) => [kpiCode, clients]))
}

function staleTexts({ version }: ImpactSubject, { code }: LineageLink): number {
  const kpi = version.kpiByCode.get(code ?? '')
  if (!kpi) return 0
  const elements = new Set(kpi.elements.map(({ element }) => element))
  const nodes = [
    { texts: { name: kpi.name, description: kpi.description }, states: kpi.translationStatus },
    ...[...elements].flatMap((each) => {
      const node = version.elementByCode.get(each)
      const texts = node && { label: node.label, description: node.description }
      return texts ? [{ texts, states: node.translationStatus }] : []
    }),
  ]
  return nodes.flatMap(({ texts, states }) =>
    Object.entries(texts).filter(([text, value]) => {
      const state = typeof states['fr'] === 'object' ? states['fr'][text] : states['fr']
      return !value.fr.trim() || state === 'OUTDATED'
    }),
  ).length
}

function nameOf({ base, version }: ImpactSubject, link: LineageLink) {
  const kpi = version.kpiByCode.get(link.code ?? '') ?? base.kpiByCode.get(link.ancestorCode ?? '')
  return kpi!.name
}

// Whole per cent over all KPIs: too coarse to tell anything about one administration.
function shareOf(uses: Iterable<Use>): number | null {
  let [answered, computable] = [0, 0]
  for (const use of uses) {
    answered += use.answered
    computable += use.computable
  }
  return answered === 0 ? null : Math.floor((100 * computable) / answered)
}
