set local role pmm_owner;

-- Whoever looks through the eyes of a person is a reader from outside: one line at the start of each view, since it
-- opens everything the person sees and not the content of one cycle.
alter table access_log_entry alter column cycle_id drop not null;
alter table access_log_entry alter column assessment_id drop not null;
alter table access_log_entry drop constraint access_log_entry_kind_check;
alter table access_log_entry add constraint access_log_entry_kind_check
  check (kind in ('SUBMITTED', 'MEMBERS_EDITION', 'EMBARGOED_EDITION', 'SUPPORT_VIEW'));
alter table access_log_entry add constraint access_log_entry_content_check
  check ((kind = 'SUPPORT_VIEW') = (assessment_id is null) and (kind = 'SUPPORT_VIEW') = (cycle_id is null));

-- One door at a time for each person.
create unique index support_access_once on support_access (person_id) where closed_at is null;

-- A view begins together with its line in the log of the administration looked into.
drop function support_view_start(uuid, uuid, bytea, bytea, timestamptz, timestamptz);
create function support_view_start(id_ uuid, access uuid, token bytea, own_session bytea, at_ timestamptz,
  until_ timestamptz, log_id uuid, request text) returns boolean
  language plpgsql security definer set search_path = public as $$
declare door support_access; own session;
begin
  select s.* into own from session s
    join person_account a on a.person_id = s.person_id and a.status = 'ACTIVE'
    join person_role r on r.id = s.person_role_id and r.ended_at is null and r.role = 'ADMINISTRATOR'
    where s.token_hash = own_session and s.step = 'OPEN' and s.revoked_at is null and s.expires_at > at_
      and s.person_id = pmm('person')::uuid and pmm_hat() = 'D';
  select d.* into door from support_access d
    join person_account a on a.person_id = d.person_id and a.status = 'ACTIVE'
    join person_role r on r.id = d.person_role_id and r.ended_at is null
    where d.id = access and d.closed_at is null and d.ends_at > at_ for update of d;
  if own.id is null or door.id is null or door.person_id = own.person_id then return false; end if;
  insert into support_view (id, support_access_id, person_id, administration_id, viewer_id, started_at, ends_at)
    values (id_, door.id, door.person_id, door.administration_id, own.person_id, at_,
      least(until_, door.ends_at, own.expires_at, at_ + interval '15 minutes'));
  insert into support_session (token_hash, support_view_id, session_id, person_role_id)
    values (token, id_, own.id, door.person_role_id);
  insert into access_log_entry (id, at, administration_id, kind, hat, person_id, responses, figures, request_id)
    select log_id, at_, door.administration_id, 'SUPPORT_VIEW', 'D', own.person_id, 0, 0, request
    where door.administration_id is not null;
  return true;
end
$$;

create or replace function viewer_of_support_view(token bytea, at_ timestamptz) returns jsonb
  language plpgsql security definer set search_path = public as $$
declare seen jsonb; own uuid;
begin
  select jsonb_build_object('sessionId', null, 'personId', v.person_id, 'roleId', r.id, 'role', r.role,
      'administrationId', r.administration_id, 'expiresAt', v.ends_at, 'idleMinutes', 15, 'authenticatedAt', v.started_at,
      'supportView', jsonb_build_object('id', v.id, 'personId', v.viewer_id, 'name', p.name, 'startedAt', v.started_at, 'endsAt', v.ends_at)), s.session_id
    into seen, own
    from support_session s join support_view v on v.id = s.support_view_id
    join support_access d on d.id = v.support_access_id and d.closed_at is null
    join person_account a on a.person_id = v.person_id and a.status = 'ACTIVE'
    join person_role r on r.id = s.person_role_id and r.ended_at is null
    join person p on p.id = v.viewer_id
    join person_account va on va.person_id = v.viewer_id and va.status = 'ACTIVE'
    join session o on o.id = s.session_id and o.step = 'OPEN' and o.revoked_at is null and o.expires_at > at_
      and o.last_seen_at + make_interval(mins => o.idle_minutes) > at_
    join person_role orr on orr.id = o.person_role_id and orr.ended_at is null and orr.role = 'ADMINISTRATOR'
    where s.token_hash = token and v.ended_at is null and v.ends_at > at_;
  if seen is null then return null; end if;
  -- Looking is being at work: the own session must not run out meanwhile.
  update session set last_seen_at = at_ where id = own and last_seen_at < at_ - interval '1 minute';
  return seen || viewer_facts((seen ->> 'personId')::uuid, seen ->> 'role', (seen ->> 'administrationId')::uuid);
end
$$;

revoke execute on function support_view_start(uuid, uuid, bytea, bytea, timestamptz, timestamptz, uuid, text),
  viewer_of_support_view(bytea, timestamptz) from public;
grant execute on function support_view_start(uuid, uuid, bytea, bytea, timestamptz, timestamptz, uuid, text),
  viewer_of_support_view(bytea, timestamptz) to pmm_app;
