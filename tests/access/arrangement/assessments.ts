import { sql } from 'kysely'
import type { Db } from '../../../server/src/platform'
import { CANARY } from './canary.ts'

export async function acceptReview(db: Db, now: string): Promise<void> {
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

export async function addNotes(db: Db, now: string): Promise<void> {
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

/** Figures of returned assessments that read otherwise than in the copy handed in. */
export async function correctReturned(db: Db): Promise<void> {
  await sql`update data_value set note = 'Counted anew.', version = version + 1
    where assessment_id in (select id from assessment where status = 'RETURNED')`.execute(db)
}

/** Requests for a reopening: one that waits where it may, and one that was declined, of everything submitted. */
export async function addReopenRequests(db: Db, now: string): Promise<void> {
  await sql`insert into reopen_request (id, assessment_id, administration_id, submission_number, kpi_codes, reason, author_id, asked_at,
      status, answer, settled_by, settled_at)
    select gen_random_uuid(), s.id, s.administration_id, s.submission_count, '{TF-01-1}', ${CANARY}, s.started_by, ${now}::timestamptz,
      w.status, case when w.status = 'DECLINED' then ${CANARY} end, case when w.status = 'DECLINED' then s.started_by end,
      case when w.status = 'DECLINED' then ${now}::timestamptz end
    from assessment s, (values ('OPEN'), ('DECLINED')) as w(status)
    where s.submission_count > 0 and (w.status = 'DECLINED' or s.status in ('SUBMITTED', 'ACCEPTED'))
      and s.cycle_id = (select id from cycle where code = 'C2024')`.execute(db)
  await sql`update assessment set reopen_requested_at = ${now}::timestamptz, version = version + 1
    where id in (select assessment_id from reopen_request where status = 'OPEN')`.execute(db)
}

/** One data element of a KPI of others, given to a contributor by itself, with its history and a word about it. */
export async function addElementAssignment(db: Db, now: string): Promise<void> {
  await sql`with given as (
      insert into assignment (id, assessment_id, administration_id, element_code, person_id, due_on, created_by, created_at)
      select gen_random_uuid(), s.id, s.administration_id, 'DECL_ALL', p.id, '2027-01-10', s.started_by, ${now}::timestamptz
      from assessment s join cycle c on c.id = s.cycle_id and c.code = 'C2024'
        join administration a on a.id = s.administration_id and a.code = 'XAL', person p
      where p.name = 'Dario Fenn' returning id, administration_id, element_code)
    insert into assignment_element (assignment_id, administration_id, element_code) select * from given`.execute(
    db,
  )
  await sql`insert into draft_revision (id, assessment_id, administration_id, element_code, year, value, is_estimated, revision,
      written_at, written_by)
    select gen_random_uuid(), v.assessment_id, v.administration_id, v.element_code, v.year, v.value, v.is_estimated, v.version,
      v.updated_at, v.updated_by
    from data_value v join assignment g on g.assessment_id = v.assessment_id and g.element_code = v.element_code`.execute(
    db,
  )
  await sql`insert into internal_comment (id, thread_id, assessment_id, administration_id, element_code, body, language, author_id,
      author_role, created_at)
    select g.id, g.id, g.assessment_id, g.administration_id, g.element_code, 'Counted anew.', 'en', g.person_id, 'CONTRIBUTOR',
      ${now}::timestamptz
    from assignment g where g.element_code is not null`.execute(db)
}

/**
 * Comments of everybody who may comment, inside and with the secretariat: a thread at a KPI with an answer, one at a data
 * element that is resolved, and one whose words were changed, mention somebody, or were taken back.
 */
export async function addComments(db: Db, now: string): Promise<void> {
  const threads = sql`(values (1, 'TF-01-1', null, false), (2, null, 'DECL_ELECTRONIC', false), (3, 'TF-01-1', null, true))
    as w(n, kpi, element, is_removed)`
  const insert = async (table: string, speakers: ReturnType<typeof sql>) => {
    await sql`insert into ${sql.table(table)} (id, thread_id, assessment_id, administration_id, kpi_code, element_code, body, language,
        mentioned, author_id, author_role, created_at, edited_at, removed_at, resolved_at, resolved_by)
      select x.id, x.id, s.id, s.administration_id, w.kpi, w.element, case when not w.is_removed then ${CANARY} end, 'fr',
        array[p.person_id], p.person_id, p.role, ${now}::timestamptz, ${now}::timestamptz,
        case when w.is_removed then ${now}::timestamptz end, case when w.n = 2 then ${now}::timestamptz end,
        case when w.n = 2 then p.person_id end
      from assessment s join cycle c on c.id = s.cycle_id and c.code = 'C2024' join lateral (${speakers}) p on true,
        ${threads}, lateral (select gen_random_uuid() as id where s.id is not null and p.person_id is not null and w.n > 0) x`.execute(
      db,
    )
    await sql`insert into ${sql.table(table)} (id, thread_id, assessment_id, administration_id, kpi_code, body, language, author_id,
        author_role, created_at)
      select gen_random_uuid(), t.id, t.assessment_id, t.administration_id, t.kpi_code, ${CANARY}, 'en', t.author_id,
        t.author_role, ${now}::timestamptz from ${sql.table(table)} t where t.kpi_code is not null and t.removed_at is null`.execute(
      db,
    )
  }
  await insert(
    'internal_comment',
    sql`select r.person_id, r.role from person_role r where r.administration_id = s.administration_id
      and r.role in ('CONTRIBUTOR', 'COORDINATOR', 'APPROVER') and r.ended_at is null`,
  )
  await insert(
    'comment',
    sql`select r.person_id, r.role from person_role r where s.submission_count > 0 and r.ended_at is null
      and (r.administration_id = s.administration_id and r.role in ('COORDINATOR', 'APPROVER') or r.role = 'CYCLE_OFFICER')`,
  )
}

export async function addReleases(db: Db, now: string): Promise<void> {
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
