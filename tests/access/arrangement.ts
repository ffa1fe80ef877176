import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { tokenOfClient } from '../../server/src/accounts'
import type { Db } from '../../server/src/platform'

/** A text that stands in every confidential field this arrangement fills, and nowhere else. */
export const CANARY = 'canary-7f3b'

/** Token of a partner that may read some KPIs of releases under embargo. */
export const kpiSetToken = (): string =>
  tokenOfClient(
    '0b9c5a3e-1c55-8e0f-9d7a-54d3a0f1c002',
    createHash('sha256').update('KPI set partner of the tests').digest(),
  )

/** Token of a partner that may read releases under embargo. */
export const embargoToken = (): string =>
  tokenOfClient(
    '0b9c5a3e-1c55-8e0f-9d7a-54d3a0f1c001',
    createHash('sha256').update('embargo partner of the tests').digest(),
  )

/** Token of the demonstration partner, found by the name of its client. */
export function demonstrationToken(clientId: string): string {
  return tokenOfClient(clientId, createHash('sha256').update('pmm demonstration partner').digest())
}

/**
 * Adds the states the demonstration world leaves out: a withdrawn assessment, an accepted review
 * whose team has not declared yet, versions and releases in every state, notes with a canary.
 */
export async function arrangeRareStates(db: Db, at: Date): Promise<void> {
  const now = at.toISOString()
  await acceptReview(db, now)
  await sql`update assessment set status = 'WITHDRAWN', withdrawn_at = ${now}::timestamptz, version = version + 1
    where cycle_id = (select id from cycle where code = 'C2024')
      and administration_id = (select id from administration where code = 'XTE')`.execute(db)
  await addVersions(db, now)
  await addImports(db, now)
  await addTerm(db, now)
  await addProposals(db, now)
  await addReleases(db, now)
  await addNotes(db, now)
  await addEmbargoPartner(db, now)
  await addLogs(db, now)
  await addInvitations(db, now)
  await addClients(db, now)
  await addSignIns(db, now)
  await addSupport(db, now)
}

// Doors that stand open, one that was closed, and a look through each; the demonstration has none.
async function addSupport(db: Db, now: string): Promise<void> {
  for (const [name, closedAt] of [
    ['Mariam Selk', null],
    ['Renata Adeline', null],
    ['Ines Calder', null],
    ['Viktor Almasy', now],
  ] as const) {
    await sql`with door as (
        insert into support_access (id, person_id, person_role_id, administration_id, opened_at, ends_at, closed_at)
        select gen_random_uuid(), p.id, r.id, r.administration_id, ${now}::timestamptz, '2100-01-01', ${closedAt}::timestamptz
        from person p join person_role r on r.person_id = p.id and r.ended_at is null where p.name = ${name} limit 1
        returning *)
      insert into support_view (id, support_access_id, person_id, administration_id, viewer_id, started_at, ends_at)
      select gen_random_uuid(), d.id, d.person_id, d.administration_id,
        (select person_id from person_role where role = 'ADMINISTRATOR' limit 1), ${now}::timestamptz, '2100-01-01' from door d`.execute(
      db,
    )
  }
}

/** Token of the invitation that waits in XAL. */
export const invitationToken = (): string =>
  createHash('sha256').update('invitation of the tests').digest('base64url')

// One invitation in each state for two administrations, and one for the secretariat; a link for the first.
async function addInvitations(db: Db, now: string): Promise<void> {
  for (const code of ['XAL', 'XOR', null]) {
    for (const state of ['OPEN', 'ACCEPTED', 'EXPIRED', 'REVOKED']) {
      await sql`insert into invitation (id, administration_id, email, name, locale, roles, invited_by, inviter_role_id,
          created_at, sent_at, expires_at, accepted_at, accepted_by, revoked_at, revoked_by)
        select gen_random_uuid(), r.administration_id, lower(${`${state}.${code ?? 'wco'}@example.org`}), ${CANARY}, 'FR',
          ${code ? '{CONTRIBUTOR}' : '{CYCLE_OFFICER}'}::text[], r.person_id, r.id, ${now}::timestamptz, ${now}::timestamptz,
          case when ${state} = 'EXPIRED' then ${now}::timestamptz - interval '1 minute' else '2100-01-01'::timestamptz end,
          case when ${state} = 'ACCEPTED' then ${now}::timestamptz end, case when ${state} = 'ACCEPTED' then r.person_id end,
          case when ${state} = 'REVOKED' then ${now}::timestamptz end, case when ${state} = 'REVOKED' then r.person_id end
        from person_role r left join administration a on a.id = r.administration_id
        where r.ended_at is null and a.code is not distinct from ${code}
          and r.role = ${code ? 'COORDINATOR' : 'ADMINISTRATOR'} limit 1`.execute(db)
    }
  }
  await sql`insert into invitation_link (token_hash, invitation_id, created_at, expires_at)
    select ${createHash('sha256').update(invitationToken()).digest()}, id, ${now}::timestamptz, '2100-01-01'
    from invitation where email = 'open.xal@example.org'`.execute(db)
  for (const code of ['XAL', 'XOR']) {
    await sql`insert into administration_contact (administration_id, name, updated_at)
      select id, ${`Contact of ${code}`}, ${now}::timestamptz from administration where code = ${code}`.execute(
      db,
    )
    await sql`insert into administration_contact_address (administration_id, mail, phone)
      select id, ${`${CANARY}@example.org`}, '+1 234 567' from administration where code = ${code}`.execute(
      db,
    )
  }
}

// Clients in each state, all proposed by one officer.
async function addClients(db: Db, now: string): Promise<void> {
  for (const status of ['PROPOSED', 'DECLINED', 'REVOKED']) {
    await sql`insert into api_client (id, name, scopes, status, owner_id, contact_name, contact_mail, purpose, terms_accepted_on,
        decided_at, revoked_at, created_at, expires_at)
      select gen_random_uuid(), ${`${CANARY} ${status}`}, '{read:public}', ${status}, id, ${CANARY}, ${`${CANARY}@example.org`},
        ${CANARY}, '2026-10-01', ${now}::timestamptz, case when ${status} = 'REVOKED' then ${now}::timestamptz end,
        ${now}::timestamptz, '2027-06-30' from person where name = 'Ines Calder'`.execute(db)
  }
  await sql`insert into api_client_token (token_hash, api_client_id, created_at, expires_at, revoked_at, last_used_at)
    select sha256('revoked'), id, ${now}::timestamptz, '2027-06-30', ${now}::timestamptz, ${now}::timestamptz
    from api_client where name = ${`${CANARY} REVOKED`}`.execute(db)
}

async function acceptReview(db: Db, now: string): Promise<void> {
  await sql`update review r set status = 'ACCEPTED', decided_at = ${now}::timestamptz, due_on = '2027-01-31',
      decided_by = (select person_id from person_role where role = 'CYCLE_OFFICER' order by id limit 1),
      submission_id = (select id from submission s where s.assessment_id = r.assessment_id order by number desc limit 1)
    where status = 'REQUESTED'`.execute(db)
  const team = [
    ['Karim Benzar', true, null],
    ['Lucia Ferran', false, null],
    ['Kito Lwandle', false, 'CONFLICT'],
  ] as const
  for (const [name, isLead, declaration] of team) {
    await sql`insert into review_member (id, review_id, administration_id, assessment_id, person_id,
        home_administration_id, is_lead, declaration, declared_at)
      select gen_random_uuid(), r.id, r.administration_id, r.assessment_id, p.id, h.administration_id, ${isLead},
        ${declaration}, ${declaration === null ? null : now}::timestamptz
      from review r, person p join person_role h on h.person_id = p.id
      where r.status = 'ACCEPTED' and p.name = ${name} limit 1`.execute(db)
  }
}

async function addVersions(db: Db, now: string): Promise<void> {
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

/** A term that nobody has approved yet. */
async function addTerm(db: Db, now: string): Promise<void> {
  const editor = sql`(select person_id from person_role where role = 'METHODOLOGY_EDITOR' order by id limit 1)`
  await sql`insert into framework_term (id, en, fr, note, status, provenance, proposed_by, proposed_at)
    values (gen_random_uuid(), ${`${CANARY} term`}, ${CANARY}, ${CANARY}, 'PROPOSED',
      '{"status": "constructed", "fields": [], "sources": []}', ${editor}, ${now}::timestamptz)`.execute(
    db,
  )
}

/** Proposals: an open one of each person who may make one, and one in each later state. */
async function addProposals(db: Db, now: string): Promise<void> {
  await sql`insert into change_proposal (id, number, code, kind, title, rationale, language, principle, about_version_id,
      node_codes, status, author_id, created_at)
    select gen_random_uuid(), 900 + row_number() over (order by r.person_id), 'CP-' || (900 + row_number() over (order by r.person_id)),
      'REVISION', ${CANARY}, ${CANARY}, 'en', 'QUALITY', v.id, '{TF-01-1}', 'OPEN', r.person_id, ${now}::timestamptz
    from framework_version v, (select distinct person_id from person_role
      where role in ('METHODOLOGY_EDITOR', 'CYCLE_OFFICER', 'PMMPT_OBSERVER')) r
    where v.status = 'PUBLISHED'`.execute(db)
  await sql`insert into change_proposal (id, number, code, kind, title, rationale, language, principle, about_version_id,
      node_codes, status, author_id, created_at, decided_by, decided_at, decision_reason, version_id, implemented_by)
    select gen_random_uuid(), 800 + s.n, 'CP-' || (800 + s.n), 'ADDITION', ${CANARY}, ${CANARY}, 'fr', 'RELEVANCE', v.id,
      '{TF-01}', s.status, o.person_id, ${now}::timestamptz,
      case when s.status <> 'WITHDRAWN' then b.person_id end, case when s.status <> 'WITHDRAWN' then ${now}::timestamptz end,
      ${CANARY}, case when s.status = 'IMPLEMENTED' then d.id end, case when s.status = 'IMPLEMENTED' then o.person_id end
    from framework_version v, framework_version d, (values (1, 'ACCEPTED'), (2, 'REJECTED'), (3, 'WITHDRAWN'), (4, 'IMPLEMENTED')) s(n, status),
      (select person_id from person_role where role = 'CYCLE_OFFICER' order by id limit 1) o,
      (select person_id from person_role where role = 'PMMPT_OBSERVER' order by id limit 1) b
    where v.status = 'PUBLISHED' and d.code = 'TEST-DRAFT'`.execute(db)
  await sql`insert into change_proposal_comment (id, proposal_id, body, language, author_id, created_at)
    select gen_random_uuid(), id, ${CANARY}, 'en', author_id, ${now}::timestamptz from change_proposal`.execute(
    db,
  )
}

/** Files that were read: one waits, one was refused, one has gone into a draft. */
async function addImports(db: Db, now: string): Promise<void> {
  for (const status of ['READY', 'REJECTED', 'APPLIED']) {
    await sql`insert into framework_import (id, file_name, format, size, sha256, status, code, absent, draft_id, compared_hash,
        content_hash, content, report, version_id, author_id, created_at, applied_by, applied_at)
      select gen_random_uuid(), ${`${CANARY}.json`}, 'JSON', 1, 'x', ${status}, code, 'KEEP', id, 'x', 'x',
        ${JSON.stringify({ schema: CANARY })}::jsonb,
        ${JSON.stringify({ counts: {}, entries: [{ section: 'kpis', code: 'K', state: 'REJECTED', changes: [{ field: 'unit', before: CANARY, after: CANARY }], problems: [{ at: CANARY, reason: 'X', message: CANARY }] }] })}::jsonb,
        case when ${status} = 'APPLIED' then id end, r.person_id, ${now}::timestamptz,
        case when ${status} = 'APPLIED' then r.person_id end,
        case when ${status} = 'APPLIED' then ${now}::timestamptz end
      from framework_version v, (select person_id from person_role where role = 'METHODOLOGY_EDITOR' order by id limit 1) r
      where v.code = 'TEST-DRAFT'`.execute(db)
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

async function addReleases(db: Db, now: string): Promise<void> {
  for (const status of ['BUILT', 'EMBARGOED', 'DISCARDED', 'SUPERSEDED']) {
    const code = `TEST-${status}`
    await sql`insert into release (id, code, cycle_id, name, status, built_by, requested_at, built_at, published_at,
        is_demonstration)
      select gen_random_uuid(), ${code}, cycle_id, name, ${status}, built_by, ${now}::timestamptz, ${now}::timestamptz,
        case when ${status} = 'SUPERSEDED' then '2025-01-01'::timestamptz end, true
      from release where status = 'PUBLISHED' limit 1`.execute(db)
    await sql`insert into release_assessment (id, release_id, edition, administration_id, submission_number, dimension_scores)
      select gen_random_uuid(), n.id, a.edition, a.administration_id, a.submission_number, a.dimension_scores
      from release n, release_assessment a join release o on o.id = a.release_id and o.status = 'PUBLISHED'
      where n.code = ${code} and a.administration_id in
        (select id from administration where code in ('XAL', 'XOR'))`.execute(db)
    await sql`insert into release_value (id, release_id, release_assessment_id, edition, administration_id, kpi_code,
        access, state, value, score)
      select gen_random_uuid(), n.id, m.id, m.edition, m.administration_id, v.kpi_code, v.access, v.state, v.value, v.score
      from release n join release_assessment m on m.release_id = n.id
        join release_value v on v.edition = m.edition and v.administration_id = m.administration_id
        join release o on o.id = v.release_id and o.status = 'PUBLISHED'
      where n.code = ${code}`.execute(db)
    await sql`insert into release_cell (id, release_id, edition, kpi_code, group_code, access, n, n_band, mean, method)
      select gen_random_uuid(), n.id, c.edition, c.kpi_code, c.group_code, c.access, c.n, c.n_band, c.mean, c.method
      from release n, release_cell c join release o on o.id = c.release_id and o.status = 'PUBLISHED'
      where n.code = ${code} and c.group_code = 'ALL'`.execute(db)
    await sql`insert into release_internal (release_id, audit_report, audit_passed, suppression_log, parameters)
      select id, '{}', true, '[]', '{}' from release where code = ${code}`.execute(db)
  }
}

/** Everybody has signed in once, and linked an identity of another sign-in. */
async function addSignIns(db: Db, now: string): Promise<void> {
  await sql`insert into oidc_identity (id, person_id, issuer, subject, linked_at)
    select gen_random_uuid(), person_id, 'https://login.demo.invalid', person_id::text, ${now}::timestamptz from person_account`.execute(
    db,
  )
  await sql`insert into sign_in_attempt (account_hash, network_hash, at, succeeded, device)
    select account_hash_of('account', email), '\\x00', ${now}::timestamptz, true, 'Firefox, Linux' from person_account`.execute(
    db,
  )
}

async function addNotes(db: Db, now: string): Promise<void> {
  await sql`insert into internal_note (assessment_id, administration_id, kpi_code, body, updated_at, updated_by)
    select s.id, s.administration_id, k.kpi_code, ${`${CANARY} note`}, ${now}::timestamptz, s.started_by
    from assessment s join kpi_response k on k.assessment_id = s.id
    where s.cycle_id = (select id from cycle where code = 'C2024')
    on conflict do nothing`.execute(db)
  await sql`insert into review_note (id, review_id, administration_id, assessment_id, kpi_code, author_id, body, updated_at)
    select gen_random_uuid(), m.review_id, m.administration_id, m.assessment_id, r.scope[1], m.person_id,
      ${`${CANARY} working note`}, ${now}::timestamptz
    from review_member m join review r on r.id = m.review_id`.execute(db)
}

/** Lines of both logs: of two administrations and the secretariat, of a cycle and of none. */
async function addLogs(db: Db, now: string): Promise<void> {
  await sql`select audit_append(s.administration_id::text, ${now}::timestamptz, s.started_by, null, 'N',
      s.administration_id, a.action, 'DONE', 'Assessment', s.id::text, 'arranged', a.content,
      case when a.is_of_cycle then s.cycle_id end)
    from assessment s join administration m on m.id = s.administration_id join cycle c on c.id = s.cycle_id,
      (values ('assessmentSubmit', '{"from":"INTERNAL_APPROVAL","number":1,"to":"SUBMITTED"}', true),
        ('dataValuesSave', '{"figures":["DECL_ELECTRONIC@2024"]}', false)) as a(action, content, is_of_cycle)
    where m.code in ('XAL', 'XOR', 'XSO') and c.code = 'C2024' order by m.code, a.action`.execute(
    db,
  )
  await sql`insert into draft_revision (id, assessment_id, administration_id, element_code, year, value, is_estimated, note,
      revision, written_at, written_by)
    select gen_random_uuid(), s.id, s.administration_id, 'DECL_ELECTRONIC', 2024, 1234.5, false, ${`${CANARY} figure`}, 900,
      ${now}::timestamptz, s.started_by
    from assessment s join administration m on m.id = s.administration_id join cycle c on c.id = s.cycle_id
    where m.code in ('XAL', 'XOR') and c.code = 'C2024'`.execute(db)
  await sql`select audit_append('secretariat', ${now}::timestamptz, r.person_id, null, 'E', null, 'frameworkVersionCreate',
      'DONE', 'FrameworkVersion', v.id::text, 'arranged', '{"to":"DRAFT"}', null)
    from framework_version v, (select person_id from person_role where role = 'METHODOLOGY_EDITOR' limit 1) r
    where v.code like 'TEST-%' order by v.code`.execute(db)
  await sql`select audit_append('secretariat', ${now}::timestamptz, null, null, null, null, 'releaseBuilt', 'DONE',
      'Release', r.id::text, 'arranged', '{"from":"BUILDING","to":"BUILT"}', r.cycle_id)
    from release r where r.code = 'TEST-BUILT'`.execute(db)
  await sql`insert into audit_anchor (at, chains, moved, is_intact, broken_chain, broken_seq)
    values (${now}::timestamptz, 4, 4, false, 'secretariat', 3)`.execute(db)
  await sql`insert into access_log_entry (id, at, administration_id, cycle_id, assessment_id, release_id, kind, hat,
      person_id, reader_administration_id, responses, figures, request_id)
    select gen_random_uuid(), ${now}::timestamptz, s.administration_id, s.cycle_id, s.id, k.release_id, k.kind, r.letter,
      r.person_id, r.administration_id, 12, 3, 'arranged ' || r.role
    from assessment s join administration m on m.id = s.administration_id join cycle c on c.id = s.cycle_id,
      (select distinct on (role) role, person_id, administration_id, case role when 'LEAD_REVIEWER' then 'L' else 'O' end as letter
        from person_role where role in ('LEAD_REVIEWER', 'CYCLE_OFFICER') order by role, id) r,
      (select 'SUBMITTED' as kind, null::uuid as release_id union all
        select 'MEMBERS_EDITION', id from release where status = 'PUBLISHED') k
    where m.code in ('XAL', 'XOR') and c.code = 'C2024'
      and r.administration_id is distinct from s.administration_id`.execute(db)
}

/** A partner beside the usual ones, for the tests that look at KPI sets. */
export async function addKpiSetPartner(db: Db, at: Date): Promise<void> {
  const now = at.toISOString()
  await sql`insert into api_client (id, name, scopes, created_at, expires_at)
    values ('0b9c5a3e-1c55-8e0f-9d7a-54d3a0f1c002', 'KPI set partner of the tests',
      '{read:public,read:embargo,kpi:TF}', ${now}::timestamptz, '2027-06-30')`.execute(db)
  await sql`insert into api_client_token (token_hash, api_client_id, created_at, expires_at)
    values (${createHash('sha256').update(kpiSetToken()).digest()}, '0b9c5a3e-1c55-8e0f-9d7a-54d3a0f1c002',
      ${now}::timestamptz, '2027-06-30')`.execute(db)
}

async function addEmbargoPartner(db: Db, now: string): Promise<void> {
  await sql`insert into api_client (id, name, scopes, created_at, expires_at)
    values ('0b9c5a3e-1c55-8e0f-9d7a-54d3a0f1c001', 'Embargo partner of the tests',
      '{read:public,read:embargo}', ${now}::timestamptz, '2027-06-30')`.execute(db)
  await sql`insert into api_client_token (token_hash, api_client_id, created_at, expires_at)
    values (${createHash('sha256').update(embargoToken()).digest()}, '0b9c5a3e-1c55-8e0f-9d7a-54d3a0f1c001',
      ${now}::timestamptz, '2027-06-30')`.execute(db)
}
