set local role pmm_owner;

-- Contents of figures written together, so that they can be found and undone together: the batch, the file they came from, and
-- the batch whose contents they took back. All of it stands with each content, and so under the rules of that content.
alter table draft_revision
  add column batch_id uuid,
  add column batch_file text check (char_length(batch_file) between 1 and 200),
  add column batch_undoes uuid,
  add check (batch_id is not null or (batch_file is null and batch_undoes is null));
create index draft_revision_batch on draft_revision (assessment_id, batch_id) where batch_id is not null;
