set local role pmm_owner;

-- Roles: who gave and who ended them; a deputy wears the coordinator's hat beside the one contact point.
alter table person_role add column is_deputy boolean not null default false;
alter table person_role add column granted_by uuid references person (id);
alter table person_role add column ended_by uuid references person (id);
alter table person_role add check (not is_deputy or role = 'COORDINATOR');

-- What the secretariat has closed a coordinator does not open again.
alter table person_account add column suspended_as text check (suspended_as in ('N', 'D'));

create table invitation (
  id uuid primary key,
  administration_id uuid references administration (id),
  email text not null,
  name text not null,
  locale text not null,
  roles text[] not null,
  invited_by uuid not null references person (id),
  inviter_role_id uuid not null references person_role (id),
  created_at timestamptz not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid references person (id),
  revoked_at timestamptz,
  revoked_by uuid references person (id),
  version integer not null default 1,
  check (cardinality(roles) > 0),
  check (case when administration_id is null
    then roles <@ array['METHODOLOGY_EDITOR', 'CYCLE_OFFICER', 'ADMINISTRATOR', 'PMMPT_OBSERVER']
    else roles <@ array['CONTRIBUTOR', 'COORDINATOR', 'APPROVER', 'VIEWER', 'REVIEWER', 'LEAD_REVIEWER'] end)
);
create unique index invitation_once on invitation (lower(email), administration_id) nulls not distinct
  where accepted_at is null and revoked_at is null;
create index invitation_administration on invitation (administration_id);

-- The secret of an invitation stands apart, as other credentials do: nobody reads it in a list.
create table invitation_link (
  token_hash bytea primary key,
  invitation_id uuid not null references invitation (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index invitation_link_invitation on invitation_link (invitation_id);

-- Two tables, since their readers differ: the name is open to all members, the ways to reach it are not.
create table administration_contact (
  administration_id uuid primary key references administration (id),
  name text not null,
  updated_at timestamptz not null,
  version integer not null default 1
);
create table administration_contact_address (
  administration_id uuid primary key references administration (id),
  mail text,
  phone text
);

-- Partner clients: proposed by an officer, granted by the administrator.
alter table api_client add column status text not null default 'GRANTED'
  check (status in ('PROPOSED', 'GRANTED', 'DECLINED', 'REVOKED'));
alter table api_client add column organisation text not null default '';
alter table api_client add column purpose text not null default '';
alter table api_client add column contact_name text not null default '';
alter table api_client add column contact_mail text not null default '';
alter table api_client add column terms_accepted_on date;
alter table api_client add column allowed_networks text[] not null default '{}';
alter table api_client add column owner_id uuid references person (id);
alter table api_client add column decided_by uuid references person (id);
alter table api_client add column decided_at timestamptz;
alter table api_client add column version integer not null default 1;
alter table api_client_token add column id uuid not null default gen_random_uuid();
alter table api_client_token add column ends_with text not null default '';
alter table api_client_token add unique (id);

-- Support: a person opens a door for half an hour; a view through it is kept for ever.
create table support_access (
  id uuid primary key,
  person_id uuid not null references person (id),
  person_role_id uuid not null references person_role (id),
  administration_id uuid references administration (id),
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  closed_at timestamptz
);
create index support_access_person on support_access (person_id);
create table support_view (
  id uuid primary key,
  support_access_id uuid not null references support_access (id),
  person_id uuid not null references person (id),
  administration_id uuid references administration (id),
  viewer_id uuid not null references person (id),
  started_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  noticed_at timestamptz
);
create index support_view_person on support_view (person_id);
create table support_session (
  token_hash bytea primary key,
  support_view_id uuid not null unique references support_view (id),
  session_id uuid not null references session (id),
  person_role_id uuid not null references person_role (id)
);

do $$
declare name text;
begin
  foreach name in array array['invitation', 'invitation_link', 'administration_contact', 'administration_contact_address',
      'support_access', 'support_view', 'support_session'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_all on %I to pmm_owner using (true) with check (true)', name);
  end loop;
  foreach name in array array['invitation', 'administration_contact', 'administration_contact_address', 'support_access', 'support_view'] loop
    execute format('create policy worker_read on %I for select to pmm_worker using (true)', name);
    execute format('grant select on %I to pmm_worker', name);
  end loop;
end
$$;

-- Changes of who may act in one administration, or for the secretariat, happen one after the other: two people
-- who remove each other at once would otherwise both see the other still there.
create function lock_people(administration uuid) returns void language sql security definer set search_path = public
  as $$ select pg_advisory_xact_lock(hashtextextended(coalesce(administration::text, 'secretariat'), 11)) $$;

-- Whether nobody active would hold the role any more without this role and without this person.
create function is_last_of_kind(role_ text, administration uuid, without_role uuid, without_person uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select not exists (select 1 from person_role r
    join person_account a on a.person_id = r.person_id and a.status = 'ACTIVE'
    where r.role = role_ and r.administration_id is not distinct from administration and r.ended_at is null
      and r.id is distinct from without_role and r.person_id is distinct from without_person)
$$;

-- Whether the person acts for this administration and for nobody else.
create function acts_only_for(person uuid, administration uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select bool_and(r.administration_id is not distinct from administration
      and r.role in ('CONTRIBUTOR', 'COORDINATOR', 'APPROVER', 'VIEWER')) is true
    from person_role r where r.person_id = person and r.ended_at is null
$$;

create function is_colleague(person uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select 1 from person_role r where r.person_id = person and r.ended_at is null
    and r.administration_id = pmm('administration')::uuid)
$$;

-- The second wall of the two that must remain; the command says so in words before.
create function person_role_guard() returns trigger language plpgsql as $$
begin
  if current_user <> 'pmm_app' then return new; end if;
  if old.ended_at is not null then
    raise exception 'an ended role stays ended' using errcode = '42501';
  end if;
  if new.ended_at is not null and new.role in ('COORDINATOR', 'ADMINISTRATOR') then
    perform lock_people(new.administration_id);
    if is_last_of_kind(new.role, new.administration_id, new.id, null)
        and exists (select 1 from person_account a where a.person_id = new.person_id and a.status = 'ACTIVE') then
      raise exception 'the last one stays' using errcode = '42501';
    end if;
  end if;
  return new;
end
$$;
create trigger person_role_guard before update on person_role for each row execute function person_role_guard();

create function person_account_guard() returns trigger language plpgsql as $$
declare held record;
begin
  if current_user <> 'pmm_app' then return new; end if;
  if (select pmm_hat()) <> 'D' and new.accreditation is distinct from old.accreditation then
    raise exception 'accreditation is the secretariat''s' using errcode = '42501';
  end if;
  if (select pmm_hat()) not in ('N', 'D') and new.status is distinct from old.status then
    raise exception 'nobody suspends or opens an account without the office' using errcode = '42501';
  end if;
  if (select pmm_hat()) = 'N' and old.status = 'SUSPENDED' and old.suspended_as is distinct from 'N' then
    raise exception 'the secretariat has suspended this account' using errcode = '42501';
  end if;
  if new.status = 'SUSPENDED' and old.status = 'ACTIVE' then
    for held in select role, administration_id from person_role
        where person_id = new.person_id and ended_at is null and role in ('COORDINATOR', 'ADMINISTRATOR')
        order by administration_id nulls first loop
      perform lock_people(held.administration_id);
      if is_last_of_kind(held.role, held.administration_id, null, new.person_id) then
        raise exception 'the last one stays' using errcode = '42501';
      end if;
    end loop;
  end if;
  return new;
end
$$;
create trigger person_account_guard before update on person_account for each row execute function person_account_guard();

grant insert, update (ended_at, ended_by, is_deputy) on person_role to pmm_app;
create policy coordinator_gives on person_role for insert to pmm_app
  with check ((select pmm_hat()) = 'N' and administration_id = (select pmm('administration')::uuid)
    and role in ('CONTRIBUTOR', 'COORDINATOR', 'APPROVER', 'VIEWER')
    and person_id <> (select pmm('person')::uuid) and is_colleague(person_id));
create policy administrator_gives on person_role for insert to pmm_app
  with check ((select pmm_hat()) = 'D' and person_id <> (select pmm('person')::uuid)
    and role in ('COORDINATOR', 'REVIEWER', 'LEAD_REVIEWER', 'METHODOLOGY_EDITOR', 'CYCLE_OFFICER', 'ADMINISTRATOR', 'PMMPT_OBSERVER'));
create policy coordinator_ends on person_role for update to pmm_app
  using ((select pmm_hat()) = 'N' and administration_id = (select pmm('administration')::uuid)
    and role in ('CONTRIBUTOR', 'COORDINATOR', 'APPROVER', 'VIEWER'));
create policy administrator_ends on person_role for update to pmm_app using ((select pmm_hat()) = 'D');

grant update (status, suspended_as, accreditation, version) on person_account to pmm_app;
create policy coordinator_suspends on person_account for update to pmm_app
  using ((select pmm_hat()) = 'N' and acts_only_for(person_id, (select pmm('administration')::uuid)));
create policy oneself_counts on person_account for update to pmm_app using (person_id = (select pmm('person')::uuid));
create policy administrator_suspends on person_account for update to pmm_app using ((select pmm_hat()) = 'D');

grant update (name) on person to pmm_app;
create policy oneself_renames on person for update to pmm_app using (id = (select pmm('person')::uuid));
create policy coordinator_renames on person for update to pmm_app
  using ((select pmm_hat()) = 'N' and acts_only_for(id, (select pmm('administration')::uuid)));
create policy administrator_renames on person for update to pmm_app using ((select pmm_hat()) = 'D');

-- When people were last seen: to oneself, to the own coordinator and to the administrator.
create function people_last_seen(people uuid[]) returns table (person_id uuid, last_seen_at timestamptz)
  language sql stable security definer set search_path = public as $$
  select s.person_id, max(s.last_seen_at) from session s
    where s.person_id = any (people) and (pmm_hat() = 'D' or s.person_id = pmm('person')::uuid
      or (pmm_hat() = 'N' and is_colleague(s.person_id)))
    group by s.person_id
$$;

-- Open sessions do not outlive a suspension, so that a reactivation revives none of them.
create function sessions_end_of(person uuid, at_ timestamptz) returns void
  language plpgsql security definer set search_path = public as $$
begin
  if pmm_hat() <> 'D' and not (pmm_hat() = 'N' and acts_only_for(person, pmm('administration')::uuid)) then
    raise exception 'not their sessions' using errcode = '42501';
  end if;
  update session set revoked_at = at_ where person_id = person and revoked_at is null;
end
$$;

-- Invitations: the coordinator those of the own administration, the administrator all.
grant select, insert on invitation to pmm_app;
grant update (name, invited_by, inviter_role_id, sent_at, expires_at, revoked_at, revoked_by, version) on invitation to pmm_app;
create policy own_rows on invitation for select to pmm_app
  using ((select pmm_hat()) = 'N' and administration_id = (select pmm('administration')::uuid));
create policy administrator on invitation for select to pmm_app using ((select pmm_hat()) = 'D');
create policy coordinator_invites on invitation for insert to pmm_app
  with check ((select pmm_hat()) = 'N' and administration_id = (select pmm('administration')::uuid)
    and invited_by = (select pmm('person')::uuid)
    and roles <@ array['CONTRIBUTOR', 'COORDINATOR', 'APPROVER', 'VIEWER']);
create policy administrator_invites on invitation for insert to pmm_app
  with check ((select pmm_hat()) = 'D' and invited_by = (select pmm('person')::uuid)
    and not roles && array['CONTRIBUTOR', 'APPROVER', 'VIEWER']);
create policy coordinator_changes on invitation for update to pmm_app
  using ((select pmm_hat()) = 'N' and administration_id = (select pmm('administration')::uuid)
    and accepted_at is null and roles <@ array['CONTRIBUTOR', 'COORDINATOR', 'APPROVER', 'VIEWER']);
create policy administrator_changes on invitation for update to pmm_app
  using ((select pmm_hat()) = 'D' and accepted_at is null);

-- Whether the rights under which an invitation was given still stand.
create function inviter_stands(role_id uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select 1 from person_role r
    join person_account a on a.person_id = r.person_id and a.status = 'ACTIVE'
    where r.id = role_id and r.ended_at is null and r.role in ('COORDINATOR', 'ADMINISTRATOR'))
$$;

-- One link at a time: a new one puts the former out of use.
create function invitation_link_replace(token bytea, invitation_ uuid, at_ timestamptz, until_ timestamptz) returns void
  language plpgsql security definer set search_path = public as $$
begin
  update invitation_link set expires_at = at_
    where invitation_id = invitation_ and used_at is null and expires_at > at_;
  insert into invitation_link (token_hash, invitation_id, created_at, expires_at)
    values (token, invitation_, at_, until_);
end
$$;
create function invitation_link_give(token bytea, invitation_ uuid, at_ timestamptz, until_ timestamptz) returns void
  language plpgsql security definer set search_path = public as $$
begin
  if not exists (select 1 from invitation i where i.id = invitation_
      and (pmm_hat() = 'D' or (pmm_hat() = 'N' and i.administration_id = pmm('administration')::uuid))) then
    raise exception 'not their invitation' using errcode = '42501';
  end if;
  perform invitation_link_replace(token, invitation_, at_, until_);
end
$$;

create function invitation_standing(token bytea, at_ timestamptz) returns uuid
  language sql stable security definer set search_path = public as $$
  select i.id from invitation_link l join invitation i on i.id = l.invitation_id
    where l.token_hash = token and l.used_at is null and l.expires_at > at_
      and i.accepted_at is null and i.revoked_at is null and inviter_stands(i.inviter_role_id)
$$;

-- What whoever holds the link may know before accepting.
create function invitation_of_link(token bytea, at_ timestamptz) returns table (email text, name text, locale text,
  roles text[], administration_id uuid, inviter text, expires_at timestamptz, has_account boolean)
  language sql stable security definer set search_path = public as $$
  select i.email, i.name, i.locale, i.roles, i.administration_id, p.name, i.expires_at,
      exists (select 1 from person_account a where lower(a.email) = lower(i.email))
    from invitation i join person p on p.id = i.invited_by
    where i.id = invitation_standing(token, at_)
$$;

-- The way in: an account for a new address, more roles for the person who signed in with a known one.
create function invitation_accept(token bytea, at_ timestamptz, new_person uuid, name_ text, hash text, role_ids uuid[])
  returns table (outcome text, invitation_id uuid, person_id uuid, administration_id uuid, roles text[])
  language plpgsql security definer set search_path = public as $$
declare invited invitation; account person_account; person uuid; has_lead boolean;
begin
  select i.* into invited from invitation i where i.id = invitation_standing(token, at_) for update;
  if invited.id is null then return query select 'GONE', null::uuid, null::uuid, null::uuid, null::text[]; return; end if;
  perform lock_people(invited.administration_id);
  select a.* into account from person_account a where lower(a.email) = lower(invited.email);
  if account.person_id is not null and pmm('person') is null then
    return query select 'SIGN_IN', null::uuid, null::uuid, null::uuid, null::text[]; return;
  end if;
  if pmm('person') is not null and account.person_id is distinct from pmm('person')::uuid then
    return query select 'OTHER_ADDRESS', null::uuid, null::uuid, null::uuid, null::text[]; return;
  end if;
  person := coalesce(account.person_id, new_person);
  if account.person_id is null then
    if hash is null then return query select 'PASSWORD', null::uuid, null::uuid, null::uuid, null::text[]; return; end if;
    insert into person (id, name, created_at) values (person, name_, at_);
    insert into person_account (person_id, email, locale) values (person, invited.email, invited.locale);
    insert into credential (person_id, password_hash, changed_at) values (person, hash, at_);
  end if;
  has_lead := exists (select 1 from person_role r where r.role = 'COORDINATOR' and not r.is_deputy
    and r.administration_id is not distinct from invited.administration_id and r.ended_at is null);
  insert into person_role (id, person_id, role, administration_id, granted_at, granted_by, is_deputy)
    select role_ids[given.at], person, given.role, invited.administration_id, at_, invited.invited_by,
      given.role = 'COORDINATOR' and has_lead
    from unnest(invited.roles) with ordinality as given (role, at)
    on conflict do nothing;
  if invited.roles && array['REVIEWER', 'LEAD_REVIEWER'] then
    update person_account a set accreditation = 'APPLIED', version = a.version + 1
      where a.person_id = person and a.accreditation is null;
  end if;
  update invitation i set accepted_at = at_, accepted_by = person, version = i.version + 1 where i.id = invited.id;
  update invitation_link l set used_at = at_ where l.token_hash = token;
  return query select 'ACCEPTED', invited.id, person, invited.administration_id, invited.roles;
end
$$;

grant select, insert, update on administration_contact, administration_contact_address to pmm_app;
create policy members on administration_contact for select to pmm_app
  using ((select pmm_hat()) in ('C', 'N', 'A', 'V', 'R', 'L', 'E', 'O', 'D'));
create policy own_rows on administration_contact_address for select to pmm_app
  using ((select pmm_hat()) in ('C', 'N', 'A', 'V') and administration_id = (select pmm('administration')::uuid));
create policy secretariat on administration_contact_address for select to pmm_app
  using ((select pmm_hat()) in ('E', 'O', 'D'));
do $$
declare name text;
begin
  foreach name in array array['administration_contact', 'administration_contact_address'] loop
    execute format($p$create policy coordinator_writes on %I for insert to pmm_app
      with check ((select pmm_hat()) = 'N' and administration_id = (select pmm('administration')::uuid))$p$, name);
    execute format($p$create policy coordinator_updates on %I for update to pmm_app
      using ((select pmm_hat()) = 'N' and administration_id = (select pmm('administration')::uuid))$p$, name);
    execute format($p$create policy administrator_writes on %I for insert to pmm_app with check ((select pmm_hat()) = 'D')$p$, name);
    execute format($p$create policy administrator_updates on %I for update to pmm_app using ((select pmm_hat()) = 'D')$p$, name);
  end loop;
end
$$;
grant update (requires_approval, version) on administration to pmm_app;
create policy administrator on administration for update to pmm_app using ((select pmm_hat()) = 'D');

-- Partner clients.
grant insert on api_client to pmm_app;
grant update (name, organisation, purpose, contact_name, contact_mail, scopes, allowed_networks, owner_id, status,
  terms_accepted_on, decided_by, decided_at, expires_at, revoked_at, version) on api_client to pmm_app;
create policy owner on api_client for select to pmm_app using (owner_id = (select pmm('person')::uuid));
create policy officer_proposes on api_client for insert to pmm_app
  with check ((select pmm_hat()) = 'O' and status = 'PROPOSED' and owner_id = (select pmm('person')::uuid));
create policy administrator_grants on api_client for insert to pmm_app
  with check ((select pmm_hat()) = 'D' and status = 'GRANTED');
create policy administrator_changes on api_client for update to pmm_app using ((select pmm_hat()) = 'D');

-- Tokens by client, without their hashes.
create function api_client_tokens(clients uuid[]) returns table (id uuid, api_client_id uuid, ends_with text,
  created_at timestamptz, expires_at timestamptz, revoked_at timestamptz, last_used_at timestamptz)
  language sql stable security definer set search_path = public as $$
  select t.id, t.api_client_id, t.ends_with, t.created_at, t.expires_at, t.revoked_at, t.last_used_at
    from api_client_token t join api_client c on c.id = t.api_client_id
    where t.api_client_id = any (clients) and (pmm_hat() = 'D' or c.owner_id = pmm('person')::uuid)
    order by t.created_at desc, t.id
$$;
create function api_client_token_add(id_ uuid, client uuid, token bytea, ends_with_ text, at_ timestamptz, until_ timestamptz)
  returns void language plpgsql security definer set search_path = public as $$
begin
  if pmm_hat() <> 'D' or not exists (select 1 from api_client c where c.id = client and c.status = 'GRANTED') then
    raise exception 'only the administrator issues tokens' using errcode = '42501';
  end if;
  insert into api_client_token (id, token_hash, api_client_id, ends_with, created_at, expires_at)
    values (id_, token, client, ends_with_, at_, until_);
end
$$;
-- Tokens of a client end at the latest now or at the moment given; all of them, or the one named.
create function api_client_tokens_end(client uuid, token_id uuid, at_ timestamptz, until_ timestamptz) returns integer
  language plpgsql security definer set search_path = public as $$
declare ended integer;
begin
  if pmm_hat() <> 'D' then raise exception 'only the administrator ends tokens' using errcode = '42501'; end if;
  update api_client_token set revoked_at = case when until_ <= at_ then at_ end, expires_at = least(expires_at, until_)
    where api_client_id = client and (token_id is null or id = token_id) and revoked_at is null and expires_at > at_;
  get diagnostics ended = row_count;
  return ended;
end
$$;

drop function viewer_of_token(bytea, timestamptz);
create function viewer_of_token(token bytea, at_ timestamptz, address text) returns jsonb
  language plpgsql security definer set search_path = public as $$
declare answer jsonb;
begin
  select jsonb_build_object('apiClientId', c.id, 'scopes', to_jsonb(c.scopes)) into answer
    from api_client_token t join api_client c on c.id = t.api_client_id
    where t.token_hash = token and t.revoked_at is null and t.expires_at > at_
      and c.status = 'GRANTED' and c.revoked_at is null and c.expires_at > at_
      and (cardinality(c.allowed_networks) = 0
        or exists (select 1 from unnest(c.allowed_networks) allowed where address::inet <<= allowed::inet));
  if answer is not null then
    update api_client_token set last_used_at = at_
      where token_hash = token and (last_used_at is null or last_used_at < at_ - interval '1 minute');
  end if;
  return answer;
end
$$;

-- A token with KPI sets reads nothing else of what is not public anyway.
create function covers_kpi(code text) returns boolean language sql stable as $$
  select coalesce(pmm('kpis'), '{}') = '{}' or exists (select 1 from unnest(pmm('kpis')::text[]) as named
    where code = named or starts_with(code, named || '-'))
$$;
do $$
declare name text;
begin
  foreach name in array array['release_value', 'release_cell'] loop
    execute format($p$create policy within_kpi_sets on %I as restrictive for select to pmm_app
      using ((select pmm_hat()) <> 'P' or covers_kpi(kpi_code)
        or release_id = any (array(select id from release where status in ('PUBLISHED', 'SUPERSEDED'))))$p$, name);
  end loop;
end
$$;
create policy within_kpi_sets on release_assessment as restrictive for select to pmm_app
  using ((select pmm_hat()) <> 'P' or coalesce((select pmm('kpis')), '{}') = '{}'
    or release_id = any (array(select id from release where status in ('PUBLISHED', 'SUPERSEDED'))));

-- Support.
grant select, insert, update (closed_at) on support_access to pmm_app;
create policy oneself on support_access for select to pmm_app using (person_id = (select pmm('person')::uuid));
create policy administrator on support_access for select to pmm_app using ((select pmm_hat()) = 'D');
create policy oneself_opens on support_access for insert to pmm_app
  with check (person_id = (select pmm('person')::uuid) and (select pmm_hat()) in ('C', 'N', 'A', 'V', 'R', 'L', 'E', 'O', 'B'));
create policy oneself_closes on support_access for update to pmm_app using (person_id = (select pmm('person')::uuid));
grant select, update (noticed_at) on support_view to pmm_app;
create policy oneself on support_view for select to pmm_app using (person_id = (select pmm('person')::uuid));
create policy administrator on support_view for select to pmm_app using ((select pmm_hat()) = 'D');
create policy oneself_notices on support_view for update to pmm_app using (person_id = (select pmm('person')::uuid));

-- Who looks: name and organisation of the administrator, for the person looked at.
create function support_viewers(views uuid[]) returns table (id uuid, name text)
  language sql stable security definer set search_path = public as $$
  select v.id, p.name from support_view v join person p on p.id = v.viewer_id
    where v.id = any (views) and (v.person_id = pmm('person')::uuid or pmm_hat() = 'D')
$$;

-- A view through an open door: under the very role in which it was opened, for a quarter of an hour at most.
create function support_view_start(id_ uuid, access uuid, token bytea, own_session bytea, at_ timestamptz, until_ timestamptz)
  returns boolean language plpgsql security definer set search_path = public as $$
declare door support_access; own session;
begin
  select s.* into own from session s
    join person_account a on a.person_id = s.person_id and a.status = 'ACTIVE'
    join person_role r on r.id = s.person_role_id and r.ended_at is null and r.role = 'ADMINISTRATOR'
    where s.token_hash = own_session and s.revoked_at is null and s.expires_at > at_
      and s.person_id = pmm('person')::uuid and pmm_hat() = 'D';
  select d.* into door from support_access d
    join person_account a on a.person_id = d.person_id and a.status = 'ACTIVE'
    join person_role r on r.id = d.person_role_id and r.ended_at is null
    where d.id = access and d.closed_at is null and d.ends_at > at_ for update of d;
  if own.id is null or door.id is null or door.person_id = own.person_id then return false; end if;
  insert into support_view (id, support_access_id, person_id, administration_id, viewer_id, started_at, ends_at)
    values (id_, door.id, door.person_id, door.administration_id, own.person_id, at_, least(until_, door.ends_at));
  insert into support_session (token_hash, support_view_id, session_id, person_role_id)
    values (token, id_, own.id, door.person_role_id);
  return true;
end
$$;

-- Who a view's token stands for. It ends with the door, with either person's rights, and with the viewer's own session.
create function viewer_of_support_view(token bytea, at_ timestamptz) returns jsonb
  language plpgsql security definer set search_path = public as $$
declare seen jsonb; own uuid;
begin
  select jsonb_build_object('sessionId', null, 'personId', v.person_id, 'roleId', r.id, 'role', r.role,
      'administrationId', r.administration_id, 'expiresAt', v.ends_at, 'idleMinutes', 15,
      'supportView', jsonb_build_object('id', v.id, 'personId', v.viewer_id, 'name', p.name, 'startedAt', v.started_at, 'endsAt', v.ends_at)), s.session_id
    into seen, own
    from support_session s join support_view v on v.id = s.support_view_id
    join support_access d on d.id = v.support_access_id and d.closed_at is null
    join person_account a on a.person_id = v.person_id and a.status = 'ACTIVE'
    join person_role r on r.id = s.person_role_id and r.ended_at is null
    join person p on p.id = v.viewer_id
    join person_account va on va.person_id = v.viewer_id and va.status = 'ACTIVE'
    join session o on o.id = s.session_id and o.revoked_at is null and o.expires_at > at_
    join person_role orr on orr.id = o.person_role_id and orr.ended_at is null and orr.role = 'ADMINISTRATOR'
    where s.token_hash = token and v.ended_at is null and v.ends_at > at_;
  if seen is null then return null; end if;
  -- Looking is being at work: the own session must not run out meanwhile.
  update session set last_seen_at = at_ where id = own and last_seen_at < at_ - interval '1 minute';
  return seen || viewer_facts((seen ->> 'personId')::uuid, seen ->> 'role', (seen ->> 'administrationId')::uuid);
end
$$;

-- Ends the view, also one that ran out, and hands the own session on under a new token.
create function support_view_end(token bytea, own_token bytea, at_ timestamptz)
  returns table (view_id uuid, person_id uuid, administration_id uuid, viewer_id uuid, expires_at timestamptz)
  language plpgsql security definer set search_path = public as $$
declare held support_session; own session;
begin
  select s.* into held from support_session s where s.token_hash = token;
  if held.token_hash is null then return; end if;
  update support_view v set ended_at = at_ where v.id = held.support_view_id and v.ended_at is null;
  delete from support_session s where s.token_hash = token;
  update session s set token_hash = own_token, last_seen_at = at_
    where s.id = held.session_id and s.revoked_at is null and s.expires_at > at_
      and s.last_seen_at + make_interval(mins => s.idle_minutes) > at_
    returning s.* into own;
  return query select v.id, v.person_id, v.administration_id, v.viewer_id, own.expires_at
    from support_view v where v.id = held.support_view_id;
end
$$;

-- The rules of the server name these doors; everything else stays closed.
revoke execute on all functions in schema public from public;
grant execute on function lock_people(uuid), is_last_of_kind(text, uuid, uuid, uuid), acts_only_for(uuid, uuid),
  is_colleague(uuid), people_last_seen(uuid[]), sessions_end_of(uuid, timestamptz), inviter_stands(uuid),
  invitation_link_give(bytea, uuid, timestamptz, timestamptz), invitation_standing(bytea, timestamptz),
  invitation_of_link(bytea, timestamptz), invitation_accept(bytea, timestamptz, uuid, text, text, uuid[]),
  api_client_tokens(uuid[]), api_client_token_add(uuid, uuid, bytea, text, timestamptz, timestamptz),
  api_client_tokens_end(uuid, uuid, timestamptz, timestamptz), viewer_of_token(bytea, timestamptz, text),
  covers_kpi(text), support_viewers(uuid[]),
  support_view_start(uuid, uuid, bytea, bytea, timestamptz, timestamptz), viewer_of_support_view(bytea, timestamptz),
  support_view_end(bytea, bytea, timestamptz) to pmm_app;
grant execute on function invitation_link_replace(bytea, uuid, timestamptz, timestamptz), inviter_stands(uuid) to pmm_worker;
