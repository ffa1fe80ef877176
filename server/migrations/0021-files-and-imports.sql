set local role pmm_owner;

-- A right to hand in one file, once. Only the hash of its secret is kept; everything happens through the functions
-- below, which name the session, so that a ticket seen by somebody else is worth nothing.
create table file_ticket (
  hash bytea primary key,
  purpose text not null,
  person_id uuid not null references person (id),
  session_id uuid not null,
  subject text,
  file_name text not null,
  size_limit bigint not null check (size_limit > 0),
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  -- Three steps, each taken once: the bytes begin to arrive, they are all here, a command has taken them.
  claimed_at timestamptz,
  received_at timestamptz,
  taken_at timestamptz,
  file uuid,
  size bigint,
  sha256 text,
  check ((received_at is null) = (file is null and size is null and sha256 is null))
);
create index file_ticket_expiry on file_ticket (expires_at);
alter table file_ticket enable row level security;
alter table file_ticket force row level security;
create policy owner_all on file_ticket to pmm_owner using (true) with check (true);

create function file_ticket_issue(hash_ bytea, purpose_ text, session_ uuid, subject_ text, name_ text,
  limit_ bigint, at_ timestamptz, until_ timestamptz) returns void
  language sql security definer set search_path = public as $$
  insert into file_ticket (hash, purpose, person_id, session_id, subject, file_name, size_limit, issued_at, expires_at)
    values (hash_, purpose_, pmm('person')::uuid, session_, subject_, name_, limit_, at_,
      least(until_, at_ + interval '15 minutes'))
$$;

create function file_ticket_claim(hash_ bytea, session_ uuid, at_ timestamptz)
  returns table (purpose text, size_limit bigint)
  language sql security definer set search_path = public as $$
  update file_ticket t set claimed_at = at_
    where t.hash = hash_ and t.session_id = session_ and t.person_id = pmm('person')::uuid
      and t.claimed_at is null and t.expires_at > at_
    returning t.purpose, t.size_limit
$$;

create function file_ticket_receive(hash_ bytea, session_ uuid, file_ uuid, size_ bigint, sha256_ text, at_ timestamptz)
  returns boolean
  language sql security definer set search_path = public as $$
  with received as (
    update file_ticket set received_at = at_, file = file_, size = size_, sha256 = sha256_
      where hash = hash_ and session_id = session_ and person_id = pmm('person')::uuid
        and claimed_at is not null and received_at is null and size_ <= size_limit
      returning 1)
  select exists (select 1 from received)
$$;

-- What a command finds behind a ticket; with `take` it is the only one that ever does.
create function file_ticket_file(hash_ bytea, session_ uuid, purpose_ text, at_ timestamptz, take boolean)
  returns table (file uuid, file_name text, size bigint, sha256 text, subject text)
  language plpgsql security definer set search_path = public as $$
begin
  if take then
    update file_ticket t set taken_at = at_
      where t.hash = hash_ and t.session_id = session_ and t.person_id = pmm('person')::uuid and t.purpose = purpose_
        and t.received_at is not null and t.taken_at is null and t.expires_at > at_;
    if not found then return; end if;
  end if;
  return query select t.file, t.file_name, t.size, t.sha256, t.subject from file_ticket t
    where t.hash = hash_ and t.session_id = session_ and t.person_id = pmm('person')::uuid and t.purpose = purpose_
      and t.received_at is not null and t.expires_at > at_ and (take or t.taken_at is null);
end
$$;

create function file_ticket_forget(at_ timestamptz) returns void
  language sql security definer set search_path = public as $$
  delete from file_ticket where expires_at < at_ - interval '1 day'
$$;

revoke execute on function file_ticket_issue(bytea, text, uuid, text, text, bigint, timestamptz, timestamptz),
  file_ticket_claim(bytea, uuid, timestamptz), file_ticket_receive(bytea, uuid, uuid, bigint, text, timestamptz),
  file_ticket_file(bytea, uuid, text, timestamptz, boolean), file_ticket_forget(timestamptz) from public;
grant execute on function file_ticket_issue(bytea, text, uuid, text, text, bigint, timestamptz, timestamptz),
  file_ticket_claim(bytea, uuid, timestamptz), file_ticket_receive(bytea, uuid, uuid, bigint, text, timestamptz),
  file_ticket_file(bytea, uuid, text, timestamptz, boolean) to pmm_app;
grant execute on function file_ticket_forget(timestamptz) to pmm_worker;

-- A file that was read and compared with a version. Its content stays as it was read, so that what is applied is what
-- was looked at.
create table framework_import (
  id uuid primary key,
  file_name text not null,
  format text not null check (format in ('JSON', 'XLSX')),
  size bigint not null,
  sha256 text not null,
  status text not null check (status in ('READY', 'REJECTED', 'APPLIED')),
  code text not null,
  absent text not null check (absent in ('KEEP', 'REMOVE')),
  -- The draft it goes into, or the version a new draft is copied from; neither for a version of its own.
  draft_id uuid references framework_version (id) on delete cascade,
  base_id uuid references framework_version (id),
  compared_hash text,
  content_hash text not null,
  content jsonb not null,
  report jsonb not null,
  -- The draft that came of it.
  version_id uuid references framework_version (id) on delete set null,
  author_id uuid not null references person (id),
  created_at timestamptz not null,
  applied_by uuid references person (id),
  applied_at timestamptz,
  version integer not null default 1,
  check (draft_id is null or base_id is null),
  check ((status = 'APPLIED') = (applied_at is not null and applied_by is not null))
);
create index framework_import_draft on framework_import (draft_id);
create index framework_import_newest on framework_import (created_at desc);
alter table framework_import enable row level security;
alter table framework_import force row level security;
create policy owner_all on framework_import to pmm_owner using (true) with check (true);
create policy worker_read on framework_import for select to pmm_worker using (true);
grant select on framework_import to pmm_worker;
grant select, insert, update on framework_import to pmm_app;
create policy secretariat on framework_import for select to pmm_app using ((select pmm_hat()) in ('E', 'O'));
create policy editor_insert on framework_import for insert to pmm_app
  with check ((select pmm_hat()) = 'E' and author_id = (select pmm('person')::uuid) and status <> 'APPLIED');
create policy editor_update on framework_import for update to pmm_app
  using ((select pmm_hat()) = 'E' and status = 'READY')
  with check ((select pmm_hat()) = 'E' and status in ('READY', 'APPLIED')
    and (applied_by is null or applied_by = (select pmm('person')::uuid)));
