set local role pmm_owner;

-- How a person wants to be told by mail, in whatever role: not of some kinds, and not in their quiet hours.
create table notification_setting (
  person_id uuid primary key references person (id),
  muted_kinds text[] not null default '{}',
  quiet_from smallint check (quiet_from between 0 and 23),
  quiet_until smallint check (quiet_until between 0 and 23),
  time_zone text not null,
  check ((quiet_from is null) = (quiet_until is null)),
  check (quiet_from <> quiet_until)
);
alter table notification_setting enable row level security;
alter table notification_setting force row level security;
create policy owner_all on notification_setting to pmm_owner using (true) with check (true);
create policy oneself on notification_setting to pmm_app using (person_id = (select pmm('person')::uuid));
grant select, insert, update on notification_setting to pmm_app;

-- Mails that wait: when the mail of a notification is due, and the mail it went into. None where nobody wants one.
create table notification_mail (
  notification_id uuid primary key references notification (id) on delete cascade,
  person_id uuid not null references person (id),
  due_at timestamptz not null,
  mail_id uuid
);
create index notification_mail_due on notification_mail (due_at) where mail_id is null;
create index notification_mail_person on notification_mail (person_id) where mail_id is null;
create index notification_mail_mail on notification_mail (mail_id) where mail_id is not null;
alter table notification_mail enable row level security;
alter table notification_mail force row level security;
create policy owner_all on notification_mail to pmm_owner using (true) with check (true);

-- Whether the database knows a time zone of that name.
create function time_zone_known(name text) returns boolean
  language plpgsql stable set search_path = public as $$
begin
  perform now() at time zone name;
  return true;
exception when invalid_parameter_value then
  return false;
end
$$;

-- At once, a minute being left for more of the same, when something is asked for or due within 48 hours; otherwise at
-- seven in the morning where the person is. Quiet hours put either off to their end.
create function notification_mail_time(person uuid, kind_ text, at_ timestamptz, due timestamptz) returns timestamptz
  language plpgsql stable security definer set search_path = public as $$
declare wish notification_setting; zone text; local timestamp; hour integer;
begin
  select * into wish from notification_setting s where s.person_id = person;
  if kind_ = any (coalesce(wish.muted_kinds, '{}')) then return null; end if;
  zone := case when wish.time_zone is not null and time_zone_known(wish.time_zone) then wish.time_zone else 'UTC' end;
  local := (at_ + interval '1 minute') at time zone zone;
  if kind_ not in ('ASSIGNED', 'RETURNED', 'SENT_BACK', 'DUE_SOON') and coalesce(due > at_ + interval '48 hours', true) then
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
revoke execute on function notification_mail_time(uuid, text, timestamptz, timestamptz) from public;

create function notification_mail_planned() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  insert into notification_mail (notification_id, person_id, due_at)
    select new.id, new.person_id, due from notification_mail_time(new.person_id, new.kind, new.at, new.due_at) due
    where due is not null;
  return null;
end
$$;
create trigger notification_mail_planned after insert on notification
  for each row execute function notification_mail_planned();

-- What waits for its mail is planned anew when the person wants it otherwise.
create function notification_mail_replanned() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  update notification_mail m set due_at = coalesce(notification_mail_time(n.person_id, n.kind, n.at, n.due_at), m.due_at)
    from notification n where n.id = m.notification_id and m.person_id = new.person_id and m.mail_id is null;
  return null;
end
$$;
create trigger notification_mail_replanned after insert or update on notification_setting
  for each row execute function notification_mail_replanned();

-- The worker's part: one mail a person for all that is due by now or in the next minute. Says how many mails that is.
create function notification_mail_take(at_ timestamptz) returns integer
  language plpgsql security definer set search_path = public as $$
declare whose uuid; mail uuid; taken integer := 0;
begin
  for whose in select distinct m.person_id from notification_mail m where m.due_at <= at_ and m.mail_id is null limit 200 loop
    mail := gen_random_uuid();
    update notification_mail u set mail_id = mail where u.notification_id in (
      select m.notification_id from notification_mail m where m.person_id = whose and m.mail_id is null
        and m.due_at <= at_ + interval '1 minute' for update skip locked);
    if found then
      perform outbox_add(gen_random_uuid(), 'mail.notifications', jsonb_build_object('mailId', mail), at_);
      taken := taken + 1;
    end if;
  end loop;
  return taken;
end
$$;

-- What stands in a mail: what was not read meanwhile, for a role still held.
create function notification_mail_read(mail uuid) returns table (email text, locale text, role text, kind text, administration text,
  cycle text, kpi_codes text[], due_at timestamptz, time_zone text)
  language sql stable security definer set search_path = public as $$
  select a.email, a.locale, n.role, n.kind, case when n.administration_id is null then d.name ->> lower(a.locale) end,
      c.name ->> lower(a.locale), n.kpi_codes, n.due_at, s.time_zone
    from notification_mail m
    join notification n on n.id = m.notification_id
    join person_account a on a.person_id = n.person_id and a.status = 'ACTIVE'
    left join notification_setting s on s.person_id = n.person_id
    left join administration d on d.id = n.about_id
    left join cycle c on c.id = n.cycle_id
    where m.mail_id = mail and n.read_at is null and not n.kind = any (coalesce(s.muted_kinds, '{}'))
      and exists (select 1 from person_role r where r.person_id = n.person_id and r.role = n.role and r.ended_at is null
        and r.administration_id is not distinct from n.administration_id)
    order by n.seq
$$;
revoke execute on function notification_mail_take(timestamptz), notification_mail_read(uuid) from public;
grant execute on function notification_mail_take(timestamptz), notification_mail_read(uuid) to pmm_worker;
