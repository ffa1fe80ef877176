-- Roles belong to the whole cluster: created when absent, never dropped.
do $$
begin
  if not exists (select 1 from pg_roles where rolname = 'pmm_owner') then
    create role pmm_owner nologin;
  end if;
  if not exists (select 1 from pg_roles where rolname = 'pmm_app') then
    create role pmm_app nologin;
  end if;
  if not exists (select 1 from pg_roles where rolname = 'pmm_worker') then
    create role pmm_worker nologin;
  end if;
  if current_user <> 'pmm_owner' then
    execute format('grant pmm_owner to %I', current_user);
  end if;
  if not has_schema_privilege('pmm_owner', 'public', 'create') then
    grant create, usage on schema public to pmm_owner;
  end if;
end
$$;

set local role pmm_owner;

-- A setting that was never made in this transaction reads as null; one left by an earlier
-- transaction reads as the empty string, which nullif turns into null as well.
create function pmm(name text) returns text language sql stable
  as $$ select nullif(current_setting('pmm.' || name, true), '') $$;

create function pmm_hat() returns text language sql stable
  as $$ select coalesce(nullif(current_setting('pmm.hat', true), ''), '-') $$;

create function pmm_ids(name text) returns uuid[] language sql stable
  as $$ select coalesce(nullif(current_setting('pmm.' || name, true), ''), '{}')::uuid[] $$;

create collation if not exists pmm_text (provider = icu, locale = 'und-u-ks-level2');

create table installation (
  key text primary key,
  value jsonb not null,
  created_at timestamptz not null default now()
);

create table region (
  code text primary key,
  name jsonb not null,
  sort integer not null
);

create table administration (
  id uuid primary key,
  code text not null unique,
  name jsonb not null,
  region_code text not null references region (code),
  geography text not null,
  is_landlocked boolean not null,
  income_group text,
  administration_type text,
  joined_on date,
  is_invented boolean not null,
  requires_approval boolean not null default true,
  provenance jsonb not null,
  version integer not null default 1
);

create table person (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null
);

create table person_account (
  person_id uuid primary key references person (id),
  email text not null,
  locale text not null default 'EN',
  status text not null default 'ACTIVE' check (status in ('ACTIVE', 'SUSPENDED')),
  accreditation text check (accreditation in
    ('APPLIED', 'PRE_SCREENED', 'PRE_ACCREDITED', 'ACCREDITED', 'SUSPENDED', 'EXPIRED')),
  is_demonstration boolean not null default false,
  version integer not null default 1
);
create unique index person_account_email on person_account (lower(email));

create table person_role (
  id uuid primary key,
  person_id uuid not null references person (id),
  role text not null check (role in ('CONTRIBUTOR', 'COORDINATOR', 'APPROVER', 'VIEWER', 'REVIEWER',
    'LEAD_REVIEWER', 'METHODOLOGY_EDITOR', 'CYCLE_OFFICER', 'ADMINISTRATOR', 'PMMPT_OBSERVER')),
  administration_id uuid references administration (id),
  granted_at timestamptz not null,
  ended_at timestamptz,
  check ((role in ('METHODOLOGY_EDITOR', 'CYCLE_OFFICER', 'ADMINISTRATOR', 'PMMPT_OBSERVER'))
    = (administration_id is null))
);
create unique index person_role_once on person_role (person_id, role, administration_id)
  nulls not distinct where ended_at is null;
create index person_role_administration on person_role (administration_id);

create table credential (
  person_id uuid primary key references person (id),
  password_hash text not null,
  changed_at timestamptz not null
);

create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null references person (id),
  person_role_id uuid not null references person_role (id),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  idle_minutes integer not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index session_person on session (person_id);

create table sign_in_link (
  token_hash bytea primary key,
  person_id uuid not null references person (id),
  purpose text not null check (purpose in ('SET_PASSWORD')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table sign_in_attempt (
  id bigint generated always as identity primary key,
  account_hash bytea not null,
  network_hash bytea not null,
  at timestamptz not null,
  succeeded boolean not null
);
create index sign_in_attempt_account on sign_in_attempt (account_hash, at);
create index sign_in_attempt_network on sign_in_attempt (network_hash, at);

create table api_client (
  id uuid primary key,
  name text not null,
  scopes text[] not null,
  is_demonstration boolean not null default false,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);

create table api_client_token (
  token_hash bytea primary key,
  api_client_id uuid not null references api_client (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz
);

create table idempotency_key (
  principal text not null,
  key uuid not null,
  request_hash bytea not null,
  response jsonb,
  created_at timestamptz not null,
  primary key (principal, key)
);

create table outbox (
  id uuid primary key,
  topic text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  available_at timestamptz not null,
  leased_until timestamptz,
  attempts integer not null default 0,
  done_at timestamptz,
  last_error text
);
create index outbox_waiting on outbox (available_at) where done_at is null;

create table audit_head (
  chain text primary key,
  seq bigint not null,
  hash bytea not null
);

create table audit_entry (
  chain text not null,
  seq bigint not null,
  at timestamptz not null,
  person_id uuid,
  api_client_id uuid,
  hat text,
  administration_id uuid,
  action text not null,
  outcome text not null check (outcome in ('DONE', 'REFUSED')),
  object_type text,
  object_id text,
  request_id text not null,
  payload text not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (chain, seq)
);

-- The only way into the log. The chain's head is locked last and sequence and hash are computed
-- here, so that no caller can choose them.
create function audit_append(chain_ text, at_ timestamptz, person uuid, client uuid, hat_ text,
  administration uuid, action_ text, outcome_ text, object_type_ text, object_id_ text,
  request text, payload_ text) returns bigint
  language plpgsql security definer set search_path = public as $$
declare head audit_head; next_seq bigint; entry text; next_hash bytea;
begin
  insert into audit_head (chain, seq, hash) values (chain_, 0, sha256(convert_to(chain_, 'UTF8')))
    on conflict do nothing;
  select * into head from audit_head where audit_head.chain = chain_ for update;
  next_seq := head.seq + 1;
  entry := jsonb_build_object('chain', chain_, 'seq', next_seq, 'at', to_char(at_ at time zone 'UTC',
    'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'person', person, 'client', client, 'hat', hat_,
    'administration', administration, 'action', action_, 'outcome', outcome_, 'objectType', object_type_,
    'objectId', object_id_, 'request', request, 'content', payload_)::text;
  next_hash := sha256(head.hash || convert_to(entry, 'UTF8'));
  insert into audit_entry (chain, seq, at, person_id, api_client_id, hat, administration_id, action,
    outcome, object_type, object_id, request_id, payload, previous_hash, hash)
  values (chain_, next_seq, at_, person, client, hat_, administration, action_, outcome_,
    object_type_, object_id_, request, entry, head.hash, next_hash);
  update audit_head set seq = next_seq, hash = next_hash where audit_head.chain = chain_;
  return next_seq;
end
$$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'append only' using errcode = 'PM001';
end
$$;
create trigger audit_entry_append_only before update or delete on audit_entry
  for each row execute function refuse_change();
create trigger audit_entry_no_truncate before truncate on audit_entry
  for each statement execute function refuse_change();

-- Who a session token stands for, with every fact a rule may need: one statement a request.
create function viewer_of_session(token bytea, at_ timestamptz) returns jsonb
  language plpgsql security definer set search_path = public as $$
declare found session; answer jsonb;
begin
  select s.* into found from session s
    join person_account a on a.person_id = s.person_id and a.status = 'ACTIVE'
    join person_role r on r.id = s.person_role_id and r.ended_at is null
    where s.token_hash = token and s.revoked_at is null and s.expires_at > at_
      and s.last_seen_at + make_interval(mins => s.idle_minutes) > at_;
  if found.id is null then return null; end if;
  -- Once a minute is enough for an idle limit counted in half hours, and spares a write a request.
  if found.last_seen_at < at_ - interval '1 minute' then
    update session set last_seen_at = at_ where id = found.id;
  end if;
  select jsonb_build_object('sessionId', found.id, 'personId', found.person_id, 'roleId', r.id,
    'role', r.role, 'administrationId', r.administration_id, 'expiresAt', found.expires_at,
    'idleMinutes', found.idle_minutes) into answer
    from person_role r where r.id = found.person_role_id;
  return answer || viewer_facts(found.person_id, (answer ->> 'role'), (answer ->> 'administrationId')::uuid);
end
$$;

create function viewer_of_token(token bytea, at_ timestamptz) returns jsonb
  language plpgsql security definer set search_path = public as $$
declare answer jsonb;
begin
  select jsonb_build_object('apiClientId', c.id, 'scopes', to_jsonb(c.scopes)) into answer
    from api_client_token t join api_client c on c.id = t.api_client_id
    where t.token_hash = token and t.revoked_at is null and t.expires_at > at_
      and c.revoked_at is null and c.expires_at > at_;
  if answer is not null then
    update api_client_token set last_used_at = at_
      where token_hash = token and (last_used_at is null or last_used_at < at_ - interval '1 minute');
  end if;
  return answer;
end
$$;

create function credential_of(email_ text) returns table (person_id uuid, password_hash text)
  language sql stable security definer set search_path = public as $$
  select c.person_id, c.password_hash from person_account a join credential c on c.person_id = a.person_id
    where lower(a.email) = lower(email_) and a.status = 'ACTIVE'
$$;

-- Among roles given on one day, work at home comes before work for others.
create function role_rank(role text) returns integer language sql immutable
  as $$ select array_position(array['COORDINATOR', 'APPROVER', 'CONTRIBUTOR', 'VIEWER', 'LEAD_REVIEWER', 'REVIEWER'], role) $$;

create function roles_of(person uuid) returns table (id uuid, role text, administration_id uuid)
  language sql stable security definer set search_path = public as $$
  select r.id, r.role, r.administration_id from person_role r
    join person_account a on a.person_id = r.person_id and a.status = 'ACTIVE'
    where r.person_id = person and r.ended_at is null order by r.granted_at, role_rank(r.role), r.id
$$;

-- The name, hat and organisation by which people appear beside what they did.
create function person_cards(people uuid[])
  returns table (id uuid, name text, hat text, administration_name jsonb)
  language sql stable security definer set search_path = public as $$
  select p.id, p.name, r.role, a.name from person p
    left join lateral (select role, administration_id from person_role
      where person_id = p.id order by ended_at nulls first, granted_at, role_rank(role), person_role.id limit 1) r on true
    left join administration a on a.id = r.administration_id
    where p.id = any (people) and pmm_hat() in ('C', 'N', 'A', 'V', 'R', 'L', 'E', 'O', 'D', 'B')
$$;

-- Everybody of the demonstration, for the one-click sign-in; nobody where the data are real.
create function demonstration_roles()
  returns table (role_id uuid, person_id uuid, name text, role text, administration_id uuid)
  language sql stable security definer set search_path = public as $$
  select r.id, p.id, p.name, r.role, r.administration_id from person_role r
    join person_account a on a.person_id = r.person_id and a.status = 'ACTIVE' and a.is_demonstration
    join person p on p.id = r.person_id
    where r.ended_at is null and exists (select 1 from installation where key = 'demonstration')
$$;

create function session_open(id_ uuid, token bytea, person uuid, role_id uuid, at_ timestamptz,
  idle integer, expires timestamptz) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  if not exists (select 1 from person_role r join person_account a on a.person_id = r.person_id
      where r.id = role_id and r.person_id = person and r.ended_at is null and a.status = 'ACTIVE') then
    return false;
  end if;
  insert into session (id, token_hash, person_id, person_role_id, created_at, last_seen_at, idle_minutes, expires_at)
    values (id_, token, person, role_id, at_, at_, idle, expires);
  return true;
end
$$;

-- Another hat of the same person. The absolute limit still counts from the sign-in, so that
-- changing back and forth prolongs nothing.
create function session_change(id_ uuid, old bytea, token bytea, role_id uuid, at_ timestamptz,
  idle integer, absolute_hours integer) returns text
  language plpgsql security definer set search_path = public as $$
declare found session; expires timestamptz;
begin
  select s.* into found from session s
    join person_account a on a.person_id = s.person_id and a.status = 'ACTIVE'
    join person_role r on r.person_id = s.person_id and r.id = role_id and r.ended_at is null
    where s.token_hash = old and s.revoked_at is null and s.expires_at > at_ for update of s;
  if found.id is null then return 'NOT_FOUND'; end if;
  expires := found.created_at + make_interval(hours => absolute_hours);
  if expires <= at_ then return 'TOO_OLD'; end if;
  update session set revoked_at = at_ where id = found.id;
  insert into session (id, token_hash, person_id, person_role_id, created_at, last_seen_at, idle_minutes, expires_at)
    values (id_, token, found.person_id, role_id, found.created_at, at_, idle, expires);
  return 'CHANGED';
end
$$;

-- Open sessions of whoever asks, and the ending of one of them.
create function own_sessions(at_ timestamptz) returns table (id uuid, role text, administration_id uuid,
  created_at timestamptz, last_seen_at timestamptz, expires_at timestamptz)
  language sql stable security definer set search_path = public as $$
  select s.id, r.role, r.administration_id, s.created_at, s.last_seen_at, s.expires_at
    from session s join person_role r on r.id = s.person_role_id
    where s.person_id = pmm('person')::uuid and s.revoked_at is null and s.expires_at > at_
      and s.last_seen_at + make_interval(mins => s.idle_minutes) > at_
    order by s.last_seen_at desc, s.id
$$;

create function own_session_end(session_id uuid, at_ timestamptz) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  update session set revoked_at = at_
    where id = session_id and person_id = pmm('person')::uuid and revoked_at is null;
  return found;
end
$$;

create function session_close(token bytea, at_ timestamptz) returns void
  language sql security definer set search_path = public as $$
  update session set revoked_at = at_ where token_hash = token and revoked_at is null
$$;

create function sign_in_link_use(token bytea, hash text, at_ timestamptz) returns uuid
  language plpgsql security definer set search_path = public as $$
declare person uuid;
begin
  update sign_in_link set used_at = at_
    where token_hash = token and used_at is null and expires_at > at_ returning person_id into person;
  if person is null then return null; end if;
  insert into credential (person_id, password_hash, changed_at) values (person, hash, at_)
    on conflict (person_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at;
  update session set revoked_at = at_ where person_id = person and revoked_at is null;
  return person;
end
$$;

create function sign_in_link_valid(token bytea, at_ timestamptz) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select 1 from sign_in_link where token_hash = token and used_at is null and expires_at > at_)
$$;

-- Failures that count against this attempt. A network from which the account has signed in before
-- counts for itself, so that a stranger's failures elsewhere lock nobody out. Attempts for one account
-- queue up here, or many at once would all see the count of the first.
create function sign_in_count(account bytea, network bytea, at_ timestamptz)
  returns table (account_failures integer, network_failures integer, last_failure timestamptz)
  language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock(('x' || substr(encode(account, 'hex'), 1, 16))::bit(64)::bigint);
  return query
    with known as (select distinct a.network_hash from sign_in_attempt a
        where a.account_hash = account and a.succeeded and a.at > at_ - interval '90 days'),
      counted as (select a.at from sign_in_attempt a
        where a.account_hash = account and not a.succeeded and a.at > at_ - interval '15 minutes'
          and case when exists (select 1 from known where known.network_hash = network)
            then a.network_hash = network
            else a.network_hash not in (select known.network_hash from known) end)
    select (select count(*)::integer from counted),
      (select count(*)::integer from sign_in_attempt a
        where a.network_hash = network and not a.succeeded and a.at > at_ - interval '1 hour'),
      (select max(counted.at) from counted);
end
$$;

create function sign_in_record(account bytea, network bytea, at_ timestamptz) returns bigint
  language sql security definer set search_path = public as $$
  insert into sign_in_attempt (account_hash, network_hash, at, succeeded)
    values (account, network, at_, false) returning id
$$;

create function sign_in_succeed(attempt bigint) returns void
  language sql security definer set search_path = public as $$
  update sign_in_attempt set succeeded = true where id = attempt
$$;

create function idempotency_claim(principal_ text, key_ uuid, hash bytea, at_ timestamptz)
  returns table (is_new boolean, same boolean, response jsonb)
  language plpgsql security definer set search_path = public as $$
declare earlier idempotency_key;
begin
  insert into idempotency_key (principal, key, request_hash, created_at) values (principal_, key_, hash, at_)
    on conflict do nothing;
  if found then return query select true, true, null::jsonb; return; end if;
  select * into earlier from idempotency_key k where k.principal = principal_ and k.key = key_;
  return query select false, earlier.request_hash = hash, earlier.response;
end
$$;

create function idempotency_store(principal_ text, key_ uuid, answer jsonb) returns void
  language sql security definer set search_path = public as $$
  update idempotency_key set response = answer where principal = principal_ and key = key_
$$;

create function outbox_add(id_ uuid, topic_ text, payload_ jsonb, at_ timestamptz) returns void
  language sql security definer set search_path = public as $$
  insert into outbox (id, topic, payload, created_at, available_at) values (id_, topic_, payload_, at_, at_)
$$;

create function is_demonstration() returns boolean language sql stable security definer set search_path = public
  as $$ select exists (select 1 from installation where key = 'demonstration') $$;
