set local role pmm_owner;

-- What was changed in a draft, part by part: the history of a version, and what an undo takes back. `before` and
-- `after` hold the columns that differ; the whole row where a part was added or removed.
create table framework_change (
  id uuid primary key,
  version_id uuid not null references framework_version (id),
  seq integer generated always as identity,
  node_kind text not null check (node_kind in ('VERSION', 'DIMENSION', 'EXPECTED_OUTCOME', 'KPI', 'DATA_ELEMENT',
    'INSTRUMENT', 'VALIDATION_RULE', 'OUTCOME_MAPPING', 'LINEAGE')),
  node_id uuid not null,
  node_code text not null,
  action text not null check (action in ('CREATE', 'UPDATE', 'MOVE', 'ORDER', 'REMOVE', 'UNDO')),
  before jsonb,
  after jsonb,
  person_id uuid not null references person (id),
  at timestamptz not null,
  undone_by uuid references framework_change (id)
);
create index framework_change_of_version on framework_change (version_id, seq desc);
create index framework_change_of_node on framework_change (version_id, node_code, seq desc);
create trigger framework_change_content_guard before insert or update or delete on framework_change
  for each row execute function framework_content_guard();

-- Who has a part of a draft open, from one heartbeat to the next.
create table framework_presence (
  version_id uuid not null references framework_version (id),
  person_id uuid not null references person (id),
  node_code text not null,
  seen_at timestamptz not null,
  primary key (version_id, person_id, node_code)
);

do $$
declare name text;
begin
  foreach name in array array['framework_change', 'framework_presence'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_all on %I to pmm_owner using (true) with check (true)', name);
    execute format('create policy worker_read on %I for select to pmm_worker using (true)', name);
    execute format('grant select on %I to pmm_worker', name);
    execute format($p$create policy own_insert on %I for insert to pmm_app
      with check ((select pmm_hat()) = 'E' and person_id = (select pmm('person')::uuid)
        and version_id = any (array(select id from framework_version where status = 'DRAFT')))$p$, name);
  end loop;
end
$$;
grant select, insert on framework_change to pmm_app;
-- A line of the history is written once; only that it was taken back is noted on it.
grant update (undone_by) on framework_change to pmm_app;
create policy secretariat on framework_change for select to pmm_app
  using ((select pmm_hat()) in ('E', 'O') or ((select pmm_hat()) = 'B'
    and version_id = any (array(select id from framework_version))));
create policy editor_marks on framework_change for update to pmm_app
  using ((select pmm_hat()) = 'E'
    and version_id = any (array(select id from framework_version where status = 'DRAFT')));

grant select, insert, update, delete on framework_presence to pmm_app;
create policy staff on framework_presence for select to pmm_app using ((select pmm_hat()) in ('E', 'O'));
create policy own_update on framework_presence for update to pmm_app
  using ((select pmm_hat()) = 'E' and person_id = (select pmm('person')::uuid)
    and version_id = any (array(select id from framework_version where status = 'DRAFT')))
  with check ((select pmm_hat()) = 'E' and person_id = (select pmm('person')::uuid)
    and version_id = any (array(select id from framework_version where status = 'DRAFT')));
create policy own_delete on framework_presence for delete to pmm_app
  using ((select pmm_hat()) = 'E' and person_id = (select pmm('person')::uuid)
    and version_id = any (array(select id from framework_version where status = 'DRAFT')));
