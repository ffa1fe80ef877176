import { provenanceOf } from '#accounts'
import type { Db } from '#platform'
import type { FrameworkVersionStatus } from '../enums'
import type { OutcomeMapping } from './mapping'

export interface MappingRow extends OutcomeMapping {
  readonly id: string
  readonly versionId: string
  readonly outcomeCode: string
  readonly version: number
}

/** All mappings of versions: one statement, whatever their number. */
export async function mappingsOfVersions(
  db: Db,
  versionIds: readonly string[],
): Promise<readonly MappingRow[]> {
  const rows = await db
    .selectFrom('outcomeMapping')
    .selectAll()
    .where('versionId', 'in', versionIds)
    .execute()
  return rows.map((row) => ({
    ...row,
    provenance: provenanceOf(row.provenance),
  })) as unknown as readonly MappingRow[]
}

/** Mappings of one version by the code of their outcome, with the status that decides who reads them. */
export const mappingsByOutcome = (
  rows: readonly MappingRow[],
  version: { readonly id: string; readonly status: FrameworkVersionStatus },
) =>
  Map.groupBy(
    rows
      .filter(({ versionId }) => versionId === version.id)
      .map((row) => ({ ...row, status: version.status })),
    ({ outcomeCode }) => outcomeCode,
  )
