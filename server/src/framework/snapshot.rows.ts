import type { Selectable } from 'kysely'
import { provenanceOf } from '#accounts'
import { trimZeros, type Db } from '#platform'
import type {
  DataElementTable,
  DimensionTable,
  ExpectedOutcomeTable,
  FrameworkVersionTable,
  InstrumentTable,
  KpiTable,
  SdgTable,
  ValidationRuleTable,
} from '../../migrations/tables'
import type { LocalizedText } from './definition'
import { statedLineage } from './lineage/lineage.rows'
import { mappingsByOutcome, mappingsOfVersions } from './mapping/mapping.rows'
import { buildSnapshot } from './snapshot.build'
import type {
  DataElementNode,
  GuidedSnapshot,
  KpiNode,
  OutcomeNode,
  SdgNode,
  ValidationRuleNode,
  VersionHead,
  VersionSnapshot,
} from './snapshot'
import type { FrameworkVersionStatus } from './enums'

/** One version with its whole content, or null when the reader may not see it: nine statements. */
export async function loadSnapshot(db: Db, versionId: string): Promise<VersionSnapshot | null> {
  return (await snapshotsById(db, [versionId])).get(versionId) ?? null
}

/** One version with its guidance for reviewers: what is checked, hashed and approved. */
export async function loadGuided(db: Db, versionId: string): Promise<GuidedSnapshot | null> {
  const snapshot = await loadSnapshot(db, versionId)
  if (!snapshot) return null
  const guidance = (await guidanceOfVersions(db, [versionId])).get(versionId)
  const stated = await statedLineage(db, versionId)
  return { ...snapshot, guidance: guidance ?? new Map(), stated }
}

/** Guidance for reviewers by version and code of the KPI, as far as the reader may see it. */
export async function guidanceOfVersions(
  db: Db,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, LocalizedText>>> {
  const rows = await db
    .selectFrom('kpiGuidance as g')
    .innerJoin('kpi as k', 'k.id', 'g.kpiId')
    .select(['g.versionId', 'k.code', 'g.body'])
    .where('g.versionId', 'in', versionIds)
    .execute()
  const byVersion = Map.groupBy(rows, ({ versionId }) => versionId)
  return new Map(
    [...byVersion].map(([id, own]) => [
      id,
      new Map(own.map(({ code, body }) => [code, body as LocalizedText])),
    ]),
  )
}

/** Guidance for reviewers by KPI, as far as the reader may see it. */
export async function guidanceOfKpis(
  db: Db,
  kpiIds: readonly string[],
): Promise<ReadonlyMap<string, LocalizedText>> {
  const rows = await db
    .selectFrom('kpiGuidance')
    .select(['kpiId', 'body'])
    .where('kpiId', 'in', [...kpiIds])
    .execute()
  return new Map(rows.map(({ kpiId, body }) => [kpiId, body as LocalizedText]))
}

/** Versions with their whole content: one statement a table, whatever their number. */
export async function snapshotsById(
  db: Db,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, VersionSnapshot>> {
  if (versionIds.length === 0) return new Map()
  const heads = (
    await db.selectFrom('frameworkVersion').selectAll().where('id', 'in', versionIds).execute()
  ).map(headOf)
  if (heads.length === 0) return new Map()
  const ids = heads.map(({ id }) => id)
  const content = <T extends ContentTable>(table: T) =>
    db.selectFrom(table as 'kpi').selectAll().where('versionId', 'in', ids)
      .orderBy('sort').orderBy('code').execute() as unknown as Promise<ContentRow<T>[]> // prettier-ignore
  const dimensions = await content('dimension')
  const outcomes = await content('expectedOutcome')
  const instruments = await content('instrument')
  const elements = await content('dataElement')
  const kpis = await content('kpi')
  const rules = await content('validationRule')
  const mappings = await mappingsOfVersions(db, ids)
  const sdgs = (await db.selectFrom('sdg').selectAll().orderBy('goal').execute()).map(sdgOf)
  return new Map(
    heads.map((version) => {
      const own = <R extends { versionId: string }>(rows: readonly R[]) =>
        rows.filter((row) => row.versionId === version.id)
      const { status } = version
      const dimensionCodes = new Map(dimensions.map(({ id, code }) => [id, code]))
      const ownOutcomes = inOrder(
        own(outcomes),
        (row) => dimensionCodes.get(row.dimensionId)!,
        own(dimensions),
      )
      const outcomeCodes = new Map(ownOutcomes.map(({ id, code }) => [id, code]))
      const ownMappings = mappingsByOutcome(mappings, version)
      const ownKpis = inOrder(own(kpis), (row) => outcomeCodes.get(row.outcomeId)!, ownOutcomes)
      const snapshot = buildSnapshot({
        version,
        dimensions: own(dimensions).map((row) => ({
          ...describedOf(row, status),
          ...weighted(row),
        })),
        outcomes: ownOutcomes.map((row) => ({
          ...describedOf(row, status),
          ...weighted(row),
          dimension: dimensionCodes.get(row.dimensionId)!,
          mappings: ownMappings.get(row.code) ?? [],
        })),
        instruments: own(instruments).map((row) => describedOf(row, status)),
        dataElements: own(elements).map((row) => elementOf(row, status)),
        kpis: ownKpis.map((row) => kpiOf(row, outcomeCodes.get(row.outcomeId)!, status)),
        rules: own(rules).map((row) => ruleOf(row, status)),
        sdgs,
      })
      return [version.id, snapshot]
    }),
  )
}

/** Heads of every version the reader may see, the newest first. */
export async function versionHeads(db: Db): Promise<readonly VersionHead[]> {
  const rows = await db
    .selectFrom('frameworkVersion')
    .selectAll()
    .orderBy('number', 'desc')
    .orderBy('createdAt', 'desc')
    .orderBy('code')
    .execute()
  return rows.map(headOf)
}

type ContentTable =
  'dimension' | 'expectedOutcome' | 'instrument' | 'dataElement' | 'kpi' | 'validationRule'

interface Tables {
  dimension: DimensionTable
  expectedOutcome: ExpectedOutcomeTable
  instrument: InstrumentTable
  dataElement: DataElementTable
  kpi: KpiTable
  validationRule: ValidationRuleTable
}

type ContentRow<T extends ContentTable> = Selectable<Tables[T]>

/** The plain head of a version row. */
export const headOf = (row: Selectable<FrameworkVersionTable>): VersionHead =>
  ({
    ...row,
    provenance: provenanceOf(row.provenance),
    scoringMethod: sourced(row.scoringMethod),
    scales: (row.scales as object[]).map(sourced),
  }) as unknown as VersionHead

const sourced = (entry: unknown) => ({
  ...(entry as object),
  provenance: provenanceOf((entry as { provenance?: unknown }).provenance),
})

// Children follow the order of their parents, so that every list reads like the framework itself.
function inOrder<R>(
  rows: readonly R[],
  parentOf: (row: R) => string,
  parents: readonly { readonly code: string }[],
): readonly R[] {
  const place = new Map(parents.map(({ code }, index) => [code, index]))
  return rows.toSorted((a, b) => (place.get(parentOf(a)) ?? 0) - (place.get(parentOf(b)) ?? 0))
}

interface DescribedRow {
  readonly id: string
  readonly versionId: string
  readonly code: string
  readonly version: number
  readonly name: unknown
  readonly description?: unknown
  readonly translationStatus: unknown
  readonly provenance: unknown
}

const describedOf = (row: DescribedRow, status: FrameworkVersionStatus) => {
  const { id, versionId, code, version, name, description, translationStatus } = row
  return {
    id, versionId, code, version, status, translationStatus, name,
    provenance: provenanceOf(row.provenance),
    ...(description ? { description } : {}),
  } as unknown as Omit<OutcomeNode, 'dimension' | 'order' | 'weight' | 'mappings'> // prettier-ignore
}

const weighted = (row: { readonly sort: number; readonly weight: string }) => ({
  order: row.sort,
  weight: trimZeros(row.weight),
})

/** A data element row as its definition reads. */
export const elementOf = (row: Selectable<DataElementTable>, status: FrameworkVersionStatus) => {
  const { sort: _, minValue, maxValue, isInteger, ...rest } = row
  return {
    ...rest,
    status,
    provenance: provenanceOf(row.provenance),
    min: decimalOf(minValue),
    max: decimalOf(maxValue),
    integer: isInteger,
  } as unknown as Omit<DataElementNode, 'kpis' | 'scaleNode' | 'periods' | 'usedBy'>
}

/** A KPI with what its own row says; links to other parts are made by the snapshot. */
export type UnlinkedKpi = Omit<
  KpiNode,
  'outcomeNode' | 'bindings' | 'sdgNodes' | 'instrumentNodes' | 'scaleNode' | 'words' | 'tree'
>

/** A KPI as it is edited, with its guidance for reviewers. */
export type EditedKpi = UnlinkedKpi & { readonly guidance: LocalizedText | null }

/** A KPI row as its definition reads. */
export const kpiOf = (
  row: Selectable<KpiTable>,
  outcome: string,
  status: FrameworkVersionStatus,
) => {
  const { outcomeId: _, sort, weight, rangeMin, rangeMax, isScored, ...rest } = row
  return {
    ...rest,
    status,
    provenance: provenanceOf(row.provenance),
    outcome,
    order: sort,
    weight: trimZeros(weight),
    range: { min: decimalOf(rangeMin), max: decimalOf(rangeMax) },
    scored: isScored,
  } as unknown as UnlinkedKpi
}

const ruleOf = (row: Selectable<ValidationRuleTable>, status: FrameworkVersionStatus) => {
  const { id, versionId, code, version, type, level, kpis, definition } = row
  return {
    id, versionId, code, version, status, type, level, kpis, ...(definition as object),
  } as unknown as ValidationRuleNode // prettier-ignore
}

const sdgOf = (row: Selectable<SdgTable>) =>
  ({ ...row, provenance: provenanceOf(row.provenance) }) as unknown as SdgNode

const decimalOf = (text: string | null) => (text === null ? null : trimZeros(text))
