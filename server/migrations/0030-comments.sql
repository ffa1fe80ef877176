set local role pmm_owner;

-- What people say at a KPI or a data element. Two tables, because a row policy is a field policy: what an administration
-- says to itself, and what it says to the secretariat. A thread is its first comment and the answers to it.
do $$
declare name text;
begin
  foreach name in array array['internal_comment', 'comment'] loop
    execute format($t$
      create table %1$I (
        id uuid primary key,
        thread_id uuid not null,
        assessment_id uuid not null,
        administration_id uuid not null,
        kpi_code text,
        element_code text,
        body text,
        language text not null check (language in ('en', 'fr')),
        mentioned uuid[] not null default '{}',
        author_id uuid not null references person (id),
        author_role text not null,
        created_at timestamptz not null,
        edited_at timestamptz,
        removed_at timestamptz,
        resolved_at timestamptz,
        resolved_by uuid references person (id),
        version integer not null default 1,
        unique (id, assessment_id),
        foreign key (thread_id, assessment_id) references %1$I (id, assessment_id),
        foreign key (assessment_id, administration_id) references assessment (id, administration_id),
        check ((kpi_code is null) <> (element_code is null)),
        check ((removed_at is null) = (body is not null)),
        check ((resolved_at is null) = (resolved_by is null)),
        check (resolved_at is null or thread_id = id)
      )$t$, name);
    execute format('create index %1$s_place on %1$I (assessment_id, kpi_code, element_code, created_at)', name);
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_all on %I to pmm_owner using (true) with check (true)', name);
    execute format('grant select, insert, update on %I to pmm_app', name);
  end loop;
end
$$;

-- Policies are alternatives, so whose words may change, and what never does, is asked here, whoever asks.
create function comment_guard() returns trigger language plpgsql as $$
declare
  said constant text[] := array['body', 'mentioned', 'edited_at', 'removed_at'];
  settled constant text[] := array['resolved_at', 'resolved_by'];
  before constant jsonb := to_jsonb(old) - 'version'::text;
  after constant jsonb := to_jsonb(new) - 'version'::text;
begin
  if before = after then return new; end if;
  if before - said - settled <> after - said - settled then
    raise exception 'where and by whom something was said does not change' using errcode = 'PM002';
  end if;
  if before - settled <> after - settled
    and (old.removed_at is not null or (pmm_hat() <> '-' and old.author_id is distinct from pmm('person')::uuid)) then
    raise exception 'only the author changes what was said, and nobody what was removed' using errcode = 'PM002';
  end if;
  return new;
end
$$;
create trigger comment_guard before update on internal_comment for each row execute function comment_guard();
create trigger comment_guard before update on comment for each row execute function comment_guard();

-- Internal comments never leave the administration.
create policy own_rows on internal_comment for select to pmm_app
  using ((select pmm_hat()) in ('C', 'N', 'A', 'V') and administration_id = (select pmm('administration')::uuid));
create policy own_insert on internal_comment for insert to pmm_app
  with check ((select pmm_hat()) in ('C', 'N', 'A') and administration_id = (select pmm('administration')::uuid)
    and author_id = (select pmm('person')::uuid));
create policy own_update on internal_comment for update to pmm_app
  using ((select pmm_hat()) in ('C', 'N', 'A') and administration_id = (select pmm('administration')::uuid))
  with check ((select pmm_hat()) in ('C', 'N', 'A') and administration_id = (select pmm('administration')::uuid));

-- The thread with the secretariat is kept by coordinator, approver and officer, while the submission is looked at.
create policy own_rows on comment for select to pmm_app
  using ((select pmm_hat()) in ('N', 'A') and administration_id = (select pmm('administration')::uuid));
create policy officer_rows on comment for select to pmm_app using ((select pmm_hat()) = 'O');
create policy speaker_insert on comment for insert to pmm_app
  with check (((select pmm_hat()) = 'O' or ((select pmm_hat()) in ('N', 'A') and administration_id = (select pmm('administration')::uuid)))
    and author_id = (select pmm('person')::uuid)
    and exists (select 1 from assessment s where s.id = assessment_id and s.status in ('SUBMITTED', 'RETURNED')));
create policy speaker_update on comment for update to pmm_app
  using (((select pmm_hat()) = 'O' or ((select pmm_hat()) in ('N', 'A') and administration_id = (select pmm('administration')::uuid)))
    and exists (select 1 from assessment s where s.id = assessment_id and s.status in ('SUBMITTED', 'RETURNED')))
  with check ((select pmm_hat()) = 'O' or ((select pmm_hat()) in ('N', 'A') and administration_id = (select pmm('administration')::uuid)));

-- Who could read a comment at this place: ids and roles of the viewer's own people, for whoever may comment or read there.
-- Roles of colleagues are not a contributor's to read, hence a door of its own.
create function comment_readers(assessments uuid[], kpi text, element text, is_internal boolean)
  returns table (assessment_id uuid, person_id uuid, role text) language sql stable security definer set search_path = public as $$
  select distinct on (s.id, r.person_id) s.id, r.person_id, r.role
  from assessment s
    join person_role r on r.administration_id = s.administration_id and r.ended_at is null
    join person_account a on a.person_id = r.person_id and a.status = 'ACTIVE'
  where s.id = any (assessments) and s.administration_id = pmm('administration')::uuid
    and pmm_hat() = any (case when is_internal then array['C', 'N', 'A', 'V'] else array['N', 'A'] end)
    and (r.role in ('COORDINATOR', 'APPROVER')
      or is_internal and (r.role = 'VIEWER' or r.role = 'CONTRIBUTOR' and exists (
        select 1 from assignment g left join assignment_element e on e.assignment_id = g.id and e.element_code = element
        where g.assessment_id = s.id and g.person_id = r.person_id and (g.kpi_code = kpi or e.element_code is not null))))
  order by s.id, r.person_id, array_position(array['COORDINATOR', 'APPROVER', 'CONTRIBUTOR', 'VIEWER'], r.role)
$$;
revoke execute on function comment_readers(uuid[], text, text, boolean) from public;
grant execute on function comment_readers(uuid[], text, text, boolean) to pmm_app;

-- The kinds stand in the schema, which clients must be able to see grow.
alter table notification drop constraint notification_kind_check;
alter table notification add constraint notification_kind_check check (kind ~ '^[A-Z_]{3,40}$');
