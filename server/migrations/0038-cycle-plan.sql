set local role pmm_owner;

-- What a cycle is planned with besides its dates. Group figures need these many administrations at the least; both may only
-- be raised above what the method asks for. The coverage, in per cent, only ever raises the one of the framework version.
alter table cycle add column default_disclosure text not null default 'NATIONAL' references disclosure_level (code);
alter table cycle add column members_minimum integer not null default 5;
alter table cycle add column public_minimum integer not null default 10;
alter table cycle add column least_coverage integer;
alter table cycle add column invites_all boolean not null default true;
alter table cycle add constraint cycle_minimums
  check (members_minimum between 5 and 200 and public_minimum between 10 and 200 and public_minimum >= members_minimum);
alter table cycle add constraint cycle_least_coverage check (least_coverage between 1 and 100);

-- From the opening on, administrations are counted and scored by it: nobody changes the rules then.
create function cycle_plan_guard() returns trigger language plpgsql as $$
begin
  if old.status <> 'PLANNED' and (old.default_disclosure, old.members_minimum, old.public_minimum, old.least_coverage)
      is distinct from (new.default_disclosure, new.members_minimum, new.public_minimum, new.least_coverage) then
    raise exception 'the thresholds of an opened cycle never change' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger cycle_plan_guard before update on cycle for each row execute function cycle_plan_guard();

-- Whom a planned cycle will invite, where that is not everybody; the opening turns them into participants.
create table cycle_invitee (
  cycle_id uuid not null references cycle (id),
  administration_id uuid not null references administration (id),
  primary key (cycle_id, administration_id)
);
alter table cycle_invitee enable row level security;
alter table cycle_invitee force row level security;
create policy owner_all on cycle_invitee to pmm_owner using (true) with check (true);
grant select, insert, delete on cycle_invitee to pmm_app;
create policy officer on cycle_invitee for select to pmm_app using ((select pmm_hat()) = 'O');
create policy officer_insert on cycle_invitee for insert to pmm_app with check ((select pmm_hat()) = 'O');
create policy officer_delete on cycle_invitee for delete to pmm_app using ((select pmm_hat()) = 'O');

-- Nobody takes part without an invitation, and an invitation that was taken up stays.
insert into cycle_participant (cycle_id, administration_id, region_code, income_group, administration_type, geography, invited_at)
  select s.cycle_id, s.administration_id, a.region_code, a.income_group, a.administration_type, a.geography, s.started_at
  from assessment s join administration a on a.id = s.administration_id
  on conflict do nothing;
alter table assessment add constraint assessment_invited
  foreign key (cycle_id, administration_id) references cycle_participant (cycle_id, administration_id);
alter table cycle_reminder drop constraint cycle_reminder_cycle_id_administration_id_fkey;
alter table cycle_reminder add constraint cycle_reminder_participant
  foreign key (cycle_id, administration_id) references cycle_participant (cycle_id, administration_id) on delete cascade;
grant delete on cycle_participant to pmm_app;
create policy officer_delete on cycle_participant for delete to pmm_app using ((select pmm_hat()) = 'O');

-- What is said of a cycle to all administrations is said to those that were invited.
create or replace function notification_add(kind_ text, roles text[], administration uuid, about uuid, people uuid[], cycle uuid, assessment_ uuid,
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
