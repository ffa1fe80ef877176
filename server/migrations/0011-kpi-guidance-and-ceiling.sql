set local role pmm_owner;

-- Guidance for reviewers stands apart from the KPI, so that a row policy is a field policy.
alter table kpi add constraint kpi_of_version unique (id, version_id);
create table kpi_guidance (
  kpi_id uuid primary key,
  version_id uuid not null references framework_version (id),
  body jsonb not null,
  foreign key (kpi_id, version_id) references kpi (id, version_id) on delete cascade
);
insert into kpi_guidance (kpi_id, version_id, body)
  select id, version_id, guidance from kpi where guidance is not null and guidance <> 'null'::jsonb;
alter table kpi drop column guidance;
create trigger kpi_guidance_content_guard before insert or update or delete on kpi_guidance
  for each row execute function framework_content_guard();

alter table kpi_guidance enable row level security;
alter table kpi_guidance force row level security;
create policy owner_all on kpi_guidance to pmm_owner using (true) with check (true);
create policy worker_read on kpi_guidance for select to pmm_worker using (true);
grant select on kpi_guidance to pmm_worker;
grant select, insert, update, delete on kpi_guidance to pmm_app;
create policy reviewers_and_editors on kpi_guidance for select to pmm_app
  using ((select pmm_hat()) in ('R', 'L', 'E', 'O', 'B')
    and version_id = any (array(select id from framework_version)));
create policy editor_writes on kpi_guidance to pmm_app
  using ((select pmm_hat()) = 'E'
    and version_id = any (array(select id from framework_version where status = 'DRAFT')))
  with check ((select pmm_hat()) = 'E'
    and version_id = any (array(select id from framework_version where status = 'DRAFT')));

-- The widest level the framework allows an answer to be opened to.
alter table kpi add column max_disclosure_level text not null default 'PUBLIC'
  check (max_disclosure_level in ('NATIONAL', 'WCO', 'PUBLIC'));
