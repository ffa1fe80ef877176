set local role pmm_owner;

-- What an administrator has done for somebody who cannot sign in any more: a link to set a password, or the second
-- factor taken away. Whoever did one of both does not do the other for the same person, or they could sign in as them.
create table access_restoration (
  id uuid primary key,
  person_id uuid not null references person (id),
  kind text not null check (kind in ('PASSWORD', 'SECOND_FACTOR')),
  given_by uuid not null references person (id),
  at timestamptz not null,
  check (given_by <> person_id)
);
create index access_restoration_person on access_restoration (person_id, at);
alter table access_restoration enable row level security;
alter table access_restoration force row level security;
create policy owner_all on access_restoration to pmm_owner using (true) with check (true);

-- Which of both the caller has done of late, and whether there is a second factor to take away; for the administrator alone.
create function access_restorations(people uuid[], since timestamptz)
  returns table (person_id uuid, gave_link boolean, took_factor boolean, has_factor boolean)
  language sql stable security definer set search_path = public as $$
  select p.id,
    exists (select 1 from access_restoration r where r.person_id = p.id and r.given_by = pmm('person')::uuid
      and r.kind = 'PASSWORD' and r.at > since),
    exists (select 1 from access_restoration r where r.person_id = p.id and r.given_by = pmm('person')::uuid
      and r.kind = 'SECOND_FACTOR' and r.at > since),
    exists (select 1 from second_factor f where f.person_id = p.id and f.secret is not null)
    from unnest(people) as p(id) where pmm_hat() = 'D'
$$;

-- A link of an administrator voids those given before.
create function password_link_give(id_ uuid, person uuid, token bytea, at_ timestamptz, until_ timestamptz) returns text
  language plpgsql security definer set search_path = public as $$
declare first_role text;
begin
  if pmm_hat() <> 'D' or person = pmm('person')::uuid then
    raise exception 'not theirs to restore' using errcode = '42501';
  end if;
  select r.role into first_role from roles_of(person) r limit 1;
  update sign_in_link l set expires_at = at_
    where l.person_id = person and l.purpose = 'SET_PASSWORD' and l.used_at is null and l.expires_at > at_;
  insert into sign_in_link (token_hash, person_id, purpose, created_at, expires_at)
    values (token, person, 'SET_PASSWORD', at_, until_);
  insert into access_restoration (id, person_id, kind, given_by, at) values (id_, person, 'PASSWORD', pmm('person')::uuid, at_);
  return first_role;
end
$$;

create function second_factor_take_away(id_ uuid, person uuid, at_ timestamptz) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  if pmm_hat() <> 'D' or person = pmm('person')::uuid then
    raise exception 'not theirs to restore' using errcode = '42501';
  end if;
  if not has_second_factor(person) then return false; end if;
  perform second_factor_forget(person);
  update session set revoked_at = at_ where person_id = person and revoked_at is null;
  insert into access_restoration (id, person_id, kind, given_by, at)
    values (id_, person, 'SECOND_FACTOR', pmm('person')::uuid, at_);
  return true;
end
$$;

-- When the own second factor was taken away, until another one is set up.
create function second_factor_taken_away_own() returns timestamptz
  language sql stable security definer set search_path = public as $$
  select max(r.at) from access_restoration r
    where r.person_id = pmm('person')::uuid and r.kind = 'SECOND_FACTOR' and not has_second_factor(r.person_id)
$$;

revoke execute on function access_restorations(uuid[], timestamptz),
  password_link_give(uuid, uuid, bytea, timestamptz, timestamptz), second_factor_take_away(uuid, uuid, timestamptz),
  second_factor_taken_away_own() from public;
grant execute on function access_restorations(uuid[], timestamptz),
  password_link_give(uuid, uuid, bytea, timestamptz, timestamptz), second_factor_take_away(uuid, uuid, timestamptz),
  second_factor_taken_away_own() to pmm_app;
