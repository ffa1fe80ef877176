set local role pmm_owner;

create table framework_version (
  id uuid primary key,
  code text not null unique,
  number integer not null,
  kind text not null check (kind in ('ORIGINAL', 'REVISION', 'ERRATUM')),
  status text not null check (status in ('DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED', 'RETIRED')),
  base_version_id uuid references framework_version (id),
  name jsonb not null,
  change_notes jsonb,
  is_demonstration boolean not null,
  notice jsonb,
  scoring_method jsonb not null,
  scales jsonb not null,
  reason_codes jsonb not null,
  provenance jsonb not null,
  translation_status jsonb not null,
  content_hash text,
  created_by uuid references person (id),
  submitted_by uuid references person (id),
  approved_by uuid references person (id),
  published_by uuid references person (id),
  created_at timestamptz not null,
  valid_from date,
  published_at timestamptz,
  retired_at timestamptz,
  version integer not null default 1
);

-- Working remarks stand apart from the version, so that a row policy is a field policy.
create table framework_note (
  version_id uuid primary key references framework_version (id),
  internal_notes text,
  version integer not null default 1
);

create table framework_remark (
  id uuid primary key,
  version_id uuid not null references framework_version (id),
  node_code text,
  body text not null,
  author_id uuid not null references person (id),
  created_at timestamptz not null
);

create table framework_approval (
  id uuid primary key,
  version_id uuid not null references framework_version (id),
  body text not null check (body in ('PMMPT', 'CAPACITY_BUILDING_COMMITTEE', 'POLICY_COMMISSION', 'COUNCIL')),
  session_name text,
  decided_on date not null,
  decision text not null check (decision in ('APPROVED', 'ENDORSED', 'WAIVED')),
  document text,
  reason text,
  content_hash text not null,
  recorded_by uuid not null references person (id),
  recorded_at timestamptz not null,
  voided_at timestamptz
);

create table dry_run (
  id uuid primary key,
  version_id uuid not null references framework_version (id),
  content_hash text not null,
  report jsonb not null,
  passed boolean not null,
  created_by uuid not null references person (id),
  created_at timestamptz not null
);

create table sdg (
  goal integer primary key,
  name jsonb not null,
  translation_status jsonb not null,
  provenance jsonb not null
);

create table dimension (
  id uuid primary key,
  version_id uuid not null references framework_version (id),
  code text not null,
  sort integer not null,
  weight numeric not null,
  name jsonb not null,
  description jsonb not null,
  translation_status jsonb not null,
  provenance jsonb not null,
  version integer not null default 1,
  unique (version_id, code)
);

create table expected_outcome (
  id uuid primary key,
  version_id uuid not null references framework_version (id),
  dimension_id uuid not null references dimension (id),
  code text not null,
  sort integer not null,
  weight numeric not null,
  name jsonb not null,
  description jsonb not null,
  sdgs integer[] not null,
  instruments text[] not null,
  translation_status jsonb not null,
  provenance jsonb not null,
  version integer not null default 1,
  unique (version_id, code)
);

create table instrument (
  id uuid primary key,
  version_id uuid not null references framework_version (id),
  code text not null,
  sort integer not null,
  name jsonb not null,
  translation_status jsonb not null,
  provenance jsonb not null,
  version integer not null default 1,
  unique (version_id, code)
);

create table data_element (
  id uuid primary key,
  version_id uuid not null references framework_version (id),
  code text not null,
  sort integer not null,
  label jsonb not null,
  description jsonb not null,
  value_type text not null check (value_type in ('COUNT', 'MONEY', 'DECIMAL', 'LEVEL', 'BOOLEAN')),
  unit text not null,
  nature text not null check (nature in ('FLOW', 'STOCK')),
  origin text not null check (origin in ('ENTERED', 'DERIVED')),
  min_value numeric,
  max_value numeric,
  is_integer boolean not null,
  scale text,
  translation_status jsonb not null,
  provenance jsonb not null,
  version integer not null default 1,
  unique (version_id, code)
);

create table kpi (
  id uuid primary key,
  version_id uuid not null references framework_version (id),
  outcome_id uuid not null references expected_outcome (id),
  series_id uuid not null,
  ancestor_id uuid references kpi (id),
  relation text not null check (relation in
    ('SAME', 'REWORDED', 'FORMULA_CHANGED', 'SPLIT', 'MERGED', 'NEW', 'RETIRED')),
  code text not null,
  sort integer not null,
  weight numeric not null,
  name jsonb not null,
  description jsonb not null,
  guidance jsonb,
  kind text not null check (kind in ('RATIO', 'VARIATION', 'COUNT', 'DURATION', 'ORDINAL', 'BINARY')),
  unit text not null,
  decimals integer not null,
  direction text not null check (direction in ('HIGHER', 'LOWER', 'TARGET', 'NEUTRAL')),
  range_min numeric,
  range_max numeric,
  is_scored boolean not null,
  normalisation jsonb not null,
  scale text,
  formula text not null,
  undefined_when text check (undefined_when in ('DENOMINATOR_ZERO', 'BASE_ZERO')),
  elements jsonb not null,
  sub_measures jsonb not null,
  samples jsonb not null default '[]',
  instruments text[] not null,
  translation_status jsonb not null,
  provenance jsonb not null,
  version integer not null default 1,
  unique (version_id, code)
);

create table validation_rule (
  id uuid primary key,
  version_id uuid not null references framework_version (id),
  code text not null,
  sort integer not null,
  type text not null check (type in ('PART_OF_WHOLE', 'LARGE_CHANGE', 'POSITIVE_BASE')),
  level text not null check (level in ('BLOCK', 'WARN', 'INFO')),
  definition jsonb not null,
  kpis text[] not null,
  version integer not null default 1,
  unique (version_id, code)
);

-- Content may change in a draft only, whoever asks; a published version never again.
create function framework_content_guard() returns trigger language plpgsql security definer set search_path = public as $$
declare state text; target uuid;
begin
  if tg_op = 'DELETE' then target := old.version_id; else target := new.version_id; end if;
  if tg_op = 'UPDATE' and old.version_id <> new.version_id then
    raise exception 'framework content cannot move to another version' using errcode = 'PM002';
  end if;
  select status into state from framework_version where id = target;
  if state is distinct from 'DRAFT' then
    raise exception 'framework version is not a draft' using errcode = 'PM002';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end
$$;
do $$
declare name text;
begin
  foreach name in array array['dimension', 'expected_outcome', 'instrument', 'data_element', 'kpi', 'validation_rule'] loop
    execute format('create trigger %I before insert or update or delete on %I for each row execute function framework_content_guard()',
      name || '_content_guard', name);
  end loop;
end
$$;

create function framework_version_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.status <> 'DRAFT' then
      raise exception 'framework version is not a draft' using errcode = 'PM002';
    end if;
    return old;
  end if;
  if old.status in ('PUBLISHED', 'RETIRED') and not (old.status = 'PUBLISHED' and new.status = 'RETIRED'
      and to_jsonb(old) - array['status', 'retired_at', 'version'] = to_jsonb(new) - array['status', 'retired_at', 'version']) then
    raise exception 'framework version is published' using errcode = 'PM002';
  end if;
  return new;
end
$$;
create trigger framework_version_guard before update or delete on framework_version
  for each row execute function framework_version_guard();

-- Who returns a version may lose sight of it, as the PMMPT does of drafts; no row policy lets a row go out of sight.
create function framework_version_return(version_ uuid, at_ timestamptz) returns void
  language plpgsql security definer set search_path = public as $$
begin
  if coalesce(pmm_hat(), '') not in ('B', 'E') then
    raise exception 'this hat does not return versions' using errcode = '42501';
  end if;
  update framework_version set status = 'DRAFT', approved_by = null, version = version + 1
    where id = version_ and status in ('IN_REVIEW', 'APPROVED');
  update framework_approval set voided_at = at_ where version_id = version_ and voided_at is null;
end
$$;

create table cycle (
  id uuid primary key,
  code text not null unique,
  number integer not null unique,
  name jsonb not null,
  framework_version_id uuid not null references framework_version (id),
  status text not null check (status in ('PLANNED', 'OPEN', 'CLOSED', 'REPORTED')),
  reporting_year integer not null,
  previous_year integer not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz,
  closed_by uuid references person (id),
  reported_at timestamptz,
  endorsement jsonb,
  report_approval jsonb,
  is_demonstration boolean not null,
  version integer not null default 1,
  check (previous_year = reporting_year - 1),
  check (closes_at > opens_at)
);

create table cycle_participant (
  cycle_id uuid not null references cycle (id),
  administration_id uuid not null references administration (id),
  region_code text not null,
  income_group text,
  administration_type text,
  geography text not null,
  invited_at timestamptz not null,
  extended_until timestamptz,
  extension_reason text,
  primary key (cycle_id, administration_id)
);
