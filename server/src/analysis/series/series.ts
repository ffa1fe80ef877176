import type { Context } from '#access'
import {
  baseOf,
  convertMean,
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
import { editionOfCells } from '../edition'
import { benchmarkInScope } from '../scope'
import type { KpiSeries, KpiSeriesPoint } from './kpi-series.type'
import { seriesFigures } from './series.rows'
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
    points: pointsOf(
      kpi,
      strands,
      figures.map((figure) => benchmarkInScope(context.viewer, figure)),
    ),
    broken: breaksOf(strands).flatMap((link) => servedOf(versions, link)),
  }
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

function pointsOf(
  asked: KpiNode,
  strands: readonly Strand[],
  figures: readonly Benchmark[],
): readonly KpiSeriesPoint[] {
  const of =
    ({ kpi }: Strand) =>
    (figure: Benchmark) =>
      figure.frameworkVersionId === kpi.versionId && figure.kpiCode === kpi.code
  const broken = behindBreaks(strands.filter((strand) => figures.some(of(strand))))
  const begun = new Set<string>()
  return figures.flatMap((figure) => {
    const strand = strands.find((each) => of(each)(figure))
    if (!strand) return []
    const { kpi, way } = strand
    const isFirst = !begun.has(kpi.id)
    begun.add(kpi.id)
    const isComparable = !way.some(isBreak)
    return {
      kpi,
      figure,
      isComparable,
      isConverted: isComparable && way.some(({ conversion }) => conversion !== null),
      isBreakBefore: isFirst && broken.has(kpi.id),
      comparableMean: isComparable ? comparableMean(asked, way, figure) : null,
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

const servedOf = (versions: Versions, link: LineageLink) =>
  [...versions.values()].flatMap(({ snapshot: { version }, links }) =>
    links.includes(link) ? [{ ...link, versionId: version.id, status: version.status }] : [],
  )
