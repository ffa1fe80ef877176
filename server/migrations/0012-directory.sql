set local role pmm_owner;

-- What a reviewer is accredited for, and until when; nothing named means every dimension, or without an end.
alter table person_account add column accredited_areas text[] not null default '{}';
alter table person_account add column accredited_until date;
alter table person_account add check (accredited_until is null or accreditation is not null);
alter table person_account add check (cardinality(accredited_areas) = 0 or accreditation is not null);

-- An accreditation that has run out counts as expired on the day after, without anybody's doing.
create function standing_of(accreditation text, valid_until date, at_ timestamptz) returns text
  language sql immutable as $$
  select case when accreditation in ('ACCREDITED', 'PRE_ACCREDITED') and valid_until < (at_ at time zone 'UTC')::date
    then 'EXPIRED' else accreditation end
$$;

create function accreditation_guard() returns trigger language plpgsql as $$
begin
  if current_user <> 'pmm_app' then return new; end if;
  if (new.accreditation, new.accredited_areas, new.accredited_until)
      is distinct from (old.accreditation, old.accredited_areas, old.accredited_until)
      and ((select pmm_hat()) <> 'D' or new.person_id = (select pmm('person')::uuid)) then
    raise exception 'accreditation is the secretariat''s, and nobody''s own' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger accreditation_guard before update on person_account for each row execute function accreditation_guard();
grant update (accredited_areas, accredited_until) on person_account to pmm_app;

-- How many unfinished reviews people take part in: a number for whoever accredits and assigns, none of the content.
create function reviewer_loads(people uuid[]) returns table (person_id uuid, open_reviews integer)
  language sql stable security definer set search_path = public as $$
  select m.person_id, count(*)::int from review_member m join review r on r.id = m.review_id
    where m.person_id = any (people) and m.ended_at is null and pmm_hat() in ('D', 'O')
      and r.status in ('ACCEPTED', 'IN_PROGRESS', 'SHARED', 'RESPONDED')
    group by m.person_id
$$;

-- The register is kept by the administrator, whose policy on the table stands already.
grant update (name, region_code, geography, is_landlocked, income_group, administration_type, joined_on)
  on administration to pmm_app;

revoke execute on function standing_of(text, date, timestamptz), accreditation_guard(), reviewer_loads(uuid[]) from public;
grant execute on function standing_of(text, date, timestamptz), reviewer_loads(uuid[]) to pmm_app;
