import { sql } from 'kysely'
import type { Db } from '../../../server/src/platform'
import { CANARY } from './canary.ts'

/** Lines of both logs: of two administrations and the secretariat, of a cycle and of none. */
export async function addLogs(db: Db, now: string): Promise<void> {
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
