set local role pmm_owner;

-- What a contributor has in a running assessment opens what the own administration last submitted of it in earlier cycles:
-- answers and figures, by the submission they were frozen in. No working copy bears the id of one, so that nothing anybody
-- writes can be opened by it. A KPI or data element is followed through the versions by its lineage, as written down; a
-- version without any goes by the ancestor a KPI names, else by the code.
create function earlier_of(person uuid, administration uuid) returns table (submission_id uuid, node_kind text, code text)
  language sql stable set search_path = public as $$
  with recursive running as (
    select s.id, s.framework_version_id, c.reporting_year from assessment s join cycle c on c.id = s.cycle_id
    where s.administration_id = administration and s.status in ('DRAFT', 'INTERNAL_APPROVAL', 'SUBMITTED', 'RETURNED')
      and c.status in ('OPEN', 'CLOSED')
      and exists (select 1 from assignment a where a.assessment_id = s.id and a.person_id = person)
  ), before as (
    select r.id as running_id, s.framework_version_id, u.id as submission_id from running r
      join assessment s on s.administration_id = administration and s.status in ('SUBMITTED', 'RETURNED', 'ACCEPTED')
      join cycle c on c.id = s.cycle_id and c.reporting_year < r.reporting_year
      cross join lateral (select id from submission where assessment_id = s.id order by number desc limit 1) u
  ), line (running_id, version_id, node_kind, code, is_elsewhere) as (
    select r.id, r.framework_version_id, g.node_kind, g.code,
      exists (select 1 from before b where b.running_id = r.id and b.framework_version_id <> r.framework_version_id)
    from running r join assignment a on a.assessment_id = r.id and a.person_id = person
      cross join lateral (select 'KPI' as node_kind, a.kpi_code as code where a.kpi_code is not null
        union all select 'DATA_ELEMENT', e.element_code from assignment_element e where e.assignment_id = a.id) g
    union
    select l.running_id, f.version_id, l.node_kind, f.code, true from line l cross join lateral (
      select n.ancestor_version_id as version_id, n.ancestor_code as code from node_lineage n
      where n.version_id = l.version_id and n.node_kind = l.node_kind and n.node_code = l.code and n.ancestor_code is not null
        and (not n.is_stated
          or not exists (select 1 from node_lineage w where w.version_id = l.version_id and not w.is_stated))
      union all
      select v.base_version_id, coalesce((select b.code from kpi k
          join kpi b on b.id = k.ancestor_id and b.version_id = v.base_version_id
          where l.node_kind = 'KPI' and k.version_id = v.id and k.code = l.code), l.code)
      from framework_version v where v.id = l.version_id and v.base_version_id is not null
        and not exists (select 1 from node_lineage w where w.version_id = v.id
          and (not w.is_stated or (w.node_kind = l.node_kind and w.node_code = l.code)))) f
    where l.is_elsewhere
  ), found as (
    select distinct b.submission_id, b.framework_version_id, l.node_kind, l.code
    from line l join before b on b.running_id = l.running_id and b.framework_version_id = l.version_id
  )
  select f.submission_id, f.node_kind, f.code from found f
  union
  -- As in the running assessment, a KPI opens the figures it was made of.
  select f.submission_id, 'DATA_ELEMENT', x ->> 'element' from found f
    join kpi k on k.version_id = f.framework_version_id and k.code = f.code, jsonb_array_elements(k.elements) x
  where f.node_kind = 'KPI'
$$;
revoke execute on function earlier_of(uuid, uuid) from public;

create or replace function viewer_facts(person uuid, role_ text, administration uuid) returns jsonb
  language sql stable security definer set search_path = public as $$
  select jsonb_build_object(
    'reviewAssignments', case when role_ in ('REVIEWER', 'LEAD_REVIEWER') then coalesce((
      select jsonb_agg(jsonb_build_object('reviewId', r.id, 'assessmentId', r.assessment_id,
        'administrationId', r.administration_id, 'submissionId', r.submission_id, 'reviewStatus', r.status,
        'isLead', m.is_lead, 'isCleared', m.declaration is not distinct from 'NO_CONFLICT',
        'concludedAt', r.concluded_at) order by r.id)
      from review_member m join review r on r.id = m.review_id
      where m.person_id = person and m.ended_at is null
        and r.administration_id is distinct from administration), '[]') else '[]' end,
    'assignments', case when role_ = 'CONTRIBUTOR' then coalesce((
      select jsonb_agg(jsonb_build_object('assessmentId', a.assessment_id, 'kpi', a.kpi_code, 'elements',
        (select coalesce(jsonb_agg(e.element_code), '[]') from assignment_element e where e.assignment_id = a.id),
        'entrusted', (select coalesce(jsonb_agg(e.element_code), '[]') from assignment_element e
          where e.assignment_id = a.id and e.is_responsible)))
      from assignment a where a.person_id = person and a.administration_id = administration), '[]') else '[]' end,
    'earlier', case when role_ = 'CONTRIBUTOR' then coalesce((
      select jsonb_agg(jsonb_build_object('submissionId', t.submission_id, 'kpis', t.kpis, 'elements', t.elements))
      from (select e.submission_id, coalesce(jsonb_agg(e.code) filter (where e.node_kind = 'KPI'), '[]') as kpis,
          coalesce(jsonb_agg(e.code) filter (where e.node_kind = 'DATA_ELEMENT'), '[]') as elements
        from earlier_of(person, administration) e group by e.submission_id) t), '[]') else '[]' end)
$$;

-- The same, as the row policies ask it.
create function earlier_given(kind text) returns table (submission_id uuid, code text)
  language sql stable security definer set search_path = public as $$
  select e.submission_id, e.code from earlier_of(pmm('person')::uuid, pmm('administration')::uuid) e
  where pmm_hat() = 'C' and e.node_kind = kind
$$;
revoke execute on function earlier_given(text) from public;
grant execute on function earlier_given(text) to pmm_app;

create policy earlier_rows on submission_response for select to pmm_app
  using ((select pmm_hat()) = 'C' and administration_id = (select pmm('administration')::uuid)
    and (submission_id, kpi_code) in (select * from earlier_given('KPI')));
create policy earlier_rows on submission_value for select to pmm_app
  using ((select pmm_hat()) = 'C' and administration_id = (select pmm('administration')::uuid)
    and (submission_id, element_code) in (select * from earlier_given('DATA_ELEMENT')));
