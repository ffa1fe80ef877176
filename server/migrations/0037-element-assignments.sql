set local role pmm_owner;

-- A single data element can be given to somebody, who then sees its figures and nothing else of the KPIs that use it.
-- What an assignment opens stands in assignment_element, for a KPI and for an element alike: whoever has a KPI reads all
-- its elements, and one person is responsible for each and writes it.
alter table assignment alter column kpi_code drop not null;
alter table assignment add column element_code text;
alter table assignment add check ((kpi_code is null) <> (element_code is null));
create unique index assignment_one_for_element on assignment (assessment_id, element_code) where element_code is not null;
alter table assignment_element add column is_responsible boolean not null default true;

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
      from assignment a where a.person_id = person and a.administration_id = administration), '[]') else '[]' end)
$$;

-- What a contributor was given, as the row policies ask it.
create function given_kpis() returns table (assessment_id uuid, kpi_code text)
  language sql stable security definer set search_path = public as $$
  select a.assessment_id, a.kpi_code from assignment a
  where pmm_hat() = 'C' and a.kpi_code is not null and a.person_id = pmm('person')::uuid
    and a.administration_id = pmm('administration')::uuid
$$;
create function given_elements(to_write boolean) returns table (assessment_id uuid, element_code text)
  language sql stable security definer set search_path = public as $$
  select a.assessment_id, e.element_code from assignment a join assignment_element e on e.assignment_id = a.id
  where pmm_hat() = 'C' and a.person_id = pmm('person')::uuid and (e.is_responsible or not to_write)
    and a.administration_id = pmm('administration')::uuid
$$;
revoke execute on function given_kpis(), given_elements(boolean) from public;
grant execute on function given_kpis(), given_elements(boolean) to pmm_app;

-- A contributor's own rows are those of the KPIs and elements given. Computing an assessment anew takes all its figures,
-- whoever saved one, and names it for the rest of the transaction; no query ever does.
do $$
declare
  own constant text := 'administration_id = (select pmm(''administration'')::uuid)';
  given text;
  computed text;
  name text;
begin
  foreach name in array array['kpi_response', 'internal_note', 'data_value', 'draft_revision', 'submission_response',
      'submission_value', 'internal_comment'] loop
    given := case
      when name = 'internal_comment' then '((assessment_id, kpi_code) in (select * from given_kpis())
        or (assessment_id, element_code) in (select * from given_elements(false)))'
      when name in ('data_value', 'draft_revision', 'submission_value')
        then '(assessment_id, element_code) in (select * from given_elements(false))'
      else '(assessment_id, kpi_code) in (select * from given_kpis())' end;
    computed := case when name in ('kpi_response', 'data_value')
      then ' or assessment_id = (select pmm(''computing'')::uuid)' else '' end;
    execute format($p$alter policy own_rows on %I using (%s and ((select pmm_hat()) in ('N', 'A', 'V')
      or ((select pmm_hat()) = 'C' and (%s%s))))$p$, name, own, given, computed);
    continue when name like 'submission%';
    given := case when name = 'internal_comment' then given else replace(given, '(false)', '(true)') end;
    execute format($p$alter policy own_insert on %I with check (%s and ((select pmm_hat()) %s
      or ((select pmm_hat()) = 'C' and %s))%s)$p$, name, own,
      case when name in ('kpi_response', 'internal_comment') then 'in (''N'', ''A'')' else '= ''N''' end, given,
      case when name = 'internal_comment' then ' and author_id = (select pmm(''person'')::uuid)' else '' end);
    continue when name = 'draft_revision';
    execute format($p$alter policy own_update on %1$I using (%2$s and ((select pmm_hat()) %3$s
        or ((select pmm_hat()) = 'C' and (%4$s))))
      with check (%2$s and ((select pmm_hat()) %3$s or ((select pmm_hat()) = 'C' and (%4$s))))$p$, name, own,
      case when name in ('kpi_response', 'internal_comment') then 'in (''N'', ''A'')' else '= ''N''' end,
      given || case when name = 'kpi_response' then computed else '' end);
  end loop;
end
$$;

-- What stands already is settled the same way: a KPI opens all its elements, and who had none responsible gets the first.
insert into assignment_element (assignment_id, administration_id, element_code, is_responsible)
  select distinct a.id, a.administration_id, x ->> 'element', false
  from assignment a join assessment s on s.id = a.assessment_id
    join kpi k on k.version_id = s.framework_version_id and k.code = a.kpi_code, jsonb_array_elements(k.elements) x
  on conflict do nothing;
with first as (
  select distinct on (a.assessment_id, e.element_code) e.assignment_id, e.element_code, a.person_id, a.assessment_id
  from assignment_element e join assignment a on a.id = e.assignment_id
  order by a.assessment_id, e.element_code, e.is_responsible desc, a.created_at, a.id)
update assignment_element e set is_responsible = true
  from first f join assignment a on a.assessment_id = f.assessment_id and a.person_id = f.person_id
  where e.assignment_id = a.id and e.element_code = f.element_code and not e.is_responsible;

-- Notices name elements where they are about these; a contributor is told of what was given to them alone, and of a cycle
-- whoever was invited to it.
alter table notification add column element_codes text[] not null default '{}';
drop function notification_add(text, text[], uuid, uuid, uuid[], uuid, uuid, text[], timestamptz, timestamptz);
create function notification_add(kind_ text, roles text[], administration uuid, about uuid, people uuid[], cycle uuid, assessment_ uuid,
  kpis text[], due timestamptz, at_ timestamptz, elements text[] default '{}') returns integer
  language plpgsql security definer set search_path = public as $$
declare told integer;
begin
  insert into notification (id, person_id, role, administration_id, kind, actor_name, about_id, cycle_id, assessment_id, kpi_codes,
      element_codes, due_at, at)
    select gen_random_uuid(), r.person_id, r.role, r.administration_id, kind_,
      case when r.administration_id is null or r.administration_id = pmm('administration')::uuid
        then (select name from person where id = pmm('person')::uuid) end, coalesce(about, r.administration_id), cycle, assessment_,
      g.kpis, g.elements, due, at_
    from (select distinct on (r.person_id, r.administration_id) r.person_id, r.role, r.administration_id from person_role r
      join person_account a on a.person_id = r.person_id and a.status = 'ACTIVE'
      where r.ended_at is null and r.role = any (roles)
        and (administration is null or r.administration_id = administration)
        and (administration is not null or cycle is null or people is not null or r.administration_id is null
          or exists (select 1 from cycle_participant p where p.cycle_id = cycle and p.administration_id = r.administration_id))
        and (people is null or r.person_id = any (people))
        and r.person_id is distinct from pmm('person')::uuid
      order by r.person_id, r.administration_id, array_position(roles, r.role)) r
    cross join lateral (select r.role = 'CONTRIBUTOR' and people is null as is_by_given) b
    cross join lateral (select
      case when b.is_by_given then array(select k from unnest(kpis) with ordinality as t(k, n)
        where exists (select 1 from assignment a where a.assessment_id = assessment_ and a.person_id = r.person_id and a.kpi_code = k)
        order by n) else kpis end as kpis,
      case when b.is_by_given then array(select e from unnest(elements) with ordinality as t(e, n)
        where exists (select 1 from assignment a where a.assessment_id = assessment_ and a.person_id = r.person_id and a.element_code = e)
        order by n) when people is null then '{}' else elements end as elements) g
    where not b.is_by_given or cardinality(g.kpis) + cardinality(g.elements) > 0;
  get diagnostics told = row_count;
  return told;
end
$$;
revoke execute on function notification_add(text, text[], uuid, uuid, uuid[], uuid, uuid, text[], timestamptz, timestamptz, text[]) from public;
grant execute on function notification_add(text, text[], uuid, uuid, uuid[], uuid, uuid, text[], timestamptz, timestamptz, text[])
  to pmm_app, pmm_worker;

-- A mail names data elements by their labels, whose codes tell their readers little.
drop function notification_mail_read(uuid);
create function notification_mail_read(mail uuid) returns table (email text, locale text, role text, kind text, administration text,
  cycle text, kpi_codes text[], element_names text[], due_at timestamptz, time_zone text, subject text, body text)
  language sql stable security definer set search_path = public as $$
  select a.email, a.locale, n.role, n.kind, case when n.administration_id is null then d.name ->> lower(a.locale) end,
      c.name ->> lower(a.locale), n.kpi_codes, array(select coalesce(e.label ->> lower(a.locale), t.code) from unnest(n.element_codes) with ordinality as t(code, place)
        left join assessment f on f.id = n.assessment_id
        left join data_element e on e.version_id = f.framework_version_id and e.code = t.code order by t.place),
      n.due_at, s.time_zone, w.subject ->> lower(a.locale),
      w.body ->> lower(a.locale)
    from notification_mail m
    join notification n on n.id = m.notification_id
    join person_account a on a.person_id = n.person_id and a.status = 'ACTIVE'
    left join notification_setting s on s.person_id = n.person_id
    left join administration d on d.id = n.about_id
    left join cycle c on c.id = n.cycle_id
    left join cycle_message w on w.id = n.message_id
    where m.mail_id = mail and n.read_at is null and not n.kind = any (coalesce(s.muted_kinds, '{}'))
      and exists (select 1 from person_role r where r.person_id = n.person_id and r.role = n.role and r.ended_at is null
        and r.administration_id is not distinct from n.administration_id)
    order by n.seq
$$;
revoke execute on function notification_mail_read(uuid) from public;
grant execute on function notification_mail_read(uuid) to pmm_worker;

-- Whether a figure that some KPI asks of an element is missing, as far as whoever asks sees the figures.
create function element_is_open(assessment_ uuid, element text) returns boolean
  language sql stable set search_path = public as $$
  select exists (
    select 1 from assessment s join cycle c on c.id = s.cycle_id
      join kpi k on k.version_id = s.framework_version_id,
      jsonb_array_elements(k.elements) asked
    where s.id = assessment_ and asked ->> 'element' = element and not exists (
      select 1 from data_value v where v.assessment_id = s.id and v.element_code = element and v.value is not null
        and v.year = case asked ->> 'period' when 'T' then c.reporting_year else c.previous_year end))
$$;
revoke execute on function element_is_open(uuid, text) from public;
grant execute on function element_is_open(uuid, text) to pmm_app, pmm_worker;
