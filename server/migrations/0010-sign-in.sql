set local role pmm_owner;

-- Hats that work with what others entrusted to them sign in with two factors.
create function needs_second_factor(role text) returns boolean language sql immutable
  as $$ select role in ('REVIEWER', 'LEAD_REVIEWER', 'METHODOLOGY_EDITOR', 'CYCLE_OFFICER', 'ADMINISTRATOR', 'PMMPT_OBSERVER') $$;

-- A session that waits for the second factor opens nothing; it becomes another one when the code is right.
alter table session add column step text not null default 'OPEN' check (step in ('OPEN', 'SECOND_FACTOR'));
alter table session add column is_two_factor boolean not null default false;
alter table session add column authenticated_at timestamptz;
alter table session add column attempt_id bigint;
alter table session add column device text not null default '';

alter table sign_in_attempt add column method text not null default 'PASSWORD' check (method in ('PASSWORD', 'CODE', 'OIDC', 'AGAIN'));
alter table sign_in_attempt add column is_halfway boolean not null default false;
alter table sign_in_attempt add column device text not null default '';

alter table sign_in_link drop constraint sign_in_link_purpose_check;
alter table sign_in_link add constraint sign_in_link_purpose_check check (purpose in ('SET_PASSWORD', 'RESET_PASSWORD'));
create index sign_in_link_person on sign_in_link (person_id);

-- Secrets are sealed by the server under a key that no database holds.
create table second_factor (
  person_id uuid primary key references person (id),
  secret bytea,
  confirmed_at timestamptz,
  last_step bigint,
  offered bytea,
  offered_at timestamptz,
  check ((secret is null) = (confirmed_at is null)),
  check ((offered is null) = (offered_at is null))
);

create table recovery_code (
  person_id uuid not null references person (id),
  code_hash bytea not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (person_id, code_hash)
);

-- The address as typed, kept until the worker has looked for the account: whoever asks learns nothing.
create table password_reset_request (
  id uuid primary key,
  account_hash bytea not null,
  network_hash bytea not null,
  email text,
  requested_at timestamptz not null
);
create index password_reset_request_account on password_reset_request (account_hash, requested_at);
create index password_reset_request_network on password_reset_request (network_hash, requested_at);

create table oidc_identity (
  id uuid primary key,
  person_id uuid not null references person (id),
  issuer text not null,
  subject text not null,
  linked_at timestamptz not null,
  last_used_at timestamptz,
  unique (issuer, subject),
  unique (person_id, issuer)
);

-- Answers of the identity provider that were used; the way there is kept by the browser, sealed.
create table oidc_answer (
  state_hash bytea primary key,
  used_at timestamptz not null
);

do $$
declare name text;
begin
  foreach name in array array['second_factor', 'recovery_code', 'password_reset_request', 'oidc_identity', 'oidc_answer'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_all on %I to pmm_owner using (true) with check (true)', name);
  end loop;
end
$$;

-- Whether a person must have a second factor, for one of the roles they hold.
create function must_have_second_factor(person uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select not is_demonstration() and exists (select 1 from person_role r
    where r.person_id = person and r.ended_at is null and needs_second_factor(r.role))
$$;

-- A proof of the key the secrets are sealed with. Another key is taken only while nothing is sealed.
create function sealing_key_fits(proof text) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  insert into installation (key, value) values ('sealing', to_jsonb(proof))
    on conflict (key) do update set value = excluded.value
    where not exists (select 1 from second_factor);
  return exists (select 1 from installation where key = 'sealing' and value = to_jsonb(proof));
end
$$;

drop function session_open(uuid, bytea, uuid, uuid, timestamptz, integer, timestamptz);
create function session_open(id_ uuid, token bytea, person uuid, role_id uuid, at_ timestamptz, idle integer,
  expires timestamptz, step_ text default 'OPEN', two_factor boolean default false, attempt bigint default null,
  device_ text default '') returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  if not exists (select 1 from person_role r join person_account a on a.person_id = r.person_id
      where r.id = role_id and r.person_id = person and r.ended_at is null and a.status = 'ACTIVE') then
    return false;
  end if;
  insert into session (id, token_hash, person_id, person_role_id, created_at, last_seen_at, idle_minutes, expires_at,
      step, is_two_factor, authenticated_at, attempt_id, device)
    values (id_, token, person, role_id, at_, at_, idle, expires, step_, two_factor, at_, attempt, device_);
  return true;
end
$$;

-- A session before its second factor says only that it waits; one that must first set it up says who waits, and
-- carries no fact that any rule could use.
create or replace function viewer_of_session(token bytea, at_ timestamptz) returns jsonb
  language plpgsql security definer set search_path = public as $$
declare found session; answer jsonb;
begin
  select s.* into found from session s
    join person_account a on a.person_id = s.person_id and a.status = 'ACTIVE'
    join person_role r on r.id = s.person_role_id and r.ended_at is null
    where s.token_hash = token and s.revoked_at is null and s.expires_at > at_
      and s.last_seen_at + make_interval(mins => s.idle_minutes) > at_;
  if found.id is null then return null; end if;
  if found.step = 'SECOND_FACTOR' then return jsonb_build_object('step', 'SECOND_FACTOR'); end if;
  -- Once a minute is enough for an idle limit counted in half hours, and spares a write a request.
  if found.last_seen_at < at_ - interval '1 minute' then
    update session set last_seen_at = at_ where id = found.id;
  end if;
  select jsonb_build_object('sessionId', found.id, 'personId', found.person_id, 'roleId', r.id,
    'role', r.role, 'administrationId', r.administration_id, 'expiresAt', found.expires_at,
    'idleMinutes', found.idle_minutes, 'authenticatedAt', coalesce(found.authenticated_at, found.created_at)) into answer
    from person_role r where r.id = found.person_role_id;
  if not found.is_two_factor and needs_second_factor(answer ->> 'role') and not is_demonstration() then
    return answer || jsonb_build_object('step', 'SECOND_FACTOR_SETUP');
  end if;
  return answer || viewer_facts(found.person_id, (answer ->> 'role'), (answer ->> 'administrationId')::uuid);
end
$$;

create or replace function session_change(id_ uuid, old bytea, token bytea, role_id uuid, at_ timestamptz,
  idle integer, absolute_hours integer) returns text
  language plpgsql security definer set search_path = public as $$
declare found session; expires timestamptz;
begin
  select s.* into found from session s
    join person_account a on a.person_id = s.person_id and a.status = 'ACTIVE'
    join person_role r on r.person_id = s.person_id and r.id = role_id and r.ended_at is null
    where s.token_hash = old and s.revoked_at is null and s.expires_at > at_ and s.step = 'OPEN'
      and s.last_seen_at + make_interval(mins => s.idle_minutes) > at_ for update of s;
  if found.id is null then return 'NOT_FOUND'; end if;
  expires := found.created_at + make_interval(hours => absolute_hours);
  if expires <= at_ then return 'TOO_OLD'; end if;
  update session set revoked_at = at_ where id = found.id;
  insert into session (id, token_hash, person_id, person_role_id, created_at, last_seen_at, idle_minutes, expires_at,
      is_two_factor, authenticated_at, device)
    values (id_, token, found.person_id, role_id, found.created_at, at_, idle, expires,
      found.is_two_factor, found.authenticated_at, found.device);
  return 'CHANGED';
end
$$;

-- The second step of a sign-in: the waiting session ends and an open one begins, in one go.
create function session_confirm(id_ uuid, old bytea, token bytea, at_ timestamptz, idle integer, expires timestamptz)
  returns boolean language plpgsql security definer set search_path = public as $$
declare found session;
begin
  select s.* into found from session s
    join person_account a on a.person_id = s.person_id and a.status = 'ACTIVE'
    join person_role r on r.id = s.person_role_id and r.ended_at is null
    where s.token_hash = old and s.revoked_at is null and s.expires_at > at_ and s.step = 'SECOND_FACTOR' for update of s;
  if found.id is null then return false; end if;
  update session set revoked_at = at_ where id = found.id;
  update sign_in_attempt set succeeded = true, is_halfway = false where id = found.attempt_id;
  insert into session (id, token_hash, person_id, person_role_id, created_at, last_seen_at, idle_minutes, expires_at,
      is_two_factor, authenticated_at, device)
    values (id_, token, found.person_id, found.person_role_id, at_, at_, idle, expires, true, at_, found.device);
  return true;
end
$$;

-- The same session under a new token, and the end of all others of the person: after a change of what it is opened with.
create function session_renew(id_ uuid, old bytea, token bytea, at_ timestamptz, two_factor boolean)
  returns boolean language plpgsql security definer set search_path = public as $$
declare found session;
begin
  select s.* into found from session s
    join person_account a on a.person_id = s.person_id and a.status = 'ACTIVE'
    where s.token_hash = old and s.person_id = pmm('person')::uuid and s.revoked_at is null and s.expires_at > at_
      and s.step = 'OPEN' for update of s;
  if found.id is null then return false; end if;
  update session set revoked_at = at_ where person_id = found.person_id and revoked_at is null;
  insert into session (id, token_hash, person_id, person_role_id, created_at, last_seen_at, idle_minutes, expires_at,
      is_two_factor, authenticated_at, device)
    values (id_, token, found.person_id, found.person_role_id, found.created_at, at_, found.idle_minutes, found.expires_at,
      coalesce(two_factor, found.is_two_factor), found.authenticated_at, found.device);
  return true;
end
$$;

create function session_reauthenticate(session_id uuid, at_ timestamptz) returns void
  language sql security definer set search_path = public as $$
  update session set authenticated_at = at_
    where id = session_id and person_id = pmm('person')::uuid and revoked_at is null and step = 'OPEN'
$$;

drop function own_sessions(timestamptz);
create function own_sessions(at_ timestamptz) returns table (id uuid, role text, administration_id uuid,
  created_at timestamptz, last_seen_at timestamptz, expires_at timestamptz, device text)
  language sql stable security definer set search_path = public as $$
  select s.id, r.role, r.administration_id, s.created_at, s.last_seen_at, s.expires_at, s.device
    from session s join person_role r on r.id = s.person_role_id
    where s.person_id = pmm('person')::uuid and s.revoked_at is null and s.expires_at > at_ and s.step = 'OPEN'
      and s.last_seen_at + make_interval(mins => s.idle_minutes) > at_
    order by s.last_seen_at desc, s.id
$$;

create function own_sessions_end_others(present uuid, at_ timestamptz) returns integer
  language sql security definer set search_path = public as $$
  with ended as (update session set revoked_at = at_
    where person_id = pmm('person')::uuid and id <> present and revoked_at is null and expires_at > at_ returning step)
  select count(*)::integer from ended
$$;

-- Attempts. Failures of the code count over a longer time than those of the password: the code is shorter.
drop function sign_in_count(bytea, bytea, timestamptz);
create function sign_in_count(account bytea, network bytea, at_ timestamptz, since interval)
  returns table (account_failures integer, network_failures integer, last_failure timestamptz)
  language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock(('x' || substr(encode(account, 'hex'), 1, 16))::bit(64)::bigint);
  return query
    with known as (select distinct a.network_hash from sign_in_attempt a
        where a.account_hash = account and a.succeeded and a.at > at_ - interval '90 days'),
      counted as (select a.at from sign_in_attempt a
        where a.account_hash = account and not a.succeeded and not a.is_halfway and a.at > at_ - since
          and case when exists (select 1 from known where known.network_hash = network)
            then a.network_hash = network
            else a.network_hash not in (select known.network_hash from known) end)
    select (select count(*)::integer from counted),
      (select count(*)::integer from sign_in_attempt a
        where a.network_hash = network and not a.succeeded and not a.is_halfway and a.at > at_ - interval '1 hour'),
      (select max(counted.at) from counted);
end
$$;

drop function sign_in_record(bytea, bytea, timestamptz);
create function sign_in_record(account bytea, network bytea, at_ timestamptz, method_ text, device_ text) returns bigint
  language sql security definer set search_path = public as $$
  insert into sign_in_attempt (account_hash, network_hash, at, succeeded, method, device)
    values (account, network, at_, false, method_, device_) returning id
$$;

create function sign_in_halfway(attempt bigint) returns void
  language sql security definer set search_path = public as $$
  update sign_in_attempt set is_halfway = true where id = attempt
$$;

-- What an account is known by among the attempts: never the address itself.
create function account_hash_of(kind text, name text) returns bytea language sql immutable
  as $$ select sha256(convert_to(kind || ':' || lower(name), 'UTF8')) $$;

create function own_sign_ins(at_ timestamptz) returns table (at timestamptz, method text, device text, outcome text)
  language sql stable security definer set search_path = public as $$
  select t.at, case when t.method = 'AGAIN' then 'PASSWORD' else t.method end, t.device, case when t.succeeded then 'SUCCEEDED' when t.is_halfway then 'HALFWAY' else 'FAILED' end
    from sign_in_attempt t, person_account a
    where a.person_id = pmm('person')::uuid and t.at > at_ - interval '90 days'
      and ((t.account_hash = account_hash_of('account', a.email) and (t.method <> 'AGAIN' or not t.succeeded))
        or (t.account_hash = account_hash_of('code', a.person_id::text) and not t.succeeded))
    order by t.at desc, t.id desc limit 20
$$;

-- Passwords.
create function credential_own() returns text language sql stable security definer set search_path = public as $$
  select password_hash from credential where person_id = pmm('person')::uuid
$$;

create function credential_change(hash text, at_ timestamptz) returns void
  language sql security definer set search_path = public as $$
  insert into credential (person_id, password_hash, changed_at) values (pmm('person')::uuid, hash, at_)
    on conflict (person_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at;
  update sign_in_link set expires_at = at_ where person_id = pmm('person')::uuid and used_at is null and expires_at > at_
$$;

drop function sign_in_link_valid(bytea, timestamptz);
create function sign_in_link_account(token bytea, at_ timestamptz) returns table (person_id uuid, email text)
  language sql stable security definer set search_path = public as $$
  select a.person_id, a.email from sign_in_link l
    join person_account a on a.person_id = l.person_id and a.status = 'ACTIVE'
    where l.token_hash = token and l.used_at is null and l.expires_at > at_
$$;

create or replace function sign_in_link_use(token bytea, hash text, at_ timestamptz) returns uuid
  language plpgsql security definer set search_path = public as $$
declare person uuid;
begin
  update sign_in_link l set used_at = at_ from person_account a
    where l.token_hash = token and l.used_at is null and l.expires_at > at_
      and a.person_id = l.person_id and a.status = 'ACTIVE' returning l.person_id into person;
  if person is null then return null; end if;
  insert into credential (person_id, password_hash, changed_at) values (person, hash, at_)
    on conflict (person_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at;
  update sign_in_link set expires_at = at_ where person_id = person and used_at is null and expires_at > at_;
  update session set revoked_at = at_ where person_id = person and revoked_at is null;
  return person;
end
$$;

-- False when this network has asked too often; what it asked for makes no difference.
create function password_reset_ask(id_ uuid, account bytea, network bytea, email_ text, at_ timestamptz) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock(('x' || substr(encode(network, 'hex'), 1, 16))::bit(64)::bigint);
  if (select count(*) from password_reset_request r where r.network_hash = network
      and r.requested_at > at_ - interval '1 hour') >= 20 then
    return false;
  end if;
  insert into password_reset_request (id, account_hash, network_hash, email, requested_at)
    values (id_, account, network, email_, at_);
  return true;
end
$$;

-- The worker's part: the link for the account that is asked for, if there is one and it was not asked for too often.
create function password_reset_begin(request uuid, token bytea, at_ timestamptz, until_ timestamptz)
  returns table (person_id uuid, email text, locale text, role text)
  language plpgsql security definer set search_path = public as $$
declare asked password_reset_request; found person_account; first_role text;
begin
  select * into asked from password_reset_request r where r.id = request and r.email is not null for update;
  if asked.id is null then return; end if;
  select a.* into found from person_account a where lower(a.email) = lower(asked.email) and a.status = 'ACTIVE';
  select r.role into first_role from roles_of(found.person_id) r limit 1;
  if first_role is null or (select count(*) from password_reset_request r where r.account_hash = asked.account_hash
      and r.requested_at > asked.requested_at - interval '1 hour' and r.requested_at <= asked.requested_at) > 3 then
    update password_reset_request r set email = null where r.id = request;
    return;
  end if;
  update sign_in_link l set expires_at = at_
    where l.person_id = found.person_id and l.purpose = 'RESET_PASSWORD' and l.used_at is null and l.expires_at > at_;
  insert into sign_in_link (token_hash, person_id, purpose, created_at, expires_at)
    values (token, found.person_id, 'RESET_PASSWORD', at_, until_);
  return query select found.person_id, found.email, found.locale, first_role;
end
$$;

-- Second factor.
create function second_factor_of_waiting(token bytea, at_ timestamptz)
  returns table (person_id uuid, role text, secret bytea)
  language sql stable security definer set search_path = public as $$
  select s.person_id, r.role, f.secret from session s
    join person_account a on a.person_id = s.person_id and a.status = 'ACTIVE'
    join person_role r on r.id = s.person_role_id and r.ended_at is null
    join second_factor f on f.person_id = s.person_id and f.secret is not null
    where s.token_hash = token and s.revoked_at is null and s.expires_at > at_ and s.step = 'SECOND_FACTOR'
$$;

create function second_factor_own() returns table (is_required boolean, secret bytea, confirmed_at timestamptz,
  offered bytea, offered_at timestamptz, codes_left integer, has_password boolean)
  language sql stable security definer set search_path = public as $$
  select must_have_second_factor(a.person_id), f.secret, f.confirmed_at, f.offered, f.offered_at,
    (select count(*)::integer from recovery_code c where c.person_id = a.person_id and c.used_at is null),
    exists (select 1 from credential c where c.person_id = a.person_id)
    from person_account a left join second_factor f on f.person_id = a.person_id
    where a.person_id = pmm('person')::uuid
$$;

create function has_second_factor(person uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select 1 from second_factor where person_id = person and secret is not null)
$$;

-- A code works once: its step of time, and all before it, are spent with it.
create function second_factor_spend(person uuid, step_ bigint) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  update second_factor set last_step = step_
    where person_id = person and secret is not null and (last_step is null or last_step < step_);
  return found;
end
$$;

create function recovery_code_spend(person uuid, hash bytea, at_ timestamptz) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  update recovery_code set used_at = at_ where person_id = person and code_hash = hash and used_at is null;
  return found;
end
$$;

create function second_factor_offer(sealed bytea, at_ timestamptz) returns void
  language sql security definer set search_path = public as $$
  insert into second_factor (person_id, offered, offered_at) values (pmm('person')::uuid, sealed, at_)
    on conflict (person_id) do update set offered = excluded.offered, offered_at = excluded.offered_at
$$;

create function recovery_codes_replace(hashes bytea[], at_ timestamptz) returns void
  language sql security definer set search_path = public as $$
  delete from recovery_code where person_id = pmm('person')::uuid;
  insert into recovery_code (person_id, code_hash, created_at) select pmm('person')::uuid, h, at_ from unnest(hashes) h
$$;

create function second_factor_confirm(sealed bytea, step_ bigint, hashes bytea[], at_ timestamptz) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  update second_factor set secret = offered, confirmed_at = at_, last_step = step_, offered = null, offered_at = null
    where person_id = pmm('person')::uuid and offered = sealed;
  if not found then return false; end if;
  perform recovery_codes_replace(hashes, at_);
  return true;
end
$$;

create function second_factor_forget(person uuid) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  delete from recovery_code where person_id = person;
  delete from second_factor where person_id = person;
  return found;
end
$$;

create function second_factor_remove_own() returns boolean
  language sql security definer set search_path = public as $$ select second_factor_forget(pmm('person')::uuid) $$;

-- Identities at the provider: found by issuer and subject alone, never by address.
create function oidc_answer_use(state bytea, at_ timestamptz) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  insert into oidc_answer (state_hash, used_at) values (state, at_) on conflict do nothing;
  return found;
end
$$;

create function oidc_person(issuer_ text, subject_ text, at_ timestamptz) returns table (person_id uuid, email text)
  language sql security definer set search_path = public as $$
  update oidc_identity i set last_used_at = at_ from person_account a
    where i.issuer = issuer_ and i.subject = subject_ and a.person_id = i.person_id and a.status = 'ACTIVE'
    returning a.person_id, a.email
$$;

create function oidc_link(id_ uuid, issuer_ text, subject_ text, at_ timestamptz) returns text
  language plpgsql security definer set search_path = public as $$
declare holder uuid;
begin
  insert into oidc_identity (id, person_id, issuer, subject, linked_at)
    values (id_, pmm('person')::uuid, issuer_, subject_, at_) on conflict do nothing;
  if found then return 'LINKED'; end if;
  select i.person_id into holder from oidc_identity i where i.issuer = issuer_ and i.subject = subject_;
  if holder = pmm('person')::uuid then return 'LINKED'; end if;
  return case when holder is null then 'HAS_ANOTHER' else 'TAKEN' end;
end
$$;

create function oidc_own() returns table (id uuid, issuer text, linked_at timestamptz, last_used_at timestamptz)
  language sql stable security definer set search_path = public as $$
  select i.id, i.issuer, i.linked_at, i.last_used_at from oidc_identity i
    where i.person_id = pmm('person')::uuid order by i.linked_at
$$;

create function oidc_unlink_own(identity uuid) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  delete from oidc_identity where id = identity and person_id = pmm('person')::uuid;
  return found;
end
$$;

-- The worker's: whom to write to, and the clearing away of what nobody needs any more.
create function mail_recipient(person uuid) returns table (email text, locale text, role text)
  language sql stable security definer set search_path = public as $$
  select a.email, a.locale, (select r.role from roles_of(person) r limit 1)
    from person_account a where a.person_id = person and a.status = 'ACTIVE'
$$;

-- Once an hour, however many workers ask.
create function sign_in_clear(at_ timestamptz) returns void
  language plpgsql security definer set search_path = public as $$
begin
  insert into installation (key, value) values ('signInCleared', to_jsonb(at_))
    on conflict (key) do update set value = excluded.value
    where (installation.value #>> '{}')::timestamptz not between at_ - interval '1 hour' and at_ + interval '1 hour';
  if not found then return; end if;
  delete from sign_in_attempt where at < at_ - interval '90 days';
  update password_reset_request set email = null where email is not null and requested_at < at_ - interval '2 hours';
  delete from password_reset_request where requested_at < at_ - interval '1 day';
  delete from oidc_answer where used_at < at_ - interval '1 day';
end
$$;

revoke execute on all functions in schema public from public;
grant execute on function needs_second_factor(text) to pmm_app, pmm_worker;
grant execute on function must_have_second_factor(uuid), sealing_key_fits(text),
  session_open(uuid, bytea, uuid, uuid, timestamptz, integer, timestamptz, text, boolean, bigint, text),
  session_confirm(uuid, bytea, bytea, timestamptz, integer, timestamptz),
  session_renew(uuid, bytea, bytea, timestamptz, boolean), session_reauthenticate(uuid, timestamptz),
  own_sessions(timestamptz), own_sessions_end_others(uuid, timestamptz),
  sign_in_count(bytea, bytea, timestamptz, interval), sign_in_record(bytea, bytea, timestamptz, text, text),
  sign_in_halfway(bigint), own_sign_ins(timestamptz), credential_own(), credential_change(text, timestamptz),
  sign_in_link_account(bytea, timestamptz), password_reset_ask(uuid, bytea, bytea, text, timestamptz),
  second_factor_of_waiting(bytea, timestamptz), second_factor_own(), has_second_factor(uuid),
  second_factor_spend(uuid, bigint), recovery_code_spend(uuid, bytea, timestamptz),
  second_factor_offer(bytea, timestamptz), second_factor_confirm(bytea, bigint, bytea[], timestamptz),
  recovery_codes_replace(bytea[], timestamptz), second_factor_remove_own(),
  oidc_answer_use(bytea, timestamptz), oidc_person(text, text, timestamptz), oidc_link(uuid, text, text, timestamptz), oidc_own(), oidc_unlink_own(uuid)
  to pmm_app;
grant execute on function password_reset_begin(uuid, bytea, timestamptz, timestamptz), mail_recipient(uuid),
  sign_in_clear(timestamptz) to pmm_worker;
