import { sql } from 'kysely'
import type { Db } from '../../server/src/platform'
import { DECISIVE } from './facts.ts'
import type { StoredRow } from './rows.ts'

/** Where a secret can stand: texts and figures that are not everybody's. */
const NESTS: Readonly<Record<string, readonly string[]>> = {
  assessment: ['sent_back_reason', 'withdrawal_declined_reason'],
  kpi_response: ['reason_text', 'public_note', 'justification', 'value'],
  internal_note: ['body'],
  internal_comment: ['body'],
  comment: ['body'],
  data_value: ['note', 'value'],
  draft_revision: ['note', 'value', 'batch_file'],
  submission_response: ['reason_text', 'public_note', 'justification', 'value'],
  submission_value: ['note', 'value'],
  return_item: ['reason', 'answer'],
  reopen_request: ['reason', 'answer'],
  review: ['reason'],
  review_member: ['declaration_text'],
  review_note: ['body'],
  review_score: ['rationale', 'value'],
  review_consensus: ['note'],
  finding: ['body', 'citation'],
  finding_response: ['body'],
  finding_resolution: ['body'],
  release_value: ['reason_text', 'public_note', 'value'],
  release_cell_internal: ['rule'],
  framework_note: ['internal_notes'],
  framework_remark: ['body'],
  framework_approval: ['session_name', 'document', 'document_link'],
  change_proposal_comment: ['body'],
  person_account: ['email'],
  api_client: ['name'],
  evidence: ['title'],
  evidence_source: ['file_name', 'url'],
  submission_evidence: ['title'],
  cycle_message: ['search'],
}

/** Columns that may hold a text in every row; the others are filled only where they hold one already. */
const ALWAYS = new Set([
  'note',
  'public_note',
  'justification',
  'declaration_text',
  'citation',
  'rationale',
])

/** A secret and the row it was put into. */
export interface Canary {
  readonly text: string
  readonly table: string
  readonly column: string
  readonly row: StoredRow
}

/**
 * Puts a secret of its own into every nest of every row. Texts begin with a word that stands nowhere
 * else, figures with digits that no figure of the world has.
 */
export async function plantCanaries(db: Db): Promise<ReadonlyMap<string, Canary>> {
  const planted = new Map<string, Canary>()
  let nest = 100
  for (const [table, columns] of Object.entries(NESTS)) {
    for (const column of columns) {
      nest += 1
      const figure = await isFigure(db, table, column)
      const isFilled =
        ALWAYS.has(column) && table !== 'release_value'
          ? sql`true`
          : sql`${sql.ref(column)} is not null`
      const secret = figure
        ? // Scattered over all digits, so that no mean of two and no round bound happens to be somebody's.
          sql`(770000000000::numeric + ((${nest}::int * 100000 + counted.n) * 61803399::numeric) % 100000000)`
        : sql`${`canary${nest}x`} || lpad(counted.n::text, 5, '0')`
      await sql`with counted as (select ctid as at, row_number() over (order by ctid) as n from ${sql.table(table)}
          where ${isFilled})
        update ${sql.table(table)} t set ${sql.ref(column)} = ${secret} from counted where t.ctid = counted.at`.execute(
        db,
      )
      const { rows } = await sql<{ text: string; row: StoredRow }>`
        select t.${sql.ref(column)}::text as text, (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e
          where e.key = any (${DECISIVE}::text[])) as row from ${sql.table(table)} t where ${sql.ref(`t.${column}`)} is not null`.execute(
        db,
      )
      for (const { text, row } of rows) {
        planted.set(text, { text, table, column, row: row ?? {} })
      }
    }
  }
  return planted
}

/** The secrets in a text. */
export const canariesIn = (text: string): readonly string[] => [
  ...new Set(text.match(/canary\d{3}x\d{5}|7700\d{8}/g) ?? []),
]

async function isFigure(db: Db, table: string, column: string): Promise<boolean> {
  const { rows } = await sql<{
    type: string
  }>`select data_type as type from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and column_name = ${column}`.execute(db)
  if (!rows[0]) throw new Error(`${table} has no column ${column}.`)
  return rows[0].type === 'numeric'
}
