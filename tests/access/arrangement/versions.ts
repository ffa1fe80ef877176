import { sql } from 'kysely'
import type { Db } from '../../../server/src/platform'
import { CANARY } from './canary.ts'

export async function addVersions(db: Db, now: string): Promise<void> {
  for (const [number, status] of ['DRAFT', 'IN_REVIEW', 'APPROVED', 'RETIRED'].entries()) {
    const code = `TEST-${status}`
    await sql`insert into framework_version (id, code, number, kind, status, base_version_id, name, is_demonstration,
        scoring_method, scales, reason_codes, provenance, translation_status, created_at)
      select gen_random_uuid(), ${code}, ${90 + number}, 'REVISION', 'DRAFT', id, name, true,
        scoring_method, scales, reason_codes, provenance, translation_status, ${now}::timestamptz
      from framework_version where status = 'PUBLISHED' limit 1`.execute(db)
    await addContent(db, code)
    await sql`insert into framework_change (id, version_id, node_kind, node_id, node_code, action, before, after, person_id, at)
      select gen_random_uuid(), v.id, 'KPI', k.id, k.code, 'UPDATE', ${JSON.stringify({ unit: CANARY })}::jsonb,
        ${JSON.stringify({ unit: '%' })}::jsonb,
        (select person_id from person_role where role = 'METHODOLOGY_EDITOR' order by id limit 1), ${now}::timestamptz
      from framework_version v join kpi k on k.version_id = v.id where v.code = ${code}`.execute(db)
    await addLineage(db, code)
    await sql`insert into dry_run (id, version_id, content_hash, report, passed, created_by, created_at)
      select gen_random_uuid(), id, 'x', ${JSON.stringify(DRY_RUN)}::jsonb, false,
        (select person_id from person_role where role = 'METHODOLOGY_EDITOR' limit 1), ${now}::timestamptz
      from framework_version where code = ${code}`.execute(db)
    await sql`update framework_version set status = ${status} where code = ${code}`.execute(db)
    await sql`insert into framework_note (version_id, internal_notes)
      select id, ${CANARY} from framework_version where code = ${code}`.execute(db)
    await sql`insert into framework_remark (id, version_id, body, author_id, created_at)
      select gen_random_uuid(), id, ${CANARY}, (select person_id from person_role where role = 'PMMPT_OBSERVER' limit 1),
        ${now}::timestamptz from framework_version where code = ${code}`.execute(db)
    await sql`insert into framework_approval (id, version_id, body, session_name, decided_on, decision, document,
        document_link, content_hash, recorded_by, recorded_at)
      select gen_random_uuid(), id, 'PMMPT', ${CANARY}, '2026-10-01', 'APPROVED', ${CANARY}, ${CANARY}, 'x',
        (select person_id from person_role where role = 'PMMPT_OBSERVER' limit 1), ${now}::timestamptz
      from framework_version where code = ${code} and ${status} = 'APPROVED'`.execute(db)
  }
}

const TEXT = { en: CANARY, fr: CANARY }
const COUNT = { n: null, band: '5-9' }

/** A report with something in each of its parts. */
const DRY_RUN = {
  format: 'dry-run/1',
  counts: { dimensions: 1, outcomes: 1, kpis: 1, dataElements: 1, instruments: 1, rules: 1, samples: 1 },
  relations: [{ relation: 'REWORDED', count: 1 }],
  checks: [{ code: 'LANGUAGES', passed: false, problems: [{ code: 'BAD_INPUT', reason: 'TEXT_MISSING', message: CANARY, path: ['TF-01-1'] }] }],
  texts: [{ code: 'TF-01-1', text: 'name', state: 'DRAFT' }],
  textCount: 1,
  impact: {
    cycleCode: 'C2024', cycleName: TEXT, releaseCode: 'R', reusableShare: 90, administrations: COUNT, figures: 1, groups: 1, clients: 1,
    kpis: [{ code: 'TF-01-1', ancestorCode: 'TF-01-1', name: TEXT, relation: 'FORMULA_CHANGED', comparability: 'WITH_CONVERSION',
      fate: 'CONVERTED', reason: TEXT, answers: COUNT, reusable: COUNT, figures: 1, clients: 1, translations: 1 }],
  },
  changeLog: TEXT,
} // prettier-ignore

/** Where the KPI comes from, as stated and as found. */
async function addLineage(db: Db, code: string): Promise<void> {
  await sql`insert into node_lineage (id, version_id, node_kind, node_code, ancestor_version_id, ancestor_code, relation,
      comparability, conversion, note, is_stated)
    select gen_random_uuid(), v.id, 'KPI', 'TF-01-1', v.base_version_id, 'TF-01-1', 'FORMULA_CHANGED',
      'WITH_CONVERSION', 'V', ${JSON.stringify(TEXT)}::jsonb, s.stated
    from framework_version v, (values (true), (false)) as s (stated) where v.code = ${code}`.execute(
    db,
  )
}

/** One dimension, outcome and KPI, with a sample and the data elements of its formula. */
async function addContent(db: Db, code: string): Promise<void> {
  const target = sql`(select id from framework_version where code = ${code})`
  const source = sql`(select id from framework_version where status = 'PUBLISHED' limit 1)`
  const rename = (from: string, given: ReturnType<typeof sql>, where: ReturnType<typeof sql>) =>
    sql`insert into ${sql.table(from)} select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(),
      'version_id', ${target}) || ${given})).* from ${sql.table(from)} t where t.version_id = ${source} and ${where}`.execute(
      db,
    )
  await rename('dimension', sql`'{}'::jsonb`, sql`t.code = 'TF'`)
  await rename(
    'expected_outcome',
    sql`jsonb_build_object('dimension_id', (select id from dimension where version_id = ${target}))`,
    sql`t.code = 'TF-01'`,
  )
  await rename(
    'outcome_mapping',
    sql`jsonb_build_object('strength', 2, 'rationale', jsonb_build_object('en', 'Because.', 'fr', 'Parce que.'))`,
    sql`t.outcome_code = 'TF-01'`,
  )
  await rename('data_element', sql`'{}'::jsonb`, sql`true`)
  await rename('instrument', sql`'{}'::jsonb`, sql`true`)
  await rename(
    'kpi',
    sql`jsonb_build_object('outcome_id', (select id from expected_outcome where version_id = ${target}), 'ancestor_id', t.id,
      'max_disclosure_level', 'WCO', 'samples', '[{"name": "one", "values": [{"symbol": "A", "value": "1"}], "expectedState": "REPORTED", "expectedValue": "1"}]'::jsonb)`,
    sql`t.code = 'TF-01-1'`,
  )
  await sql`insert into kpi_guidance (kpi_id, version_id, body)
    select id, version_id, jsonb_build_object('en', ${`${CANARY} guidance`}::text, 'fr', ${`${CANARY} guidance`}::text)
    from kpi where version_id = ${target}`.execute(db)
  await sql`insert into framework_translation (version_id, kind, code, text, source, translated_by, translated_at)
    select version_id, 'KPI', code, 'name', ${CANARY}, (select person_id from person_role
      where role = 'METHODOLOGY_EDITOR' order by id limit 1), '2026-01-01' from kpi where version_id = ${target}`.execute(
    db,
  )
}
