set local role pmm_owner;

-- Who outside an administration has read its content that is not public: one line for each request,
-- administration, cycle and kind, with counts.
create table access_log_entry (
  id uuid primary key,
  at timestamptz not null,
  administration_id uuid not null references administration (id),
  cycle_id uuid not null references cycle (id),
  assessment_id uuid not null references assessment (id),
  release_id uuid references release (id),
  kind text not null check (kind in ('SUBMITTED', 'MEMBERS_EDITION', 'EMBARGOED_EDITION')),
  hat text not null,
  person_id uuid,
  api_client_id uuid,
  reader_administration_id uuid references administration (id),
  responses integer not null,
  figures integer not null,
  request_id text not null,
  unique nulls not distinct (request_id, assessment_id, kind, release_id)
);
create index access_log_entry_own on access_log_entry (administration_id, at desc, id desc);
create index access_log_entry_time on access_log_entry (at desc, id desc);

alter table access_log_entry enable row level security;
alter table access_log_entry force row level security;
create policy owner_all on access_log_entry to pmm_owner using (true) with check (true);
create policy worker_read on access_log_entry for select to pmm_worker using (true);
create policy own_rows on access_log_entry for select to pmm_app
  using ((select pmm_hat()) in ('N', 'A') and administration_id = (select pmm('administration')::uuid));
create policy administrator on access_log_entry for select to pmm_app using ((select pmm_hat()) = 'D');
grant select on access_log_entry to pmm_app, pmm_worker;

-- The only way in. Who read is taken from the transaction, never from the caller; nobody is logged for
-- reading the own administration.
create function access_log_append(request text, at_ timestamptz, client uuid, entries jsonb) returns integer
  language plpgsql security definer set search_path = public as $$
declare written integer;
begin
  insert into access_log_entry (id, at, administration_id, cycle_id, assessment_id, release_id, kind, hat, person_id,
    api_client_id, reader_administration_id, responses, figures, request_id)
  select e.id, at_, a.administration_id, a.cycle_id, a.id, e.release, e.kind, pmm_hat(), pmm('person')::uuid, client,
    pmm('administration')::uuid, e.responses, e.figures, request
  from jsonb_to_recordset(entries) as e(id uuid, kind text, administration uuid, assessment uuid, release uuid,
      responses integer, figures integer)
    left join release r on r.id = e.release
    join assessment a on a.id = e.assessment
      or (e.assessment is null and a.administration_id = e.administration and a.cycle_id = r.cycle_id)
  where a.administration_id is distinct from pmm('administration')::uuid
  on conflict do nothing;
  get diagnostics written = row_count;
  return written;
end
$$;

-- Lines are never changed, and taken away by nobody before three years are over.
create function access_log_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.at < now() - interval '3 years' then return old; end if;
  raise exception 'append only' using errcode = 'PM001';
end
$$;
create trigger access_log_entry_append_only before update or delete on access_log_entry
  for each row execute function access_log_stays();
create trigger access_log_entry_no_truncate before truncate on access_log_entry
  for each statement execute function refuse_change();

create function access_log_prune(at_ timestamptz) returns integer
  language plpgsql security definer set search_path = public as $$
declare gone integer;
begin
  delete from access_log_entry where at < least(at_, now()) - interval '3 years';
  get diagnostics gone = row_count;
  return gone;
end
$$;
revoke execute on function access_log_append(text, timestamptz, uuid, jsonb), access_log_stays(),
  access_log_prune(timestamptz) from public;
grant execute on function access_log_append(text, timestamptz, uuid, jsonb) to pmm_app;
grant execute on function access_log_prune(timestamptz) to pmm_worker;
