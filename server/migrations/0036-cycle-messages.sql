set local role pmm_owner;

-- What a cycle officer has written to administrations of a cycle, in both languages, and by which filter of the board they
-- were chosen. Nobody changes or removes what was sent.
create table cycle_message (
  id uuid primary key,
  cycle_id uuid not null references cycle (id),
  subject jsonb not null,
  body jsonb not null,
  region_code text references region (code),
  stage text,
  is_overdue boolean,
  is_extended boolean,
  search text,
  sent_by uuid not null references person (id),
  sender_name text not null,
  sent_at timestamptz not null
);
create index cycle_message_cycle on cycle_message (cycle_id, sent_at);
create table cycle_message_administration (
  message_id uuid not null references cycle_message (id),
  administration_id uuid not null references administration (id),
  coordinators integer not null,
  approvers integer not null,
  primary key (message_id, administration_id),
  check (coordinators + approvers > 0)
);

alter table notification add column message_id uuid references cycle_message (id);
create index notification_message on notification (message_id, person_id) where message_id is not null;

do $$
declare name text;
begin
  foreach name in array array['cycle_message', 'cycle_message_administration'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_all on %I to pmm_owner using (true) with check (true)', name);
    execute format('grant select, insert on %I to pmm_app', name);
    execute format('create policy officer on %I for select to pmm_app using ((select pmm_hat()) = ''O'')', name);
  end loop;
end
$$;
create policy officer_insert on cycle_message for insert to pmm_app
  with check ((select pmm_hat()) = 'O' and sent_by = (select pmm('person')::uuid));
create policy officer_insert on cycle_message_administration for insert to pmm_app
  with check ((select pmm_hat()) = 'O' and exists (select 1 from cycle_message m
    where m.id = message_id and m.sent_by = (select pmm('person')::uuid)));
-- Whoever was told of it reads it; the rows of the notifications say who that is.
create policy addressee on cycle_message for select to pmm_app
  using (id in (select n.message_id from notification n where n.message_id is not null));

-- Who would get a message: people and their languages are no officer's to read, hence a door of its own. A person who
-- holds both roles is told in the first.
create function cycle_message_audience(administrations uuid[])
  returns table (administration_id uuid, person_id uuid, role text, locale text)
  language sql stable security definer set search_path = public as $$
  select distinct on (r.administration_id, r.person_id) r.administration_id, r.person_id, r.role, a.locale
  from person_role r
    join person_account a on a.person_id = r.person_id and a.status = 'ACTIVE'
  where pmm_hat() = 'O' and r.ended_at is null and r.role in ('COORDINATOR', 'APPROVER')
    and r.administration_id = any (administrations)
  order by r.administration_id, r.person_id, array_position(array['COORDINATOR', 'APPROVER'], r.role)
$$;
revoke execute on function cycle_message_audience(uuid[]) from public;
grant execute on function cycle_message_audience(uuid[]) to pmm_app;

-- Puts a message into the inboxes of its administrations, once, for whoever wrote it. Returns how many people that are.
create function cycle_message_deliver(message uuid) returns integer
  language plpgsql security definer set search_path = public as $$
declare told integer;
begin
  insert into notification (id, person_id, role, administration_id, kind, about_id, cycle_id, message_id, at)
    select gen_random_uuid(), t.person_id, t.role, t.administration_id, 'CYCLE_MESSAGE', t.administration_id, m.cycle_id, m.id, m.sent_at
    from cycle_message m
      cross join lateral cycle_message_audience(array(select g.administration_id from cycle_message_administration g
        where g.message_id = m.id)) t
    where m.id = message and m.sent_by = pmm('person')::uuid
      and not exists (select 1 from notification n where n.message_id = m.id)
    order by t.administration_id, t.person_id;
  get diagnostics told = row_count;
  return told;
end
$$;
revoke execute on function cycle_message_deliver(uuid) from public;
grant execute on function cycle_message_deliver(uuid) to pmm_app;

-- A mail repeats the words of a message, in the language of the person.
drop function notification_mail_read(uuid);
create function notification_mail_read(mail uuid) returns table (email text, locale text, role text, kind text, administration text,
  cycle text, kpi_codes text[], due_at timestamptz, time_zone text, subject text, body text)
  language sql stable security definer set search_path = public as $$
  select a.email, a.locale, n.role, n.kind, case when n.administration_id is null then d.name ->> lower(a.locale) end,
      c.name ->> lower(a.locale), n.kpi_codes, n.due_at, s.time_zone, w.subject ->> lower(a.locale), w.body ->> lower(a.locale)
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
