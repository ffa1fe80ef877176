set local role pmm_owner;

-- What backs an answer: an item with a title, whose content is a row of revisions that are written once. Where the
-- content lies (name of a file, address of a link) stands apart from what it is, because fewer people may read it.
create table evidence (
  id uuid primary key,
  assessment_id uuid not null,
  administration_id uuid not null,
  title text not null,
  language text not null check (language ~ '^[a-z]{2}$'),
  dated date,
  confidentiality text not null check (confidentiality in ('ORDINARY', 'RESTRICTED')),
  revision integer not null check (revision > 0),
  created_at timestamptz not null,
  created_by uuid not null references person (id),
  updated_at timestamptz not null,
  updated_by uuid not null references person (id),
  -- Taken out of the working copy; its revisions stay, and so do the submissions that name them.
  removed_at timestamptz,
  version integer not null default 1,
  unique (id, assessment_id, administration_id),
  foreign key (assessment_id, administration_id) references assessment (id, administration_id)
);
create index evidence_assessment on evidence (assessment_id);

create table evidence_use (
  evidence_id uuid not null,
  assessment_id uuid not null,
  administration_id uuid not null,
  kpi_code text not null,
  added_at timestamptz not null,
  added_by uuid not null references person (id),
  primary key (evidence_id, kpi_code),
  foreign key (evidence_id, assessment_id, administration_id) references evidence (id, assessment_id, administration_id)
);
create index evidence_use_assessment on evidence_use (assessment_id);

-- Bytes are kept once in an administration, under their hash: across administrations that would tell who has the same.
create table evidence_file (
  administration_id uuid not null references administration (id),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  media_type text not null,
  scan_state text not null check (scan_state in ('NOT_SCANNED', 'CLEAN')),
  scanned_at timestamptz,
  stored_at timestamptz not null,
  primary key (administration_id, sha256),
  check ((scan_state = 'CLEAN') = (scanned_at is not null))
);

create table evidence_revision (
  id uuid primary key,
  evidence_id uuid not null,
  assessment_id uuid not null,
  administration_id uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('FILE', 'LINK')),
  -- Of the bytes of a file; of the address of a link.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint,
  media_type text,
  written_at timestamptz not null,
  written_by uuid not null references person (id),
  unique (evidence_id, number),
  foreign key (evidence_id, assessment_id, administration_id) references evidence (id, assessment_id, administration_id),
  check ((kind = 'FILE') = (size is not null and media_type is not null))
);
create index evidence_revision_assessment on evidence_revision (assessment_id);

create table evidence_source (
  revision_id uuid primary key references evidence_revision (id),
  assessment_id uuid not null,
  administration_id uuid not null,
  file_name text,
  url text,
  foreign key (assessment_id, administration_id) references assessment (id, administration_id),
  check ((file_name is null) <> (url is null))
);

-- Whether the cycle officer may open it: the coordinator's choice, in any state of the assessment.
create table evidence_sharing (
  evidence_id uuid primary key,
  assessment_id uuid not null,
  administration_id uuid not null,
  is_shared boolean not null,
  changed_at timestamptz not null,
  changed_by uuid not null references person (id),
  foreign key (evidence_id, assessment_id, administration_id) references evidence (id, assessment_id, administration_id)
);

-- Which revision of which item was attached at a submission, and to what.
create table submission_evidence (
  id uuid primary key,
  submission_id uuid not null references submission (id),
  assessment_id uuid not null,
  administration_id uuid not null,
  evidence_id uuid not null references evidence (id),
  revision_id uuid not null references evidence_revision (id),
  number integer not null,
  title text not null,
  language text not null,
  dated date,
  confidentiality text not null,
  kind text not null,
  sha256 text not null,
  size bigint,
  media_type text,
  kpi_codes text[] not null,
  unique (submission_id, evidence_id)
);
create index submission_evidence_revision on submission_evidence (revision_id);
create index submission_evidence_item on submission_evidence (evidence_id);
create index submission_evidence_file on submission_evidence (administration_id, sha256);

alter table assessment_progress add column kpis_evidenced integer not null default 0;

do $$
declare name text;
begin
  foreach name in array array['evidence', 'evidence_use', 'evidence_file', 'evidence_revision', 'evidence_source',
      'evidence_sharing', 'submission_evidence'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_all on %I to pmm_owner using (true) with check (true)', name);
    execute format('create policy worker_read on %I for select to pmm_worker using (true)', name);
    execute format('grant select on %I to pmm_worker', name);
    execute format($p$create policy own_rows on %I for select to pmm_app
      using ((select pmm_hat()) in ('C', 'N', 'A', 'V') and administration_id = (select pmm('administration')::uuid))$p$, name);
  end loop;
  foreach name in array array['evidence', 'evidence_use', 'evidence_file', 'evidence_revision', 'evidence_source'] loop
    execute format($p$create policy own_insert on %I for insert to pmm_app
      with check ((select pmm_hat()) in ('C', 'N') and administration_id = (select pmm('administration')::uuid))$p$, name);
  end loop;
  foreach name in array array['evidence', 'evidence_file'] loop
    execute format($p$create policy own_update on %I for update to pmm_app
      using ((select pmm_hat()) in ('C', 'N') and administration_id = (select pmm('administration')::uuid))
      with check ((select pmm_hat()) in ('C', 'N') and administration_id = (select pmm('administration')::uuid))$p$, name);
  end loop;
end
$$;
grant select, insert, update on evidence, evidence_file, evidence_sharing to pmm_app;
grant select, insert, delete on evidence_use to pmm_app;
-- Written once.
grant select, insert on evidence_revision, evidence_source, submission_evidence to pmm_app;
create policy own_delete on evidence_use for delete to pmm_app
  using ((select pmm_hat()) in ('C', 'N') and administration_id = (select pmm('administration')::uuid));
create policy own_insert on evidence_sharing for insert to pmm_app
  with check ((select pmm_hat()) in ('C', 'N') and administration_id = (select pmm('administration')::uuid) and not is_shared);
create policy own_update on evidence_sharing for update to pmm_app
  using ((select pmm_hat()) = 'N' and administration_id = (select pmm('administration')::uuid))
  with check ((select pmm_hat()) = 'N' and administration_id = (select pmm('administration')::uuid));
create policy own_insert on submission_evidence for insert to pmm_app
  with check ((select pmm_hat()) in ('N', 'A') and administration_id = (select pmm('administration')::uuid));

create policy reviewer_rows on submission_evidence for select to pmm_app
  using ((select pmm_hat()) in ('R', 'L') and submission_id = any ((select pmm_ids('submissions'))::uuid[]));
create policy officer_rows on submission_evidence for select to pmm_app
  using ((select pmm_hat()) = 'O' and assessment_id = any (array(select id from assessment where status <> 'WITHDRAWN')));
-- The rest follows from the frozen list, which asks for itself who may see a line of it.
create policy officer_rows on evidence_sharing for select to pmm_app
  using ((select pmm_hat()) = 'O' and exists (select 1 from submission_evidence s where s.evidence_id = evidence_sharing.evidence_id));
create policy reviewer_rows on evidence_source for select to pmm_app
  using ((select pmm_hat()) in ('R', 'L') and exists (select 1 from submission_evidence s where s.revision_id = evidence_source.revision_id));
create policy officer_rows on evidence_source for select to pmm_app
  using ((select pmm_hat()) = 'O' and exists (select 1 from submission_evidence s
    join evidence_sharing h on h.evidence_id = s.evidence_id and h.is_shared where s.revision_id = evidence_source.revision_id));
create policy outside_rows on evidence_file for select to pmm_app
  using ((select pmm_hat()) in ('R', 'L', 'O') and exists (select 1 from submission_evidence s
    where s.administration_id = evidence_file.administration_id and s.sha256 = evidence_file.sha256));
