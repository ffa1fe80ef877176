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
