set local role pmm_owner;

-- What a person is told in one of their roles: codes and names of things, never a figure, never a text of somebody.
create table notification (
  id uuid primary key,
  seq bigint generated always as identity unique,
  person_id uuid not null references person (id),
  role text not null,
  administration_id uuid references administration (id),
  kind text not null check (kind in ('CYCLE_OPENED', 'CYCLE_CLOSED', 'EXTENDED', 'ASSIGNED', 'APPROVAL_REQUESTED', 'SENT_BACK',
    'SUBMITTED', 'RETURNED', 'ACCEPTED', 'REOPENED', 'WITHDRAWAL_PROPOSED', 'WITHDRAWN')),
  actor_name text,
  about_id uuid references administration (id),
  cycle_id uuid references cycle (id),
  assessment_id uuid references assessment (id),
  kpi_codes text[] not null default '{}',
  due_at timestamptz,
  at timestamptz not null,
  read_at timestamptz
);
create index notification_inbox on notification (person_id, seq);
create index notification_unread on notification (person_id) where read_at is null;
alter table notification enable row level security;
alter table notification force row level security;
create policy owner_all on notification to pmm_owner using (true) with check (true);
-- What may be done to a row is the grants' matter: reading it, and marking it as read.
create policy addressee on notification to pmm_app using (person_id = (select pmm('person')::uuid));
grant select, update (read_at) on notification to pmm_app;

-- Tells everybody who holds one of the roles; those named, where people are named; contributors otherwise only of KPIs
-- assigned to them. Nobody is told of their own step, and names stay inside the administration and with the secretariat.
create function notification_add(kind_ text, roles text[], administration uuid, about uuid, people uuid[], cycle uuid, assessment_ uuid,
  kpis text[], due timestamptz, at_ timestamptz) returns integer
  language plpgsql security definer set search_path = public as $$
declare told integer;
begin
  insert into notification (id, person_id, role, administration_id, kind, actor_name, about_id, cycle_id, assessment_id, kpi_codes, due_at, at)
    select gen_random_uuid(), r.person_id, r.role, r.administration_id, kind_,
      case when r.administration_id is null or r.administration_id = pmm('administration')::uuid
        then (select name from person where id = pmm('person')::uuid) end, coalesce(about, r.administration_id), cycle, assessment_, kpis, due, at_
    from (select distinct on (r.person_id, r.administration_id) r.person_id, r.role, r.administration_id from person_role r
      join person_account a on a.person_id = r.person_id and a.status = 'ACTIVE'
      where r.ended_at is null and r.role = any (roles)
        and (administration is null or r.administration_id = administration)
        and (people is null or r.person_id = any (people))
        and (r.role <> 'CONTRIBUTOR' or people is not null or exists (select 1 from assignment g
          where g.assessment_id = assessment_ and g.person_id = r.person_id and g.kpi_code = any (kpis)))
        and r.person_id is distinct from pmm('person')::uuid
      order by r.person_id, r.administration_id, array_position(roles, r.role)) r;
  get diagnostics told = row_count;
  return told;
end
$$;
revoke execute on function notification_add(text, text[], uuid, uuid, uuid[], uuid, uuid, text[], timestamptz, timestamptz) from public;
grant execute on function notification_add(text, text[], uuid, uuid, uuid[], uuid, uuid, text[], timestamptz, timestamptz)
  to pmm_app, pmm_worker;
