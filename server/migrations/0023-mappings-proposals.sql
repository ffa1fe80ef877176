set local role pmm_owner;

-- What an outcome is mapped to stands in rows of its own, with strength and reason. A strength nobody has stated is null.
create table outcome_mapping (
  id uuid primary key,
  version_id uuid not null references framework_version (id),
  outcome_code text not null,
  kind text not null check (kind in ('SDG', 'INSTRUMENT')),
  target text not null,
  strength integer check (strength between 1 and 3),
  rationale jsonb,
  translation_status jsonb not null,
  provenance jsonb not null,
  version integer not null default 1,
  unique (version_id, outcome_code, kind, target),
  foreign key (version_id, outcome_code) references expected_outcome (version_id, code) on update cascade on delete cascade
);
insert into outcome_mapping (id, version_id, outcome_code, kind, target, translation_status, provenance)
  select gen_random_uuid(), version_id, code, 'SDG', goal::text, '{}'::jsonb, '{"status": "constructed", "fields": [], "sources": []}'::jsonb
  from (select version_id, code, unnest(sdgs) as goal from expected_outcome) o group by version_id, code, goal
  union all
  select gen_random_uuid(), version_id, code, 'INSTRUMENT', instrument, '{}'::jsonb, '{"status": "constructed", "fields": [], "sources": []}'::jsonb
  from (select version_id, code, unnest(instruments) as instrument from expected_outcome) o group by version_id, code, instrument;
alter table expected_outcome drop column sdgs, drop column instruments;
create trigger outcome_mapping_content_guard before insert or update or delete on outcome_mapping
  for each row execute function framework_content_guard();

alter table outcome_mapping enable row level security;
alter table outcome_mapping force row level security;
create policy owner_all on outcome_mapping to pmm_owner using (true) with check (true);
create policy worker_read on outcome_mapping for select to pmm_worker using (true);
grant select on outcome_mapping to pmm_worker;
grant select, insert, update, delete on outcome_mapping to pmm_app;
create policy readable on outcome_mapping for select to pmm_app
  using (version_id = any (array(select id from framework_version)));
create policy editor_writes on outcome_mapping to pmm_app
  using ((select pmm_hat()) = 'E' and version_id = any (array(select id from framework_version where status = 'DRAFT')))
  with check ((select pmm_hat()) = 'E' and version_id = any (array(select id from framework_version where status = 'DRAFT')));

-- The reasons of mappings are texts of the version like others, to be translated and reviewed.
create or replace view framework_text with (security_invoker = true) as
with entry as (
  select id as version_id, 'VERSION' as kind, code, '0' as place, version as node_version, translation_status, '' as prefix,
    name as title, jsonb_build_object('1name', name, '2changeNotes', change_notes, '3notice', notice) as texts
    from framework_version
  union all
  select version_id, 'DIMENSION', code, '1.' || to_char(sort, 'FM00000'), version, translation_status, '', name,
    jsonb_build_object('1name', name, '2description', description)
    from dimension
  union all
  select o.version_id, 'OUTCOME', o.code, '1.' || to_char(d.sort, 'FM00000') || '.' || to_char(o.sort, 'FM00000'), o.version,
    o.translation_status, '', o.name, jsonb_build_object('1name', o.name, '2description', o.description)
    from expected_outcome o join dimension d on d.id = o.dimension_id
  union all
  select m.version_id, 'OUTCOME_MAPPING', m.outcome_code,
    '1.' || to_char(d.sort, 'FM00000') || '.' || to_char(o.sort, 'FM00000'), m.version,
    case when jsonb_typeof(m.translation_status -> 'fr') = 'object' then jsonb_build_object('fr',
      jsonb_build_object('rationale.' || m.target, m.translation_status -> 'fr' -> 'rationale')) else m.translation_status end,
    '', o.name, jsonb_build_object('3rationale.' || m.target, m.rationale)
    from outcome_mapping m join expected_outcome o on o.version_id = m.version_id and o.code = m.outcome_code
    join dimension d on d.id = o.dimension_id
  union all
  select k.version_id, 'KPI', k.code,
    '1.' || to_char(d.sort, 'FM00000') || '.' || to_char(o.sort, 'FM00000') || '.' || to_char(k.sort, 'FM00000'), k.version,
    k.translation_status, '', k.name, jsonb_build_object('1name', k.name, '2description', k.description, '3guidance', g.body)
      || coalesce((select jsonb_object_agg('4subMeasures.' || (m ->> 'code'), m -> 'name')
        from jsonb_array_elements(k.sub_measures) m), '{}')
    from kpi k join expected_outcome o on o.id = k.outcome_id join dimension d on d.id = o.dimension_id
    left join kpi_guidance g on g.kpi_id = k.id
  union all
  select version_id, 'DATA_ELEMENT', code, '2.' || to_char(sort, 'FM00000'), version, translation_status, '', label,
    jsonb_build_object('1label', label, '2description', description)
    from data_element
  union all
  select version_id, 'INSTRUMENT', code, '3.' || to_char(sort, 'FM00000'), version, translation_status, '', name,
    jsonb_build_object('1name', name)
    from instrument
  union all
  select v.id, 'SCALE', s.value ->> 'code', '4.' || to_char(s.ordinality, 'FM00000'), v.version, v.translation_status,
    'scales.' || (s.value ->> 'code') || '.', null,
    (select jsonb_object_agg('1levels.' || (l ->> 'level'), l -> 'label') from jsonb_array_elements(s.value -> 'levels') l)
    from framework_version v, jsonb_array_elements(v.scales) with ordinality s
  union all
  select v.id, 'REASON_CODE', r.value ->> 'code', '5.' || to_char(r.ordinality, 'FM00000'), v.version, v.translation_status,
    'reasonCodes.' || (r.value ->> 'code') || '.', null, jsonb_build_object('1label', r.value -> 'label')
    from framework_version v, jsonb_array_elements(v.reason_codes) with ordinality r
)
select e.version_id, e.kind, e.code, substr(t.key, 2) as text, e.place || '!' || e.code || '!' || t.key as place,
  e.node_version, e.title, coalesce(t.value ->> 'en', '') as en, coalesce(t.value ->> 'fr', '') as fr,
  french_state(e.translation_status, e.prefix || substr(t.key, 2), t.value ->> 'fr') as state
from entry e, jsonb_each(e.texts) t
where jsonb_typeof(t.value) = 'object' and coalesce(t.value ->> 'en', t.value ->> 'fr', '') <> '';

-- Targets of the goals that a single KPI serves; its goals stay those of its outcome.
alter table kpi add column sdg_targets text[] not null default '{}';

-- A wish for the framework: discussed by the secretariat and the PMMPT, decided by the PMMPT, carried out by a version.
create table change_proposal (
  id uuid primary key,
  number integer not null unique,
  code text not null unique,
  kind text not null check (kind in ('ADDITION', 'REVISION', 'REMOVAL', 'CORRECTION')),
  title text not null,
  rationale text not null,
  language text not null check (language in ('en', 'fr')),
  principle text not null check (principle in ('STEP_BY_STEP', 'RELEVANCE', 'QUALITY', 'TRANSPARENCY', 'STABILITY')),
  about_version_id uuid not null references framework_version (id),
  node_codes text[] not null,
  status text not null check (status in ('OPEN', 'ACCEPTED', 'REJECTED', 'WITHDRAWN', 'IMPLEMENTED')),
  author_id uuid not null references person (id),
  created_at timestamptz not null,
  decided_by uuid references person (id),
  decided_at timestamptz,
  decision_reason text,
  withdrawn_at timestamptz,
  version_id uuid references framework_version (id),
  implemented_by uuid references person (id),
  implemented_at timestamptz,
  version integer not null default 1,
  check ((status in ('ACCEPTED', 'REJECTED', 'IMPLEMENTED')) = (decided_by is not null)),
  check ((status = 'IMPLEMENTED') = (version_id is not null)),
  check (decided_by <> author_id)
);
create index change_proposal_version on change_proposal (version_id);

create table change_proposal_comment (
  id uuid primary key,
  proposal_id uuid not null references change_proposal (id),
  body text not null,
  language text not null check (language in ('en', 'fr')),
  author_id uuid not null references person (id),
  created_at timestamptz not null
);
create index change_proposal_comment_proposal on change_proposal_comment (proposal_id, created_at);

-- Policies are alternatives, so which step may follow which is asked here, whoever asks.
create function change_proposal_guard() returns trigger language plpgsql as $$
declare
  hat constant text := pmm_hat();
  person constant text := coalesce(pmm('person'), '');
  steps constant text[] := array['status', 'decided_by', 'decided_at', 'decision_reason', 'withdrawn_at', 'version_id',
    'implemented_by', 'implemented_at', 'version'];
  later constant text[] := array['status', 'version_id', 'implemented_by', 'implemented_at', 'version'];
begin
  if to_jsonb(old) - steps <> to_jsonb(new) - steps then
    raise exception 'what a proposal says does not change' using errcode = 'PM002';
  end if;
  if to_jsonb(old) = to_jsonb(new) then return new; end if;
  if not ((old.status = 'OPEN' and new.status in ('ACCEPTED', 'REJECTED', 'WITHDRAWN'))
      or (old.status = 'ACCEPTED' and new.status = 'IMPLEMENTED' and to_jsonb(old) - later = to_jsonb(new) - later)) then
    raise exception 'a proposal does not take this step' using errcode = 'PM002';
  end if;
  if hat is not null and not (case new.status
      when 'WITHDRAWN' then new.author_id::text = person
      when 'IMPLEMENTED' then hat = 'E' and new.implemented_by::text = person
      else hat = 'B' and new.decided_by::text = person end) then
    raise exception 'this hat does not take this step' using errcode = 'PM002';
  end if;
  return new;
end
$$;
create trigger change_proposal_guard before update on change_proposal
  for each row execute function change_proposal_guard();

do $$
declare name text;
begin
  foreach name in array array['change_proposal', 'change_proposal_comment'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_all on %I to pmm_owner using (true) with check (true)', name);
    execute format('create policy worker_read on %I for select to pmm_worker using (true)', name);
    execute format('grant select on %I to pmm_worker', name);
    execute format($p$create policy secretariat on %I for select to pmm_app using ((select pmm_hat()) in ('E', 'O', 'B'))$p$, name);
  end loop;
end
$$;
grant select, insert, update on change_proposal to pmm_app;
grant select, insert on change_proposal_comment to pmm_app;
create policy author_inserts on change_proposal for insert to pmm_app
  with check ((select pmm_hat()) in ('E', 'O', 'B') and author_id = (select pmm('person')::uuid) and status = 'OPEN');
create policy author_withdraws on change_proposal for update to pmm_app
  using ((select pmm_hat()) in ('E', 'O', 'B') and author_id = (select pmm('person')::uuid) and status = 'OPEN')
  with check ((select pmm_hat()) in ('E', 'O', 'B') and author_id = (select pmm('person')::uuid));
create policy observer_decides on change_proposal for update to pmm_app
  using ((select pmm_hat()) = 'B' and author_id <> (select pmm('person')::uuid) and status = 'OPEN')
  with check ((select pmm_hat()) = 'B' and author_id <> (select pmm('person')::uuid));
create policy editor_implements on change_proposal for update to pmm_app
  using ((select pmm_hat()) = 'E' and status = 'ACCEPTED')
  with check ((select pmm_hat()) = 'E');
create policy author_inserts on change_proposal_comment for insert to pmm_app
  with check ((select pmm_hat()) in ('E', 'O', 'B') and author_id = (select pmm('person')::uuid));

-- A body may also reject or put off; only a decision that stands and agrees opens the way to publication.
alter table framework_approval drop constraint framework_approval_decision_check;
alter table framework_approval add constraint framework_approval_decision_check
  check (decision in ('APPROVED', 'ENDORSED', 'WAIVED', 'REJECTED', 'DEFERRED'));
alter table framework_approval add column document_link text;
