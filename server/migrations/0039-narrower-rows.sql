set local role pmm_owner;

-- What backs the answers of others, and what was returned of theirs, stays with these others. How often bytes are kept and
-- which KPIs something backs is counted over all of them, so that uses and hashes stand open inside the administration.
create function given_evidence() returns setof uuid
  language sql stable security definer set search_path = public as $$
  select u.evidence_id from evidence_use u where (u.assessment_id, u.kpi_code) in (select * from given_kpis())
$$;
-- A returned KPI opens its data elements, for whoever has one of them too.
create function given_places() returns table (assessment_id uuid, kpi_code text)
  language sql stable security definer set search_path = public as $$
  select a.assessment_id, k.code from assignment a join assessment s on s.id = a.assessment_id
    join assignment_element e on e.assignment_id = a.id
    join kpi k on k.version_id = s.framework_version_id
      and k.elements @> jsonb_build_array(jsonb_build_object('element', e.element_code))
  where pmm_hat() = 'C' and a.person_id = pmm('person')::uuid and a.administration_id = pmm('administration')::uuid
  union select * from given_kpis()
$$;
revoke execute on function given_evidence(), given_places() from public;
grant execute on function given_evidence(), given_places() to pmm_app;

alter policy own_rows on evidence using (administration_id = (select pmm('administration')::uuid)
  and ((select pmm_hat()) in ('N', 'A', 'V') or ((select pmm_hat()) = 'C'
    and (id in (select given_evidence()) or assessment_id = (select pmm('computing')::uuid)))));
alter policy own_update on evidence using (administration_id = (select pmm('administration')::uuid)
    and ((select pmm_hat()) = 'N' or ((select pmm_hat()) = 'C'
      and (id in (select given_evidence()) or assessment_id = (select pmm('computing')::uuid)))))
  with check (administration_id = (select pmm('administration')::uuid) and (select pmm_hat()) in ('C', 'N'));
alter policy own_rows on evidence_source using (administration_id = (select pmm('administration')::uuid)
  and ((select pmm_hat()) in ('N', 'A', 'V') or ((select pmm_hat()) = 'C'
    and revision_id in (select r.id from evidence_revision r where r.evidence_id in (select given_evidence())))));
alter policy own_rows on submission_evidence using (administration_id = (select pmm('administration')::uuid)
  and ((select pmm_hat()) in ('N', 'A', 'V') or ((select pmm_hat()) = 'C' and exists (select 1 from given_kpis() g
    where g.assessment_id = submission_evidence.assessment_id and g.kpi_code = any (submission_evidence.kpi_codes)))));
alter policy own_rows on return_item using (administration_id = (select pmm('administration')::uuid)
  and ((select pmm_hat()) in ('N', 'A', 'V')
    or ((select pmm_hat()) = 'C' and (assessment_id, kpi_code) in (select * from given_places()))));
alter policy own_update on return_item using (administration_id = (select pmm('administration')::uuid)
  and ((select pmm_hat()) in ('N', 'A')
    or ((select pmm_hat()) = 'C' and (assessment_id, kpi_code) in (select * from given_kpis()))));

-- Notices of a cycle say nothing any more to an administration that is no longer invited; unread ones are not sent either.
create function notification_settle(cycle uuid, administrations uuid[], at_ timestamptz) returns void
  language sql security definer set search_path = public as $$
  update notification n set read_at = at_
  where pmm_hat() = 'O' and n.cycle_id = cycle and n.administration_id = any (administrations)
    and n.kind in ('CYCLE_OPENED', 'CYCLE_DUE', 'EXTENDED') and n.read_at is null
$$;
revoke execute on function notification_settle(uuid, uuid[], timestamptz) from public;
grant execute on function notification_settle(uuid, uuid[], timestamptz) to pmm_app;
