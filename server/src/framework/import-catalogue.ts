import { insertRows, type Db, type Ids } from '#platform'
import { BrokenCatalogue, type CatalogueFile, type CatalogueProblem } from './catalogue-file'
import { catalogueProblem } from './catalogue-words'
import { checkCatalogue } from './check-catalogue'
import { contentHashOf } from './content-hash'
import type { FrameworkVersionStatus, KpiRelation } from './enums'
import { mappingRows } from './mapping/file-mappings'
import { loadGuided } from './snapshot.rows'
import { sealVersion } from './seal-version'

export interface ImportOptions {
  /** Status the version gets at the end; PUBLISHED when a time of publication is given, else DRAFT. */
  readonly status?: FrameworkVersionStatus
  readonly publishedAt?: Date
  readonly createdAt?: Date
  readonly createdBy?: string | null
}

export interface ImportedVersion {
  readonly id: string
  readonly code: string
  readonly contentHash: string
}

/**
 * Writes a catalogue as a framework version. A broken catalogue is refused as a whole, with every
 * problem named. Goals are reference data and stand in their own table already.
 */
export async function importCatalogue(
  db: Db,
  ids: Ids,
  catalogue: unknown,
  options: ImportOptions = {},
): Promise<ImportedVersion> {
  const problems = [...checkCatalogue(catalogue), ...baselessLineage(catalogue)]
  if (problems.length > 0) throw new BrokenCatalogue(problems)
  const file = catalogue as CatalogueFile
  const id = ids.next()
  await insertRows(db, 'frameworkVersion', [versionRow(id, file, options)])
  await writeContent(db, ids, id, file)
  const snapshot = await loadGuided(db, id)
  if (!snapshot) throw new Error('The imported version cannot be read back.')
  const contentHash = contentHashOf(snapshot)
  const status = options.status ?? (options.publishedAt ? 'PUBLISHED' : 'DRAFT')
  if (status !== 'DRAFT') {
    await sealVersion(db, id, { status, contentHash, publishedAt: options.publishedAt ?? null })
  }
  return { id, code: file.version.code, contentHash }
}

// What is imported by itself has no version before it whose nodes it could name.
function baselessLineage(catalogue: unknown): readonly CatalogueProblem[] {
  const { lineage } = (catalogue ?? {}) as Partial<CatalogueFile>
  return lineage && lineage.length > 0 ? [catalogueProblem('lineage', 'NO_BASE')] : []
}

// Content enters drafts only, whoever writes it; the final status follows when everything is there.
const versionRow = (id: string, file: CatalogueFile, options: ImportOptions) => ({
  id,
  kind: 'ORIGINAL',
  status: 'DRAFT',
  ...versionColumns(file),
  createdBy: options.createdBy ?? null,
  createdAt: options.createdAt ?? options.publishedAt ?? new Date(0),
})

/** What a file says of the version as a whole, by column. */
export const versionColumns = (file: CatalogueFile) => ({
  code: file.version.code,
  number: file.version.number,
  name: file.version.name,
  isDemonstration: file.kind === 'DEMONSTRATION',
  notice: file.notice,
  ...(file.version.changeNotes === undefined ? {} : { changeNotes: file.version.changeNotes }),
  scoringMethod: file.version.scoringMethod,
  scales: file.scales,
  reasonCodes: file.reasonCodes,
  provenance: file.version.provenance,
  translationStatus: file.version.translationStatus,
})

/** An entry that was in the draft before: it stays the same one. */
export interface KeptEntry {
  readonly id: string
  readonly version: number
  readonly seriesId?: string
  readonly ancestorId?: string | null
  readonly relation?: KpiRelation
}

type Keep = (table: string, code: string) => KeptEntry | undefined

/** Writes the content of a catalogue into a draft that has none. */
export async function writeContent(
  db: Db,
  ids: Ids,
  versionId: string,
  file: CatalogueFile,
  keep: Keep = () => undefined,
): Promise<void> {
  const withId = <T extends { readonly code: string }>(table: string, entries: readonly T[]) =>
    new Map(entries.map(({ code }) => [code, keep(table, code)?.id ?? ids.next()]))
  const dimensions = withId('dimension', file.dimensions)
  const outcomes = withId('expectedOutcome', file.outcomes)
  const kpis = withId('kpi', file.kpis)
  const described = (
    table: string,
    entry: { translationStatus: unknown; provenance: unknown; code: string },
  ) => ({
    versionId,
    code: entry.code,
    translationStatus: entry.translationStatus,
    provenance: entry.provenance,
    version: keep(table, entry.code)?.version ?? 1,
  })
  await insertRows(
    db,
    'dimension',
    file.dimensions.map((entry) => ({
      id: dimensions.get(entry.code),
      ...described('dimension', entry),
      sort: entry.order,
      weight: entry.weight,
      name: entry.name,
      description: entry.description,
    })),
  )
  await insertRows(
    db,
    'expectedOutcome',
    file.outcomes.map((entry) => ({
      id: outcomes.get(entry.code),
      ...described('expectedOutcome', entry),
      dimensionId: dimensions.get(entry.dimension),
      sort: entry.order,
      weight: entry.weight,
      name: entry.name,
      description: entry.description,
    })),
  )
  await insertRows(
    db,
    'outcomeMapping',
    mappingRows(
      file,
      versionId,
      () => ids.next(),
      (key) => keep('outcomeMapping', key),
    ),
  )
  await insertRows(
    db,
    'instrument',
    file.instruments.map((entry, index) => ({
      id: keep('instrument', entry.code)?.id ?? ids.next(),
      ...described('instrument', entry),
      sort: index + 1,
      name: entry.name,
    })),
  )
  await insertRows(
    db,
    'dataElement',
    file.dataElements.map((entry, index) => ({
      id: keep('dataElement', entry.code)?.id ?? ids.next(),
      ...described('dataElement', entry),
      sort: index + 1,
      label: entry.label,
      description: entry.description,
      valueType: entry.valueType,
      unit: entry.unit,
      nature: entry.nature,
      origin: entry.origin,
      minValue: entry.min,
      maxValue: entry.max,
      isInteger: entry.integer,
      scale: entry.scale ?? null,
    })),
  )
  await insertRows(
    db,
    'kpi',
    file.kpis.map((entry) => {
      const id = kpis.get(entry.code)
      const kept = keep('kpi', entry.code)
      return {
        id,
        ...described('kpi', entry),
        outcomeId: outcomes.get(entry.outcome),
        // The first revision names the series.
        seriesId: kept?.seriesId ?? id,
        ancestorId: kept?.ancestorId ?? null,
        relation: kept?.relation ?? 'NEW',
        sort: entry.order,
        weight: entry.weight,
        name: entry.name,
        description: entry.description,
        methodologyHelp: entry.methodologyHelp ?? null,
        kind: entry.kind,
        unit: entry.unit,
        decimals: entry.decimals,
        direction: entry.direction,
        rangeMin: entry.range.min,
        rangeMax: entry.range.max,
        isScored: entry.scored,
        normalisation: entry.normalisation,
        scale: entry.scale ?? null,
        formula: entry.formula,
        undefinedWhen: entry.undefinedWhen,
        elements: entry.elements,
        subMeasures: entry.subMeasures,
        samples: entry.samples ?? [],
        instruments: entry.instruments,
        sdgTargets: entry.sdgTargets ?? [],
        maxDisclosureLevel: entry.maxDisclosureLevel ?? 'PUBLIC',
      }
    }),
  )
  await insertRows(
    db,
    'kpiGuidance',
    file.kpis.flatMap(({ code, guidance }) =>
      guidance ? [{ kpiId: kpis.get(code), versionId, body: guidance }] : [],
    ),
  )
  await insertRows(
    db,
    'validationRule',
    file.rules.map(({ code, type, level, kpis, ...definition }, index) => ({
      id: keep('validationRule', code)?.id ?? ids.next(),
      versionId,
      code,
      sort: index + 1,
      type,
      level,
      definition,
      kpis,
      version: keep('validationRule', code)?.version ?? 1,
    })),
  )
}
