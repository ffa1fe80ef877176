set local role pmm_owner;

-- An administration asks for its assessment to be opened again; the request stays as it was asked, and is settled once.
create table reopen_request (
  id uuid primary key,
  assessment_id uuid not null,
  administration_id uuid not null,
  submission_number integer not null,
  kpi_codes text[] not null default '{}',
  reason text not null check (reason <> ''),
  author_id uuid not null references person (id),
  asked_at timestamptz not null,
  status text not null default 'OPEN' check (status in ('OPEN', 'TAKEN_BACK', 'DECLINED', 'GRANTED')),
  answer text,
  settled_by uuid references person (id),
  settled_at timestamptz,
  foreign key (assessment_id, administration_id) references assessment (id, administration_id),
  check ((status = 'OPEN') = (settled_at is null)),
  check ((settled_by is null) = (settled_at is null)),
  check ((status = 'DECLINED') = (answer is not null))
);
create unique index reopen_request_open on reopen_request (assessment_id) where status = 'OPEN';
create index reopen_request_assessment on reopen_request (assessment_id, asked_at desc);

alter table reopen_request enable row level security;
alter table reopen_request force row level security;
create policy owner_all on reopen_request to pmm_owner using (true) with check (true);
grant select, insert, update (status, answer, settled_by, settled_at) on reopen_request to pmm_app;
create policy own_rows on reopen_request for select to pmm_app
  using ((select pmm_hat()) in ('N', 'A', 'V') and administration_id = (select pmm('administration')::uuid));
create policy officer_rows on reopen_request for select to pmm_app using ((select pmm_hat()) = 'O');
create policy coordinator_insert on reopen_request for insert to pmm_app
  with check ((select pmm_hat()) = 'N' and administration_id = (select pmm('administration')::uuid)
    and author_id = (select pmm('person')::uuid) and status = 'OPEN'
    and exists (select 1 from assessment s where s.id = assessment_id and s.status in ('SUBMITTED', 'ACCEPTED')));
-- A withdrawal that the approver confirms takes the request back too.
create policy own_update on reopen_request for update to pmm_app
  using ((select pmm_hat()) in ('N', 'A') and administration_id = (select pmm('administration')::uuid) and status = 'OPEN')
  with check ((select pmm_hat()) in ('N', 'A') and administration_id = (select pmm('administration')::uuid));
create policy officer_update on reopen_request for update to pmm_app
  using ((select pmm_hat()) = 'O' and status = 'OPEN') with check ((select pmm_hat()) = 'O');
create function reopen_request_guard() returns trigger language plpgsql as $$
begin
  if new.status is distinct from old.status and ((select pmm_hat()) in ('N', 'A') and new.status <> 'TAKEN_BACK'
      or (select pmm_hat()) = 'O' and new.status not in ('DECLINED', 'GRANTED')) then
    raise exception 'who asks takes back, and the secretariat decides' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger reopen_request_guard before update on reopen_request for each row execute function reopen_request_guard();

-- What the head tells of it: a request that waits, at whose request it is open again, what was accepted before, and who
-- confirmed a withdrawal.
alter table assessment
  add column reopen_requested_at timestamptz,
  add column reopened_for text check (reopened_for in ('MEMBER', 'LEAD_REVIEWER')),
  add column formerly_accepted_at timestamptz,
  add column withdrawn_by uuid references person (id);
