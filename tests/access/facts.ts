import { sql } from 'kysely'
import type { Db } from '../../server/src/platform'
import { tablesOf } from './owner-database.ts'
import type { Facts, StoredRow } from './rows.ts'

/** Columns that say whose a row is. */
export const DECISIVE = ['id', 'administration_id', 'cycle_id', 'person_id', 'assessment_id', 'review_id', 'version_id', 'release_id',
  'submission_id', 'author_id', 'status', 'edition', 'is_confirmed', 'confirmed_at', 'ended_at', 'owner_id', 'role', 'roles',
  'invited_by', 'recorded_by', 'accepted_at', 'kpi_code', 'element_code', 'evidence_id', 'revision_id', 'sha256', 'is_shared',
  'message_id', 'sent_by', 'kpi_codes', 'framework_version_id', 'code', 'elements'] // prettier-ignore

/** All rows of all tables, with the columns that say whose they are. */
export type Stored = ReadonlyMap<
  string,
  readonly { readonly key: string; readonly row: StoredRow }[]
>

export async function readEverything(db: Db): Promise<Stored> {
  const stored = new Map<string, { key: string; row: StoredRow }[]>()
  for (const table of await tablesOf(db)) {
    // Whole rows are needed of few columns only: those that say whose the row is.
    const { rows } = await sql<{ key: string; row: StoredRow }>`
      select t.ctid::text as key, (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e
        where e.key = any (${DECISIVE}::text[])) as row from ${sql.table(table)} t`.execute(db)
    stored.set(
      table,
      rows.map(({ key, row }) => ({ key, row: row ?? {} })),
    )
  }
  return stored
}

/** What the words of `tables.csv` look up. */
export function factsOf(stored: Stored, now: Date): Facts {
  const by = <T>(table: string, value: (row: StoredRow) => T) =>
    new Map(stored.get(table)!.map(({ row }) => [String(row['id']), value(row)]))
  const status = (row: StoredRow) => String(row['status'])
  return {
    versionStatus: by('framework_version', status),
    assessmentStatus: by('assessment', status),
    review: by('review', (row) => ({
      status: status(row),
      isConfirmed: row['is_confirmed'] === true,
    })),
    releaseStatus: by('release', status),
    colleagues: new Set(
      stored
        .get('person_role')!
        .map(({ row }) => `${row['person_id']}:${row['administration_id']}`),
    ),
    homes: Map.groupBy(
      stored.get('person_role')!.filter(({ row }) => row['ended_at'] === null),
      ({ row }) => String(row['person_id']),
    ),
    backed: Map.groupBy(
      stored.get('evidence_use')!.map(({ row }) => row),
      ({ evidence_id: id }) => String(id),
    ),
    evidenceOf: by('evidence_revision', (row) => String(row['evidence_id'])),
    askedBy: new Map(
      stored
        .get('kpi')!
        .map(({ row }) => [
          `${row['version_id']}:${row['code']}`,
          (row['elements'] as { element: string }[]).map(({ element }) => element),
        ]),
    ),
    versionOf: by('assessment', (row) => String(row['framework_version_id'])),
    attached: stored.get('submission_evidence')!.map(({ row }) => row),
    sharedEvidence: new Set(
      stored
        .get('evidence_sharing')!
        .filter(({ row }) => row['is_shared'] === true)
        .map(({ row }) => String(row['evidence_id'])),
    ),
    told: new Set(
      stored.get('notification')!.map(({ row }) => `${row['message_id']}:${row['person_id']}`),
    ),
    senders: by('cycle_message', (row) => row['sent_by']),
    now,
  }
}
