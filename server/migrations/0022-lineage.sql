set local role pmm_owner;

-- Where each node of a version comes from. Rows that are stated were written by people; the others are found by
-- comparing the version with the one it developed from, and are written down when it is checked and submitted.
create table node_lineage (
  id uuid primary key,
  version_id uuid not null references framework_version (id),
  node_kind text not null check (node_kind in ('DIMENSION', 'EXPECTED_OUTCOME', 'KPI', 'DATA_ELEMENT', 'INSTRUMENT')),
  node_code text,
  ancestor_version_id uuid references framework_version (id),
  ancestor_code text,
  relation text not null check (relation in
    ('SAME', 'REWORDED', 'FORMULA_CHANGED', 'SPLIT', 'MERGED', 'NEW', 'RETIRED')),
  comparability text not null check (comparability in ('IDENTICAL', 'EDITORIAL', 'WITH_CONVERSION', 'NOT_COMPARABLE')),
  conversion text,
  note jsonb,
  is_stated boolean not null,
  version integer not null default 1,
  check ((node_code is null) = (relation = 'RETIRED')),
  check ((ancestor_code is null) = (relation = 'NEW')),
  check (ancestor_code is null or ancestor_version_id is not null),
  check ((conversion is not null) = (comparability = 'WITH_CONVERSION')),
  unique nulls not distinct (version_id, node_kind, node_code, ancestor_code, is_stated)
);
create index node_lineage_of_ancestor on node_lineage (ancestor_version_id, node_kind, ancestor_code);
create trigger node_lineage_content_guard before insert or update or delete on node_lineage
  for each row execute function framework_content_guard();

alter table node_lineage enable row level security;
alter table node_lineage force row level security;
create policy owner_all on node_lineage to pmm_owner using (true) with check (true);
create policy worker_read on node_lineage for select to pmm_worker using (true);
grant select on node_lineage to pmm_worker;
grant select, insert, update, delete on node_lineage to pmm_app;
create policy readable on node_lineage for select to pmm_app
  using (version_id = any (array(select id from framework_version)));
create policy editor_writes on node_lineage to pmm_app
  using ((select pmm_hat()) = 'E'
    and version_id = any (array(select id from framework_version where status = 'DRAFT')))
  with check ((select pmm_hat()) = 'E'
    and version_id = any (array(select id from framework_version where status = 'DRAFT')));

-- How many accepted answers of a published release a change of the framework touches: counts alone, for those who
-- draft and publish versions. `asked` holds `{ kpi, elements: [{ code, year }] | null }`; without elements
-- nothing can be computed anew.
create function release_use(release_ uuid, asked jsonb)
  returns table (kpi_code text, answered integer, computable integer, touched integer)
  language plpgsql stable security definer set search_path = public as $$
begin
  if coalesce(pmm_hat(), '') not in ('E', 'O') then
    raise exception 'this hat does not count the use of a version' using errcode = '42501';
  end if;
  return query
    with source as (
      select s.id, s.administration_id from release r
        join assessment a on a.cycle_id = r.cycle_id
        join release_assessment ra on ra.release_id = r.id and ra.edition = 'MEMBERS'
          and ra.administration_id = a.administration_id
        join submission s on s.assessment_id = a.id and s.number = ra.submission_number
      where r.id = release_ and r.status = 'PUBLISHED'
    ), wanted as (
      select x.kpi, x.elements from jsonb_to_recordset(asked) as x (kpi text, elements jsonb)
    ), answers as (
      select w.kpi, s.administration_id, w.elements is not null and not exists (
          select 1 from jsonb_to_recordset(w.elements) as e (code text, year integer)
          where not exists (select 1 from submission_value v where v.submission_id = s.id
            and v.element_code = e.code and v.year = e.year and v.value is not null)) as can_compute
      from wanted w join source s on true
        join submission_response p on p.submission_id = s.id and p.kpi_code = w.kpi and p.state = 'REPORTED'
    )
    select w.kpi, count(a.kpi)::integer, (count(a.kpi) filter (where a.can_compute))::integer,
        (select count(distinct b.administration_id)::integer from answers b where not b.can_compute)
      from wanted w left join answers a on a.kpi = w.kpi group by w.kpi;
end
$$;

-- How many partner clients may read at least one of these KPIs today, and how many each of them.
create function clients_reading(kpis text[], at_ timestamptz) returns table (kpi_code text, clients integer)
  language plpgsql stable security definer set search_path = public as $$
begin
  if coalesce(pmm_hat(), '') not in ('E', 'O') then
    raise exception 'this hat does not count clients' using errcode = '42501';
  end if;
  return query
    with client as (
      select c.id, array(select substr(x, 5) from unnest(c.scopes) as x where x like 'kpi:%') as sets
      from api_client c where c.status = 'GRANTED' and c.revoked_at is null and c.expires_at > at_
    ), reading as (
      select k.code, c.id from unnest(kpis) as k (code) join client c on cardinality(c.sets) = 0
        or exists (select 1 from unnest(c.sets) as s (code) where k.code = s.code or starts_with(k.code, s.code || '-'))
    )
    select k.code, (select count(*)::integer from reading r where r.code = k.code) from unnest(kpis) as k (code)
    union all
    select null, (select count(distinct id)::integer from reading);
end
$$;
revoke execute on function release_use(uuid, jsonb), clients_reading(text[], timestamptz) from public;
grant execute on function release_use(uuid, jsonb), clients_reading(text[], timestamptz) to pmm_app;
