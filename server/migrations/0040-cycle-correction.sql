set local role pmm_owner;

-- A planned cycle may be called off: nobody was told of it, and whom it was to invite goes with it. Whatever else hangs
-- on a cycle keeps it.
alter table cycle_invitee drop constraint cycle_invitee_cycle_id_fkey;
alter table cycle_invitee add constraint cycle_invitee_cycle
  foreign key (cycle_id) references cycle (id) on delete cascade;
grant delete on cycle to pmm_app;
create policy officer_delete on cycle for delete to pmm_app using ((select pmm_hat()) = 'O' and status = 'PLANNED');

-- From the opening on, administrations measure by it: of what a cycle is, only its end moves then.
create or replace function cycle_plan_guard() returns trigger language plpgsql as $$
begin
  if old.status <> 'PLANNED' and (old.default_disclosure, old.members_minimum, old.public_minimum, old.least_coverage)
      is distinct from (new.default_disclosure, new.members_minimum, new.public_minimum, new.least_coverage) then
    raise exception 'the thresholds of an opened cycle never change' using errcode = 'check_violation';
  end if;
  if old.status <> 'PLANNED' and (old.code, old.number, old.name, old.framework_version_id, old.reporting_year, old.opens_at)
      is distinct from (new.code, new.number, new.name, new.framework_version_id, new.reporting_year, new.opens_at) then
    raise exception 'an opened cycle stays what it is' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
