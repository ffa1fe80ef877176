import { sql } from 'kysely'
import type { Texts } from '#accounts'
import type { Db } from '#platform'
import { columnsOf } from '../mapping/mapping-change'
import type { MappingRow } from '../mapping/mapping.rows'
import type { ChangedEntry } from './changed-entries'
import { withStates } from './text-states'
import type { TextChange } from './write-texts'

/** Name of the text that says why an outcome is mapped to something: one for each mapping of the outcome. */
export const rationaleText = (target: string): string => `rationale.${target}`

const targetOf = (text: string): string => text.slice('rationale.'.length)

interface Keyed {
  readonly code: string
  readonly text: string
}

/** Mappings whose reasons are named, as rows of their own. */
const named = (versionId: string, keys: readonly Keyed[]) => {
  const wanted = keys.map(({ code, text }) => ({ outcome_code: code, target: targetOf(text) }))
  return sql`from outcome_mapping m where m.version_id = ${versionId}::uuid and (m.outcome_code, m.target) in
    (select x.outcome_code, x.target from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as x(outcome_code text, target text))`
}

export const lockRationales = async (
  db: Db,
  versionId: string,
  keys: readonly Keyed[],
): Promise<void> => {
  await sql`select 1 ${named(versionId, keys)} order by m.outcome_code, m.target for update`.execute(
    db,
  )
}

const rowsOf = async (db: Db, versionId: string, keys: readonly Keyed[]) =>
  (await sql<MappingRow>`select m.* ${named(versionId, keys)}`.execute(db)).rows

/** The mappings as the history of the draft keeps them; they stand with their outcome. */
export const rationaleEntries = async (
  db: Db,
  versionId: string,
  keys: readonly Keyed[],
): Promise<readonly ChangedEntry[]> =>
  (await rowsOf(db, versionId, keys)).map((row) => ({
    kind: 'OUTCOME_MAPPING',
    id: row.id,
    code: row.outcomeCode,
    columns: columnsOf(row),
  }))

/** Writes French reasons with their states: one read and one write. */
export async function writeRationales(
  db: Db,
  versionId: string,
  changes: readonly TextChange[],
): Promise<void> {
  const byKey = new Map(changes.map((change) => [`${change.row.code} ${change.row.text}`, change]))
  const rows = await rowsOf(
    db,
    versionId,
    changes.map(({ row }) => row),
  )
  const written = rows.flatMap((row) => {
    const change = byKey.get(`${row.outcomeCode} ${rationaleText(row.target)}`)
    return change
      ? {
          id: row.id,
          rationale: { ...(row.rationale as Texts), fr: change.fr },
          translation_status: withStates(row.translationStatus, [], new Map([['rationale', change.state]])), // prettier-ignore
        }
      : []
  })
  await sql`update outcome_mapping m set rationale = x.rationale, translation_status = x.translation_status, version = m.version + 1
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as x(id uuid, rationale jsonb, translation_status jsonb)
    where m.id = x.id`.execute(db)
}
