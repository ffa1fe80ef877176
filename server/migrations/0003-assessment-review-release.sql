set local role pmm_owner;

create table assessment (
  id uuid primary key,
  administration_id uuid not null references administration (id),
  cycle_id uuid not null references cycle (id),
  framework_version_id uuid not null references framework_version (id),
  status text not null check (status in
    ('DRAFT', 'INTERNAL_APPROVAL', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'WITHDRAWN')),
  started_at timestamptz not null,
  started_by uuid not null references person (id),
  approval_requested_at timestamptz,
  approval_requested_by uuid references person (id),
  sent_back_reason text,
  submitted_at timestamptz,
  accepted_at timestamptz,
  accepted_by uuid references person (id),
  due_at timestamptz,
  submission_count integer not null default 0,
  withdrawal_proposed_by uuid references person (id),
  withdrawn_at timestamptz,
  version integer not null default 1,
  unique (administration_id, cycle_id),
  unique (id, administration_id)
);

-- Counts only: what the secretariat may know of work that was not submitted.
create table assessment_progress (
  assessment_id uuid primary key,
  administration_id uuid not null,
  cycle_id uuid not null references cycle (id),
  figures_entered integer not null,
  figures_total integer not null,
  kpis_ready integer not null,
  kpis_total integer not null,
  blocks integer not null,
  warnings_open integer not null,
  last_activity_at timestamptz not null,
  foreign key (assessment_id, administration_id) references assessment (id, administration_id)
);

create table kpi_response (
  id uuid primary key,
  assessment_id uuid not null,
  administration_id uuid not null,
  kpi_code text not null,
  state text not null check (state in ('PENDING', 'REPORTED', 'NOT_APPLICABLE', 'NOT_AVAILABLE', 'NOT_COMPUTABLE')),
  value numeric,
  sub_values jsonb,
  score numeric,
  trace jsonb,
  checks jsonb not null default '[]',
  reason_code text,
  reason_text text,
  public_note text,
  justification text,
  disclosure_level text not null default 'NATIONAL' check (disclosure_level in ('NATIONAL', 'WCO', 'PUBLIC')),
  aggregate_use text not null default 'PUBLIC' check (aggregate_use in ('NONE', 'MEMBERS', 'PUBLIC')),
  level_chosen boolean not null default false,
  looked_at timestamptz,
  updated_at timestamptz not null,
  updated_by uuid references person (id),
  version integer not null default 1,
  unique (assessment_id, kpi_code),
  foreign key (assessment_id, administration_id) references assessment (id, administration_id),
  check ((state = 'REPORTED') = (value is not null)),
  check (state not in ('NOT_APPLICABLE', 'NOT_AVAILABLE', 'NOT_COMPUTABLE') or reason_code is not null)
);

create table internal_note (
  assessment_id uuid not null,
  administration_id uuid not null,
  kpi_code text not null,
  body text not null,
  updated_at timestamptz not null,
  updated_by uuid not null references person (id),
  version integer not null default 1,
  primary key (assessment_id, kpi_code),
  foreign key (assessment_id, administration_id) references assessment (id, administration_id)
);

create table data_value (
  id uuid primary key,
  assessment_id uuid not null,
  administration_id uuid not null,
  element_code text not null,
  year integer not null,
  value numeric,
  is_estimated boolean not null default false,
  note text,
  updated_at timestamptz not null,
  updated_by uuid references person (id),
  version integer not null default 1,
  unique (assessment_id, element_code, year),
  foreign key (assessment_id, administration_id) references assessment (id, administration_id)
);

-- Every former content of a figure: who, when, what.
create table draft_revision (
  id uuid primary key,
  assessment_id uuid not null,
  administration_id uuid not null,
  element_code text not null,
  year integer not null,
  value numeric,
  is_estimated boolean not null,
  note text,
  revision integer not null,
  written_at timestamptz not null,
  written_by uuid references person (id),
  foreign key (assessment_id, administration_id) references assessment (id, administration_id)
);
create index draft_revision_value on draft_revision (assessment_id, element_code, year);

create table instrument_application (
  id uuid primary key,
  assessment_id uuid not null,
  administration_id uuid not null,
  instrument_code text not null,
  level integer check (level between 0 and 4),
  updated_at timestamptz not null,
  updated_by uuid references person (id),
  version integer not null default 1,
  unique (assessment_id, instrument_code),
  foreign key (assessment_id, administration_id) references assessment (id, administration_id)
);

create table assignment (
  id uuid primary key,
  assessment_id uuid not null,
  administration_id uuid not null,
  kpi_code text not null,
  person_id uuid not null references person (id),
  due_on date,
  state text not null default 'OPEN' check (state in ('OPEN', 'DONE')),
  created_by uuid references person (id),
  created_at timestamptz not null,
  unique (assessment_id, kpi_code, person_id),
  foreign key (assessment_id, administration_id) references assessment (id, administration_id)
);
create index assignment_person on assignment (person_id);

-- Which elements a contributor's KPIs open; kept beside the assignment so that identity needs no catalogue.
create table assignment_element (
  assignment_id uuid not null references assignment (id) on delete cascade,
  administration_id uuid not null,
  element_code text not null,
  primary key (assignment_id, element_code)
);

create table submission (
  id uuid primary key,
  assessment_id uuid not null,
  administration_id uuid not null,
  number integer not null,
  submitted_at timestamptz not null,
  submitted_by uuid not null references person (id),
  statement jsonb not null,
  content_hash text not null,
  dimension_scores jsonb not null,
  unique (assessment_id, number),
  foreign key (assessment_id, administration_id) references assessment (id, administration_id)
);

create table submission_response (
  id uuid primary key,
  submission_id uuid not null references submission (id),
  assessment_id uuid not null,
  administration_id uuid not null,
  kpi_code text not null,
  state text not null,
  value numeric,
  sub_values jsonb,
  score numeric,
  trace jsonb,
  checks jsonb not null,
  reason_code text,
  reason_text text,
  public_note text,
  justification text,
  disclosure_level text not null,
  aggregate_use text not null,
  unique (submission_id, kpi_code)
);

create table submission_value (
  id uuid primary key,
  submission_id uuid not null references submission (id),
  assessment_id uuid not null,
  administration_id uuid not null,
  element_code text not null,
  year integer not null,
  value numeric,
  is_estimated boolean not null,
  note text,
  revision integer not null,
  unique (submission_id, element_code, year)
);

create table submission_instrument (
  id uuid primary key,
  submission_id uuid not null references submission (id),
  assessment_id uuid not null,
  administration_id uuid not null,
  instrument_code text not null,
  level integer,
  unique (submission_id, instrument_code)
);

create table return_item (
  id uuid primary key,
  assessment_id uuid not null,
  administration_id uuid not null,
  submission_number integer not null,
  kpi_code text not null,
  reason text not null,
  created_by uuid not null references person (id),
  created_at timestamptz not null,
  answer text,
  answered_at timestamptz,
  answered_by uuid references person (id),
  is_cleared boolean not null default false,
  version integer not null default 1,
  unique (assessment_id, submission_number, kpi_code),
  foreign key (assessment_id, administration_id) references assessment (id, administration_id)
);

create table consent_record (
  id uuid primary key,
  assessment_id uuid not null,
  administration_id uuid not null,
  cycle_id uuid not null references cycle (id),
  kpi_code text not null,
  level text not null,
  former_level text,
  aggregate_use text not null,
  includes_elements boolean not null default false,
  wording_version text not null,
  wording_locale text not null,
  proposed_by uuid not null references person (id),
  proposed_hat text not null,
  proposed_at timestamptz not null,
  confirmed_by uuid references person (id),
  confirmed_at timestamptz,
  foreign key (assessment_id, administration_id) references assessment (id, administration_id)
);
create index consent_record_kpi on consent_record (assessment_id, kpi_code, proposed_at);

create table review (
  id uuid primary key,
  assessment_id uuid not null,
  administration_id uuid not null,
  submission_id uuid references submission (id),
  status text not null check (status in ('REQUESTED', 'ACCEPTED', 'DECLINED', 'IN_PROGRESS', 'SHARED',
    'RESPONDED', 'CONCLUDED', 'WITHDRAWN')),
  is_confirmed boolean not null default false,
  scope text[] not null,
  reason text not null,
  requested_by uuid not null references person (id),
  requested_at timestamptz not null,
  confirmed_by uuid references person (id),
  confirmed_at timestamptz,
  decided_by uuid references person (id),
  decided_at timestamptz,
  decline_reason text,
  due_on date,
  started_at timestamptz,
  shared_at timestamptz,
  response_due_at timestamptz,
  response_proposed_by uuid references person (id),
  responded_at timestamptz,
  conclusion_proposed_by uuid references person (id),
  conclusion text,
  concluded_at timestamptz,
  countersigned_by uuid references person (id),
  withdrawn_at timestamptz,
  version integer not null default 1,
  unique (id, administration_id),
  foreign key (assessment_id, administration_id) references assessment (id, administration_id)
);
create unique index review_open_once on review (assessment_id)
  where status in ('REQUESTED', 'ACCEPTED', 'IN_PROGRESS', 'SHARED', 'RESPONDED');

create table review_member (
  id uuid primary key,
  review_id uuid not null,
  administration_id uuid not null,
  assessment_id uuid not null,
  person_id uuid not null references person (id),
  home_administration_id uuid not null references administration (id),
  is_lead boolean not null,
  declaration text check (declaration in ('NO_CONFLICT', 'CONFLICT')),
  declaration_text text,
  declared_at timestamptz,
  ended_at timestamptz,
  replaces_id uuid references review_member (id),
  unique (review_id, person_id),
  foreign key (review_id, administration_id) references review (id, administration_id)
);
create index review_member_person on review_member (person_id);

create table review_note (
  id uuid primary key,
  review_id uuid not null,
  administration_id uuid not null,
  assessment_id uuid not null,
  kpi_code text not null,
  author_id uuid not null references person (id),
  body text not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  foreign key (review_id, administration_id) references review (id, administration_id)
);

create table review_score (
  id uuid primary key,
  review_id uuid not null,
  administration_id uuid not null,
  assessment_id uuid not null,
  kpi_code text not null,
  author_id uuid not null references person (id),
  judgement text not null check (judgement in ('AGREE', 'DIFFER')),
  value numeric,
  confidence text not null check (confidence in ('LOW', 'MEDIUM', 'HIGH')),
  rationale text,
  status text not null check (status in ('DRAFT', 'SENT')),
  sent_at timestamptz,
  updated_at timestamptz not null,
  version integer not null default 1,
  unique (review_id, kpi_code, author_id),
  foreign key (review_id, administration_id) references review (id, administration_id)
);

-- What the team agreed on where its judgements, made apart, differ.
create table review_consensus (
  review_id uuid not null,
  administration_id uuid not null,
  assessment_id uuid not null,
  kpi_code text not null,
  judgement text not null check (judgement in ('AGREE', 'DIFFER')),
  value numeric,
  note text not null,
  recorded_by uuid not null references person (id),
  updated_at timestamptz not null,
  version integer not null default 1,
  primary key (review_id, kpi_code),
  foreign key (review_id, administration_id) references review (id, administration_id)
);

create table finding (
  id uuid primary key,
  review_id uuid not null,
  administration_id uuid not null,
  assessment_id uuid not null,
  kpi_code text not null,
  author_id uuid not null references person (id),
  kind text not null check (kind in ('STRENGTH', 'GAP', 'DATA_QUALITY', 'QUESTION')),
  severity text not null check (severity in ('MINOR', 'MODERATE', 'MAJOR')),
  body text not null,
  citation text,
  corrects_id uuid references finding (id),
  status text not null check (status in ('DRAFT', 'SENT')),
  sent_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  foreign key (review_id, administration_id) references review (id, administration_id)
);
create index finding_review on finding (review_id);

create table finding_response (
  finding_id uuid primary key references finding (id),
  review_id uuid not null,
  administration_id uuid not null,
  decision text not null check (decision in ('ACCEPTED', 'CONTESTED')),
  body text not null,
  proposed_by uuid not null references person (id),
  confirmed_at timestamptz,
  updated_at timestamptz not null,
  version integer not null default 1,
  foreign key (review_id, administration_id) references review (id, administration_id)
);

create table finding_resolution (
  finding_id uuid primary key references finding (id),
  review_id uuid not null,
  administration_id uuid not null,
  outcome text not null check (outcome in ('UPHELD', 'AMENDED', 'DROPPED')),
  body text not null,
  resolved_by uuid not null references person (id),
  resolved_at timestamptz not null,
  version integer not null default 1,
  foreign key (review_id, administration_id) references review (id, administration_id)
);

create table peer_group (
  code text primary key,
  kind text not null check (kind in ('ALL', 'REGION', 'INCOME', 'TYPE', 'GEOGRAPHY')),
  value text,
  name jsonb not null,
  sort integer not null
);

create table disclosure_level (
  code text primary key,
  rank integer not null unique,
  name jsonb not null,
  description jsonb not null
);

create table release (
  id uuid primary key,
  code text not null unique,
  cycle_id uuid not null references cycle (id),
  name jsonb not null,
  status text not null check (status in
    ('BUILDING', 'BUILT', 'EMBARGOED', 'PUBLISHED', 'SUPERSEDED', 'DISCARDED', 'FAILED')),
  supersedes_id uuid references release (id),
  notes jsonb,
  built_by uuid not null references person (id),
  requested_at timestamptz not null,
  built_at timestamptz,
  embargoed_by uuid references person (id),
  embargo_until timestamptz,
  published_by uuid references person (id),
  published_at timestamptz,
  content_hash text,
  is_demonstration boolean not null,
  version integer not null default 1
);

create table release_internal (
  release_id uuid primary key references release (id),
  audit_report jsonb not null,
  audit_passed boolean not null,
  suppression_log jsonb not null,
  parameters jsonb not null,
  failure text
);

create table release_assessment (
  id uuid primary key,
  release_id uuid not null references release (id),
  edition text not null check (edition in ('MEMBERS', 'PUBLIC')),
  administration_id uuid not null references administration (id),
  submission_number integer not null,
  dimension_scores jsonb not null,
  unique (release_id, edition, administration_id)
);

-- Where the level does not open a response, its row is a stub: KPI and access, nothing else.
create table release_value (
  id uuid primary key,
  release_id uuid not null references release (id),
  release_assessment_id uuid not null references release_assessment (id),
  edition text not null check (edition in ('MEMBERS', 'PUBLIC')),
  administration_id uuid not null references administration (id),
  kpi_code text not null,
  access text not null check (access in ('VISIBLE', 'WITHHELD')),
  state text,
  value numeric,
  sub_values jsonb,
  score numeric,
  reason_code text,
  reason_text text,
  public_note text,
  verification text,
  reviewed_value numeric,
  consent_id uuid,
  unique (release_id, edition, administration_id, kpi_code),
  check (access = 'VISIBLE' or (state is null and value is null and score is null and reason_code is null
    and reason_text is null and public_note is null and sub_values is null and reviewed_value is null
    and verification is null))
);
create index release_value_kpi on release_value (release_id, edition, kpi_code);

create table release_cell (
  id uuid primary key,
  release_id uuid not null references release (id),
  edition text not null check (edition in ('MEMBERS', 'PUBLIC')),
  kpi_code text not null,
  group_code text not null references peer_group (code),
  access text not null check (access in ('VISIBLE', 'SUPPRESSED')),
  n integer,
  n_band text,
  mean numeric,
  method text not null,
  unique (release_id, edition, kpi_code, group_code),
  check (access = 'VISIBLE' or (n is null and n_band is null and mean is null))
);

create table release_cell_internal (
  cell_id uuid primary key references release_cell (id),
  release_id uuid not null references release (id),
  rule text not null,
  exact_n integer not null,
  hidden_n integer not null
);

-- The facts behind a viewer that any rule may need: review assignments and delegated KPIs.
create function viewer_facts(person uuid, role_ text, administration uuid) returns jsonb
  language sql stable security definer set search_path = public as $$
  select jsonb_build_object(
    'reviewAssignments', case when role_ in ('REVIEWER', 'LEAD_REVIEWER') then coalesce((
      select jsonb_agg(jsonb_build_object('reviewId', r.id, 'assessmentId', r.assessment_id,
        'administrationId', r.administration_id, 'submissionId', r.submission_id, 'reviewStatus', r.status,
        'isLead', m.is_lead, 'isCleared', m.declaration is not distinct from 'NO_CONFLICT',
        'concludedAt', r.concluded_at) order by r.id)
      from review_member m join review r on r.id = m.review_id
      where m.person_id = person and m.ended_at is null
        and r.administration_id is distinct from administration), '[]') else '[]' end,
    'assignments', case when role_ = 'CONTRIBUTOR' then coalesce((
      select jsonb_agg(jsonb_build_object('assessmentId', a.assessment_id, 'kpi', a.kpi_code, 'elements',
        (select coalesce(jsonb_agg(e.element_code), '[]') from assignment_element e where e.assignment_id = a.id)))
      from assignment a where a.person_id = person and a.administration_id = administration), '[]') else '[]' end)
$$;

-- What a reviewer may know of a review before declaring to be free of conflicts: that it waits, and its frame.
create function review_assignments(at_ timestamptz) returns table (id uuid, review_id uuid,
  administration_id uuid, cycle_id uuid, framework_version_id uuid, scope text[], status text, is_lead boolean, declaration text,
  declaration_text text, declared_at timestamptz, due_on date, response_due_at timestamptz)
  language sql stable security definer set search_path = public as $$
  select m.id, r.id, r.administration_id, a.cycle_id, a.framework_version_id, r.scope, r.status, m.is_lead, m.declaration,
    m.declaration_text, m.declared_at, r.due_on, r.response_due_at
  from review_member m join review r on r.id = m.review_id join assessment a on a.id = r.assessment_id
  where pmm_hat() in ('R', 'L') and m.person_id = pmm('person')::uuid and m.ended_at is null
    and r.administration_id is distinct from pmm('administration')::uuid
    and (r.status in ('ACCEPTED', 'IN_PROGRESS', 'SHARED', 'RESPONDED')
      or (r.status = 'CONCLUDED' and r.concluded_at > at_ - interval '30 days'))
$$;

-- How much of each colleague's work is still unsent: counts by person, for the lead who wants to share.
create function review_unsent(review_ uuid) returns table (person_id uuid, scores integer, findings integer)
  language sql stable security definer set search_path = public as $$
  select m.person_id,
    (select count(*)::int from review_score s where s.review_id = review_ and s.author_id = m.person_id and s.status = 'DRAFT'),
    (select count(*)::int from finding f where f.review_id = review_ and f.author_id = m.person_id and f.status = 'DRAFT')
  from review_member m
  where m.review_id = review_ and m.ended_at is null
    and pmm_hat() in ('R', 'L') and review_ = any (pmm_ids('reviews'))
$$;

