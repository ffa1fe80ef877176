import type { Db } from '#platform'
import type { LocalizedText } from '../definition'
import type { KpiRelation } from '../enums'
import type { Comparability, LineageLink } from '../lineage'
import type { VersionSnapshot } from '../snapshot'

/** A count as it may be told: exact from twenty on, a band below. */
export interface ToldCount {
  readonly n: number | null
  readonly band: string
}

/** What becomes of the last cycle's values of a KPI. */
export type SeriesFate = 'CONTINUES' | 'CONVERTED' | 'RECOMPUTED' | 'BREAKS' | 'ENDS' | 'BEGINS'

/** What a change of one KPI costs. */
export interface KpiImpact {
  /** Null where the KPI is retired. */
  readonly code: string | null
  /** Null where it is new. */
  readonly ancestorCode: string | null
  readonly name: LocalizedText
  readonly relation: KpiRelation
  readonly comparability: Comparability
  readonly fate: SeriesFate
  /** Whether a version published between the last released cycle and this one brought it about. */
  readonly isEarlier?: boolean
  readonly reason: LocalizedText | null
  /** Answers of the last released cycle. */
  readonly answers: ToldCount
  /** Those among them that stay usable: as they are, converted or computed anew. */
  readonly reusable: ToldCount
  /** Shown group figures that lose their successor. */
  readonly figures: number
  /** Partner clients that may read the KPI. */
  readonly clients: number
  /** French texts of the KPI and its elements that are missing or outdated. */
  readonly translations: number
}

/** What publishing a version would do to what was released before. */
export interface Impact {
  readonly cycleCode: string | null
  readonly cycleName: LocalizedText | null
  readonly releaseCode: string | null
  /** KPIs that are not carried over as they were. */
  readonly kpis: readonly KpiImpact[]
  /** Share of the last cycle's answers that stay usable, in whole per cent; null without a released cycle. */
  readonly reusableShare: number | null
  /** Administrations that lose at least one series. */
  readonly administrations: ToldCount
  readonly figures: number
  readonly groups: number
  readonly clients: number
}

export interface ImpactSubject {
  readonly base: VersionSnapshot
  readonly version: VersionSnapshot
  readonly lineage: readonly LineageLink[]
  readonly now: Date
  /** A published version from memory, where it is there. */
  readonly inMemory: (versionId: string) => VersionSnapshot | null
}

export type ImpactMeter = (db: Db, subject: ImpactSubject) => Promise<Impact>

// Figures of cycles are read by a noun further on; it hands its reading in when it is loaded.
const port: { meter: ImpactMeter | null } = { meter: null }

/** Hands in how the impact of a version on released figures is measured. */
export function measureImpactBy(meter: ImpactMeter): void {
  port.meter = meter
}

/** The impact of a version; null where it developed from none. */
export async function impactOf(
  db: Db,
  subject: Omit<ImpactSubject, 'base'> & { readonly base: VersionSnapshot | null },
): Promise<Impact | null> {
  const { base } = subject
  if (!base || !port.meter) return null
  return port.meter(db, { ...subject, base })
}
