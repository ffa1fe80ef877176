set local role pmm_owner;

-- How to measure a KPI and where its data usually come from: part of its definition, for everybody who sees the KPI.
alter table kpi add column methodology_help jsonb;

-- The texts of a version by their name, the help among those of its KPI.
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
    k.translation_status, '', k.name, jsonb_build_object('1name', k.name, '2description', k.description,
      '2methodologyHelp', k.methodology_help, '3guidance', g.body)
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
