import type { Context } from '#access'
import {
  baseOf,
  convertMean,
  convertValue,
  isBreak,
  lineageOf,
  snapshotOf,
  type KpiNode,
  type LineageLink,
  type VersionSnapshot,
} from '#framework'
import { toDecimal } from '#platform/decimal'
import type { Benchmark } from '../benchmark.type'
import { roundFigure } from '../build/rounding'
import { editionOfCells, editionOfRows } from '../edition'
import { benchmarkInScope, responseInScope } from '../scope'
import { publishedFigure } from '../build/published-figures'
import type { ReleasedResponseRow } from '../release.rows'
import type { KpiSeries, KpiSeriesAnswer, KpiSeriesPoint } from './kpi-series.type'
import { seriesAnswers, seriesFigures } from './series.rows'
import { behindBreaks, breaksOf, strandsOf, type Origin, type Strand } from './strands'

/** The released figures of a KPI followed back through the versions, as far as the viewer may read them. */
export async function seriesOf(
  context: Context,
  kpi: KpiNode,
  groupCode: string,
): Promise<KpiSeries> {
  const versions = await versionsBefore(context, kpi.versionId)
  const strands = strandsOf(kpi, (each) => originsIn(versions, each))
  const figures = await context.read((db) =>
    seriesFigures(db, {
      edition: editionOfCells(context.viewer),
      groupCode,
      kpis: strands.map(({ kpi: { versionId, code } }) => ({ versionId, code })),
    }),
  )
  return {
    kpi,
    strands,
    points: pointsOf(
      kpi,
      strands,
      figures.map((figure) => benchmarkInScope(context.viewer, figure)),
    ),
    broken: breaksOf(strands).flatMap((link) => servedOf(versions, link)),
  }
}

/** The released answers of one administration to the same KPIs; an unknown one has none, like one without anything released. */
export async function answersOf(
  context: Context,
  { kpi: asked, strands }: Pick<KpiSeries, 'kpi' | 'strands'>,
  administration: string,
): Promise<readonly KpiSeriesAnswer[]> {
  const rows = await context.read((db) =>
    seriesAnswers(db, {
      edition: editionOfRows(context.viewer),
      administration,
      kpis: strands.map(({ kpi: { versionId, code } }) => ({ versionId, code })),
    }),
  )
  return placed(
    strands,
    rows.map((row) => responseInScope(context.viewer, row)),
  ).map(({ found: response, way, ...place }) => ({
    ...place,
    response,
    comparableValue: place.isComparable ? comparableValue(asked, way, response) : null,
  }))
}

interface Version {
  readonly snapshot: VersionSnapshot
  readonly links: readonly LineageLink[]
}
type Versions = ReadonlyMap<string, Version>

async function versionsBefore(context: Context, versionId: string): Promise<Versions> {
  const snapshots: VersionSnapshot[] = []
  let next = await snapshotOf(context, versionId)
  while (next) {
    snapshots.push(next)
    next = await baseOf(context, next) // oxlint-disable-line no-await-in-loop
  }
  const versions = await Promise.all(
    snapshots.map(async (snapshot) => {
      const lineage = await lineageOf(context, snapshot.version.id)
      return [snapshot.version.id, { snapshot, links: lineage?.links ?? [] }] as const
    }),
  )
  return new Map(versions)
}

function originsIn(versions: Versions, kpi: KpiNode): readonly Origin[] {
  const own = versions.get(kpi.versionId)?.links ?? []
  return own.flatMap((link) => {
    if (link.kind !== 'KPI' || link.code !== kpi.code || link.ancestorCode === null) return []
    const before = versions.get(link.ancestorVersionId ?? '')?.snapshot
    const ancestor = before?.kpiByCode.get(link.ancestorCode)
    return ancestor ? [{ link, ancestor }] : []
  })
}

const pointsOf = (
  asked: KpiNode,
  strands: readonly Strand[],
  figures: readonly Benchmark[],
): readonly KpiSeriesPoint[] =>
  placed(strands, figures).map(({ found: figure, way, ...place }) => ({
    ...place,
    figure,
    comparableMean: place.isComparable ? comparableMean(asked, way, figure) : null,
  }))

/** What was found for the KPIs of a series, each beside its KPI and how it stands to the one asked for. */
function placed<T extends Pick<ReleasedResponseRow, 'frameworkVersionId' | 'kpiCode'>>(
  strands: readonly Strand[],
  all: readonly T[],
) {
  const of =
    ({ kpi }: Strand) =>
    ({ frameworkVersionId, kpiCode }: T) =>
      frameworkVersionId === kpi.versionId && kpiCode === kpi.code
  const broken = behindBreaks(strands.filter((strand) => all.some(of(strand))))
  const begun = new Set<string>()
  return all.flatMap((found) => {
    const strand = strands.find((each) => of(each)(found))
    if (!strand) return []
    const { kpi, way } = strand
    const isFirst = !begun.has(kpi.id)
    begun.add(kpi.id)
    const isComparable = !way.some(isBreak)
    return {
      found,
      way,
      kpi,
      isComparable,
      isConverted: isComparable && way.some(({ conversion }) => conversion !== null),
      isBreakBefore: isFirst && broken.has(kpi.id),
    }
  })
}

function comparableMean(
  asked: KpiNode,
  way: readonly LineageLink[],
  { mean, n }: Benchmark,
): string | null {
  const conversions = way.flatMap(({ conversion }) => conversion ?? [])
  if (conversions.length === 0) return mean
  let converted = mean
  for (const conversion of conversions) {
    if (converted !== null) converted = convertMean(conversion, converted)
  }
  return converted && roundFigure(asked.kind, toDecimal(converted), n ?? 0)
}

function comparableValue(
  asked: KpiNode,
  way: readonly LineageLink[],
  { value }: ReleasedResponseRow,
): string | null {
  const conversions = way.flatMap(({ conversion }) => conversion ?? [])
  if (conversions.length === 0) return value
  let converted = value
  for (const conversion of conversions) {
    if (converted !== null) converted = convertValue(conversion, converted)
  }
  return publishedFigure(converted, asked.decimals)
}

const servedOf = (versions: Versions, link: LineageLink) =>
  [...versions.values()].flatMap(({ snapshot: { version }, links }) =>
    links.includes(link) ? [{ ...link, versionId: version.id, status: version.status }] : [],
  )
