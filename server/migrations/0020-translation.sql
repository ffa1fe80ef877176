set local role pmm_owner;

-- State of a French text: missing where there is none, else its own, else that of the whole entry.
create function french_state(status jsonb, text_name text, fr text) returns text
  language sql immutable parallel safe as $$
  select case when coalesce(btrim(fr), '') = '' then 'MISSING'
    when jsonb_typeof(status -> 'fr') = 'string' then status ->> 'fr'
    else coalesce(status -> 'fr' ->> text_name, 'DRAFT') end
$$;

-- Every text of every version as a row, under the row policies of the tables it stands in. `place` orders them as
-- the framework reads.
create view framework_text with (security_invoker = true) as
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

-- Who translated a text from which English, and who reviewed it. The states themselves are content and stand with it.
create table framework_translation (
  version_id uuid not null references framework_version (id),
  kind text not null,
  code text not null,
  text text not null,
  source text not null,
  translated_by uuid references person (id),
  translated_at timestamptz,
  reviewed_by uuid references person (id),
  reviewed_at timestamptz,
  primary key (version_id, kind, code, text)
);
create trigger framework_translation_content_guard before insert or update or delete on framework_translation
  for each row execute function framework_content_guard();

-- Terms of the field with their approved French, for every version.
create table framework_term (
  id uuid primary key,
  en text not null check (btrim(en) <> ''),
  fr text not null check (btrim(fr) <> ''),
  note text,
  status text not null check (status in ('PROPOSED', 'APPROVED')),
  provenance jsonb not null,
  proposed_by uuid references person (id),
  proposed_at timestamptz not null,
  approved_by uuid references person (id),
  approved_at timestamptz,
  version integer not null default 1
);
create unique index framework_term_once on framework_term (folded(btrim(en)));

do $$
declare name text;
begin
  foreach name in array array['framework_translation', 'framework_term'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_all on %I to pmm_owner using (true) with check (true)', name);
    execute format('create policy worker_read on %I for select to pmm_worker using (true)', name);
    execute format('grant select on %I to pmm_worker', name);
    execute format('grant select, insert, update, delete on %I to pmm_app', name);
  end loop;
end
$$;
create policy staff on framework_translation for select to pmm_app
  using ((select pmm_hat()) in ('E', 'O') and version_id = any (array(select id from framework_version)));
create policy editor_writes on framework_translation to pmm_app
  using ((select pmm_hat()) = 'E' and version_id = any (array(select id from framework_version where status = 'DRAFT')))
  with check ((select pmm_hat()) = 'E' and version_id = any (array(select id from framework_version where status = 'DRAFT')));

-- Whether somebody else could be the second person: a yes or no, nothing about whom.
create function other_editor_exists() returns boolean
  language sql stable security definer set search_path = public as $$
  select pmm_hat() = 'E' and exists (select 1 from person_role r join person_account a on a.person_id = r.person_id
    where r.role = 'METHODOLOGY_EDITOR' and r.ended_at is null and a.status = 'ACTIVE'
      and r.person_id <> pmm('person')::uuid)
$$;

-- An approved term is everybody's; one that is proposed is the desk's.
create policy readable on framework_term for select to pmm_app
  using (status = 'APPROVED' or (select pmm_hat()) in ('E', 'O'));
create policy editor_writes on framework_term to pmm_app
  using ((select pmm_hat()) = 'E') with check ((select pmm_hat()) = 'E');

grant select on framework_text to pmm_app, pmm_worker;
revoke execute on function french_state(jsonb, text, text), other_editor_exists() from public;
grant execute on function other_editor_exists() to pmm_app;
grant execute on function french_state(jsonb, text, text) to pmm_app, pmm_worker;
