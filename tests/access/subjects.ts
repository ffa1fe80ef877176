import { sql } from 'kysely'
import { globalId, type Db } from '../../server/src/platform'
import type { RowKind, Subject } from './audiences.ts'

/** What stands behind each global id, by statements of our own. */
export type Subjects = ReadonlyMap<string, Subject>

interface Line {
  readonly id: string
  readonly row: Record<string, unknown>
}

/** For each tag: what kind of row it is, and a statement with the columns its audiences hang on. */
const KINDS: readonly (readonly [tag: string, kind: RowKind, statement: string])[] = [
  ['FV', 'catalogue', `select id, jsonb_build_object('status', status) as row from framework_version`],
  ...['dimension', 'expected_outcome', 'kpi', 'data_element', 'instrument', 'validation_rule'].map(
    (table, at) =>
      [
        ['DI', 'OU', 'KP', 'DE', 'IN', 'VU'][at]!,
        'catalogue',
        `select t.id, jsonb_build_object('status', v.status) as row from ${table} t
          join framework_version v on v.id = t.version_id`,
      ] as const,
  ),
  ['IM', 'catalogue', `select id, '{"status": "DRAFT"}'::jsonb as row from framework_import`],
  ['TM', 'catalogue', `select id, jsonb_build_object('status', case status when 'APPROVED' then 'PUBLISHED' else 'DRAFT' end) as row
    from framework_term`],
  ['OM', 'catalogue', `select m.id, jsonb_build_object('status', v.status) as row from outcome_mapping m
    join framework_version v on v.id = m.version_id`],
  ['CP', 'proposal', `select id, '{}'::jsonb as row from change_proposal`],
  ['AD', 'register', `select id, jsonb_build_object('administrationId', id) as row from administration`],
  ['CY', 'register', `select id, '{"administrationId": null}'::jsonb as row from cycle`],
  ['PE', 'person', `select p.id, jsonb_build_object('personId', p.id, 'administrationId', r.administration_id) as row
    from person p left join lateral (select administration_id from person_role where person_id = p.id limit 1) r on true`],
  ['RO', 'person', `select id, jsonb_build_object('personId', person_id, 'administrationId', administration_id) as row
    from person_role`],
  ['IV', 'invitation', `select id, jsonb_build_object('administrationId', administration_id) as row from invitation`],
  ['AC', 'client', `select id, jsonb_build_object('personId', owner_id) as row from api_client`],
  ['AT', 'client', `select t.id, jsonb_build_object('personId', c.owner_id) as row from api_client_token t
    join api_client c on c.id = t.api_client_id`],
  ['SA', 'client', `select id, jsonb_build_object('personId', person_id) as row from support_access`],
  ['SW', 'client', `select id, jsonb_build_object('personId', person_id) as row from support_view`],
  ['NO', 'addressee', `select id, jsonb_build_object('personId', person_id) as row from notification`],
  ['AS', 'assessment', `select id, jsonb_build_object('administrationId', administration_id, 'assessmentId', id,
    'status', status) as row from assessment`],
  ['WR', 'working content', `select id, jsonb_build_object('administrationId', administration_id,
    'assessmentId', assessment_id, 'code', kpi_code) as row from kpi_response`],
  ['WV', 'working content', `select id, jsonb_build_object('administrationId', administration_id,
    'assessmentId', assessment_id, 'code', element_code) as row from data_value`],
  ['WC', 'working content', `select id, jsonb_build_object('administrationId', administration_id,
    'assessmentId', id, 'isHead', true) as row from assessment`],
  ['EV', 'working content', `select e.id, jsonb_build_object('administrationId', e.administration_id, 'assessmentId', e.assessment_id,
    'codes', (select coalesce(jsonb_agg(kpi_code), '[]') from evidence_use where evidence_id = e.id)) as row from evidence e`],
  ['EA', 'submitted content', `select e.id, jsonb_build_object('administrationId', e.administration_id, 'assessmentId', e.assessment_id,
    'submissionId', e.submission_id, 'assessmentStatus', a.status, 'codes', to_jsonb(e.kpi_codes),
    'shareWithSecretariat', h.is_shared) as row from submission_evidence e join assessment a on a.id = e.assessment_id
    join evidence_sharing h on h.evidence_id = e.evidence_id`],
  ['AG', 'own content', `select id, jsonb_build_object('administrationId', administration_id,
    'assessmentId', assessment_id, 'code', coalesce(kpi_code, element_code)) as row from assignment`],
  ['CR', 'consent', `select id, jsonb_build_object('administrationId', administration_id, 'assessmentId', assessment_id,
    'code', kpi_code, 'isSigned', confirmed_at is not null) as row from consent_record`],
  ['SU', 'submitted content', `select s.id, jsonb_build_object('administrationId', s.administration_id,
    'assessmentId', s.assessment_id, 'submissionId', s.id, 'assessmentStatus', a.status, 'isHead', true) as row
    from submission s join assessment a on a.id = s.assessment_id`],
  ['SR', 'submitted content', `select r.id, jsonb_build_object('administrationId', r.administration_id,
    'assessmentId', r.assessment_id, 'submissionId', r.submission_id, 'assessmentStatus', a.status,
    'code', r.kpi_code) as row from submission_response r join assessment a on a.id = r.assessment_id`],
  ['SV', 'submitted content', `select r.id, jsonb_build_object('administrationId', r.administration_id,
    'assessmentId', r.assessment_id, 'submissionId', r.submission_id, 'assessmentStatus', a.status,
    'code', r.element_code) as row from submission_value r join assessment a on a.id = r.assessment_id`],
  ['RA', 'released content', `select t.id, jsonb_build_object('edition', t.edition, 'status', r.status) as row
    from release_assessment t join release r on r.id = t.release_id`],
  ['RR', 'released content', `select t.id, jsonb_build_object('edition', t.edition, 'status', r.status) as row
    from release_value t join release r on r.id = t.release_id`],
  ['RI', 'return item', `select i.id, jsonb_build_object('administrationId', i.administration_id,
    'isResubmitted', s.submission_count > i.submission_number) as row from return_item i join assessment s on s.id = i.assessment_id`],
  ['IC', 'own content', `select id, jsonb_build_object('administrationId', administration_id,
    'assessmentId', assessment_id, 'code', coalesce(kpi_code, element_code)) as row from internal_comment`],
  ['FB', 'own content', `select batch_id as id, jsonb_build_object('administrationId', administration_id, 'assessmentId', assessment_id,
    'codes', jsonb_agg(distinct element_code)) as row from draft_revision where batch_id is not null
    group by batch_id, administration_id, assessment_id`],
  ['CM', 'comment', `select id, jsonb_build_object('administrationId', administration_id) as row from comment`],
  ['RV', 'review', `select id, jsonb_build_object('administrationId', administration_id, 'reviewId', id,
    'isConfirmed', is_confirmed, 'itemStatus', 'SENT', 'authorId', null, 'reviewStatus', status) as row from review`],
  ['RM', 'review team', `select id, jsonb_build_object('administrationId', administration_id, 'reviewId', review_id,
    'authorId', person_id, 'personId', person_id) as row from review_member`],
  ['RS', 'review item', `select t.id, jsonb_build_object('administrationId', t.administration_id, 'reviewId', t.review_id,
    'authorId', t.author_id, 'itemStatus', t.status, 'reviewStatus', r.status) as row
    from review_score t join review r on r.id = t.review_id`],
  ['RN', 'review item', `select t.id, jsonb_build_object('administrationId', t.administration_id, 'reviewId', t.review_id,
    'authorId', t.author_id, 'itemStatus', 'SENT', 'reviewStatus', r.status) as row
    from review_note t join review r on r.id = t.review_id`],
  ['FI', 'review item', `select t.id, jsonb_build_object('administrationId', t.administration_id, 'reviewId', t.review_id,
    'authorId', t.author_id, 'itemStatus', t.status, 'reviewStatus', r.status) as row
    from finding t join review r on r.id = t.review_id`],
  ['MG', 'comment', `select id, '{"administrationId": null}'::jsonb as row from cycle_message`],
  ['AE', 'audit', `select encode(set_byte(set_byte(b, 6, (get_byte(b, 6) & 15) | 128), 8, (get_byte(b, 8) & 63) | 128), 'hex')::uuid as id,
    jsonb_build_object('administrationId', administration_id, 'cycleId', cycle_id) as row
    from (select *, substr(sha256(convert_to(encode(hash, 'hex'), 'UTF8')), 1, 16) as b from audit_entry) e`],
  ['AL', 'audit', `select id, jsonb_build_object('administrationId', administration_id, 'cycleId', null) as row
    from access_log_entry`],
  ['RL', 'release', `select id, jsonb_build_object('status', status) as row from release`],
  ['BC', 'benchmark', `select t.id, jsonb_build_object('edition', t.edition, 'status', r.status) as row
    from release_cell t join release r on r.id = t.release_id`],
] // prettier-ignore

export async function subjectsOf(db: Db): Promise<Subjects> {
  const subjects = new Map<string, Subject>()
  for (const [tag, rows, statement] of KINDS) {
    const { rows: lines } = await sql<Line>`${sql.raw(statement)}`.execute(db)
    for (const { id, row } of lines) subjects.set(globalId(tag, id), { rows, row })
  }
  return subjects
}
