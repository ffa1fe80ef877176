import { sql } from 'kysely'
import type { Db } from '../../../server/src/platform'
import { CANARY } from './canary.ts'

/** A term that nobody has approved yet. */
export async function addTerm(db: Db, now: string): Promise<void> {
  const editor = sql`(select person_id from person_role where role = 'METHODOLOGY_EDITOR' order by id limit 1)`
  await sql`insert into framework_term (id, en, fr, note, status, provenance, proposed_by, proposed_at)
    values (gen_random_uuid(), ${`${CANARY} term`}, ${CANARY}, ${CANARY}, 'PROPOSED',
      '{"status": "constructed", "fields": [], "sources": []}', ${editor}, ${now}::timestamptz)`.execute(
    db,
  )
}

/** Proposals: an open one of each person who may make one, and one in each later state. */
export async function addProposals(db: Db, now: string): Promise<void> {
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
export async function addImports(db: Db, now: string): Promise<void> {
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
