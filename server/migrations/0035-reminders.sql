set local role pmm_owner;

-- Days before the end of entry on which whoever has not submitted is reminded.
alter table cycle add column reminder_days integer[] not null default '{}';
alter table cycle add constraint cycle_reminder_days
  check (cardinality(reminder_days) <= 5 and 1 <= all (reminder_days) and 180 >= all (reminder_days));

-- What was sent: once for each administration, day and end. Another end is another reminder.
create table cycle_reminder (
  cycle_id uuid not null,
  administration_id uuid not null,
  days integer not null,
  due_on date not null,
  sent_at timestamptz not null,
  primary key (cycle_id, administration_id, due_on, days),
  foreign key (cycle_id, administration_id) references cycle_participant (cycle_id, administration_id)
);
alter table cycle_reminder enable row level security;
alter table cycle_reminder force row level security;
create policy owner_all on cycle_reminder to pmm_owner using (true) with check (true);
grant select on cycle_reminder to pmm_app;
create policy officer on cycle_reminder for select to pmm_app using ((select pmm_hat()) = 'O');
grant select, insert on cycle_reminder to pmm_worker;
create policy worker_reads on cycle_reminder for select to pmm_worker using (true);
create policy worker_inserts on cycle_reminder for insert to pmm_worker with check (true);

-- A reminder is made in the first minutes of its day, hence read in the morning of the person, however near the end.
create or replace function notification_mail_time(person uuid, kind_ text, at_ timestamptz, due timestamptz) returns timestamptz
  language plpgsql stable security definer set search_path = public as $$
declare wish notification_setting; zone text; local timestamp; hour integer;
begin
  select * into wish from notification_setting s where s.person_id = person;
  if kind_ = any (coalesce(wish.muted_kinds, '{}')) then return null; end if;
  zone := case when wish.time_zone is not null and time_zone_known(wish.time_zone) then wish.time_zone else 'UTC' end;
  local := (at_ + interval '1 minute') at time zone zone;
  if kind_ = 'CYCLE_DUE' or kind_ not in ('ASSIGNED', 'RETURNED', 'SENT_BACK', 'DUE_SOON', 'CYCLE_MESSAGE')
      and coalesce(due > at_ + interval '48 hours', true) then
    local := date_trunc('day', local) + case when local::time < time '07:00' then interval '7 hours' else interval '31 hours' end;
  end if;
  hour := extract(hour from local);
  if wish.quiet_from < wish.quiet_until and hour >= wish.quiet_from and hour < wish.quiet_until
    or wish.quiet_from > wish.quiet_until and hour < wish.quiet_until then
    local := date_trunc('day', local) + make_interval(hours => wish.quiet_until);
  elsif wish.quiet_from > wish.quiet_until and hour >= wish.quiet_from then
    local := date_trunc('day', local) + make_interval(days => 1, hours => wish.quiet_until);
  end if;
  return local at time zone zone;
end
$$;
