set local role pmm_owner;

-- Every table is closed; each policy below opens rows to the hats it names.
do $$
declare name text;
begin
  for name in select tablename from pg_tables where schemaname = 'public' and tablename not like 'mikro_orm%' loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_all on %I to pmm_owner using (true) with check (true)', name);
    execute format('create policy worker_read on %I for select to pmm_worker using (true)', name);
    execute format('grant select on %I to pmm_worker', name);
  end loop;
end
$$;

grant usage on schema public to pmm_app, pmm_worker;
revoke execute on all functions in schema public from public;
grant execute on function pmm(text), pmm_hat(), pmm_ids(text), is_demonstration(), role_rank(text) to pmm_app, pmm_worker;
grant execute on function viewer_of_session(bytea, timestamptz), viewer_of_token(bytea, timestamptz),
  credential_of(text), roles_of(uuid), review_assignments(timestamptz), review_unsent(uuid),
  person_cards(uuid[]), demonstration_roles(),
  session_open(uuid, bytea, uuid, uuid, timestamptz, integer, timestamptz), session_close(bytea, timestamptz),
  session_change(uuid, bytea, bytea, uuid, timestamptz, integer, integer),
  own_sessions(timestamptz), own_session_end(uuid, timestamptz),
  sign_in_link_use(bytea, text, timestamptz), sign_in_link_valid(bytea, timestamptz),
  sign_in_count(bytea, bytea, timestamptz), sign_in_record(bytea, bytea, timestamptz), sign_in_succeed(bigint),
  idempotency_claim(text, uuid, bytea, timestamptz), idempotency_store(text, uuid, jsonb) to pmm_app;
grant execute on function outbox_add(uuid, text, jsonb, timestamptz),
  audit_append(text, timestamptz, uuid, uuid, text, uuid, text, text, text, text, text, text) to pmm_app, pmm_worker;

grant execute on function framework_version_return(uuid, timestamptz) to pmm_app;

-- Register and reference: public.
grant select on region, administration, sdg, peer_group, disclosure_level to pmm_app;
create policy everybody on region for select to pmm_app using (true);
create policy everybody on administration for select to pmm_app using (true);
create policy everybody on sdg for select to pmm_app using (true);
create policy everybody on peer_group for select to pmm_app using (true);
create policy everybody on disclosure_level for select to pmm_app using (true);

-- People: names to whoever is signed in, the rest to oneself, the own coordinator and the administrator.
grant select on person, person_account, person_role to pmm_app;
create policy signed_in on person for select to pmm_app
  using ((select pmm_hat()) in ('C', 'N', 'A', 'V', 'R', 'L', 'E', 'O', 'D', 'B'));
create policy oneself on person_account for select to pmm_app
  using (person_id = (select pmm('person')::uuid));
create policy secretariat on person_account for select to pmm_app
  using ((select pmm_hat()) in ('O', 'D'));
create policy coordinator on person_account for select to pmm_app
  using ((select pmm_hat()) in ('N', 'A') and person_id in (select r.person_id from person_role r));
create policy oneself on person_role for select to pmm_app
  using (person_id = (select pmm('person')::uuid));
create policy own_administration on person_role for select to pmm_app
  using ((select pmm_hat()) in ('C', 'N', 'A', 'V') and administration_id = (select pmm('administration')::uuid));
create policy secretariat on person_role for select to pmm_app
  using ((select pmm_hat()) in ('E', 'O', 'D', 'B'));

grant select on api_client to pmm_app;
create policy administrator on api_client for select to pmm_app using ((select pmm_hat()) = 'D');

grant select on audit_entry to pmm_app;
create policy own_chain on audit_entry for select to pmm_app
  using ((select pmm_hat()) in ('N', 'A') and administration_id = (select pmm('administration')::uuid));
create policy administrator on audit_entry for select to pmm_app using ((select pmm_hat()) = 'D');

grant select on installation to pmm_app;
create policy everybody on installation for select to pmm_app using (true);

-- Framework.
grant select, insert, update, delete on framework_version, dimension, expected_outcome, instrument,
  data_element, kpi, validation_rule to pmm_app;
grant select, insert, update on framework_note, framework_remark, framework_approval, dry_run to pmm_app;
create policy readable on framework_version for select to pmm_app
  using (status in ('PUBLISHED', 'RETIRED') or (select pmm_hat()) in ('E', 'O')
    or ((select pmm_hat()) = 'B' and status <> 'DRAFT'));
create policy editor_insert on framework_version for insert to pmm_app
  with check ((select pmm_hat()) = 'E' and status = 'DRAFT');
create policy editor_update on framework_version for update to pmm_app
  using ((select pmm_hat()) = 'E') with check ((select pmm_hat()) = 'E');
create policy observer_update on framework_version for update to pmm_app
  using ((select pmm_hat()) = 'B' and status in ('IN_REVIEW', 'APPROVED'))
  with check ((select pmm_hat()) = 'B' and status in ('DRAFT', 'IN_REVIEW', 'APPROVED'));
create policy officer_update on framework_version for update to pmm_app
  using ((select pmm_hat()) = 'O' and status = 'APPROVED')
  with check ((select pmm_hat()) = 'O' and status in ('APPROVED', 'PUBLISHED'));
create policy editor_delete on framework_version for delete to pmm_app
  using ((select pmm_hat()) = 'E' and status = 'DRAFT');
do $$
declare name text;
begin
  foreach name in array array['dimension', 'expected_outcome', 'instrument', 'data_element', 'kpi', 'validation_rule'] loop
    -- Which versions are readable is asked once a statement, under the version's own policy.
    execute format('create policy readable on %I for select to pmm_app using (version_id = any (array(select id from framework_version)))', name);
    execute format($p$create policy editor_writes on %I to pmm_app
      using ((select pmm_hat()) = 'E' and version_id = any (array(select id from framework_version where status = 'DRAFT')))
      with check ((select pmm_hat()) = 'E' and version_id = any (array(select id from framework_version where status = 'DRAFT')))$p$, name);
  end loop;
end
$$;
create policy staff on framework_note for select to pmm_app using ((select pmm_hat()) in ('E', 'O'));
create policy editor on framework_note for insert to pmm_app with check ((select pmm_hat()) = 'E');
create policy editor_update on framework_note for update to pmm_app using ((select pmm_hat()) = 'E');
create policy secretariat on framework_remark for select to pmm_app
  using ((select pmm_hat()) in ('E', 'O') or ((select pmm_hat()) = 'B'
    and version_id = any (array(select id from framework_version))));
create policy reviewers on framework_remark for insert to pmm_app
  with check ((select pmm_hat()) in ('E', 'B') and author_id = (select pmm('person')::uuid));
create policy secretariat on framework_approval for select to pmm_app using ((select pmm_hat()) in ('E', 'O', 'D', 'B'));
create policy recorders on framework_approval for insert to pmm_app
  with check ((select pmm_hat()) in ('B', 'O', 'E') and recorded_by = (select pmm('person')::uuid));
create policy voiders on framework_approval for update to pmm_app using ((select pmm_hat()) in ('B', 'E'));
create policy secretariat on dry_run for select to pmm_app using ((select pmm_hat()) in ('E', 'O', 'D', 'B'));
create policy editor on dry_run for insert to pmm_app with check ((select pmm_hat()) = 'E');

-- Cycles are register rows; who takes part is not.
grant select, insert, update on cycle, cycle_participant to pmm_app;
create policy everybody on cycle for select to pmm_app using (true);
create policy officer on cycle for insert to pmm_app with check ((select pmm_hat()) = 'O');
create policy officer_update on cycle for update to pmm_app using ((select pmm_hat()) = 'O');
create policy readable on cycle_participant for select to pmm_app
  using ((select pmm_hat()) in ('O', 'E', 'D', 'N', 'R', 'L')
    or ((select pmm_hat()) in ('C', 'A', 'V') and administration_id = (select pmm('administration')::uuid)));
create policy officer on cycle_participant for insert to pmm_app with check ((select pmm_hat()) = 'O');
create policy officer_update on cycle_participant for update to pmm_app using ((select pmm_hat()) = 'O');

-- Assessment heads.
grant select, insert, update on assessment, assessment_progress to pmm_app;
create policy own_rows on assessment for select to pmm_app
  using ((select pmm_hat()) in ('C', 'N', 'A', 'V') and administration_id = (select pmm('administration')::uuid));
create policy reviewer_rows on assessment for select to pmm_app
  using ((select pmm_hat()) in ('R', 'L') and id = any ((select pmm_ids('assignments'))::uuid[]));
create policy officer_rows on assessment for select to pmm_app using ((select pmm_hat()) = 'O');
create policy coordinator_starts on assessment for insert to pmm_app
  with check ((select pmm_hat()) = 'N' and administration_id = (select pmm('administration')::uuid) and status = 'DRAFT');
create policy own_updates on assessment for update to pmm_app
  using ((select pmm_hat()) in ('N', 'A') and administration_id = (select pmm('administration')::uuid))
  with check ((select pmm_hat()) in ('N', 'A') and administration_id = (select pmm('administration')::uuid));
-- Contributors hold the head against a submission while they save; a lock asks for the right to update,
-- which the check then refuses.
create policy contributor_holds on assessment for update to pmm_app
  using ((select pmm_hat()) = 'C' and administration_id = (select pmm('administration')::uuid)) with check (false);
-- Returning and accepting are the officer's; a member may only leave these states as they are.
create function assessment_state_guard() returns trigger language plpgsql as $$
begin
  if (select pmm_hat()) in ('N', 'A') and new.status in ('RETURNED', 'ACCEPTED')
      and new.status is distinct from old.status then
    raise exception 'the secretariat returns and accepts' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger assessment_state_guard before update on assessment
  for each row execute function assessment_state_guard();
create policy officer_updates on assessment for update to pmm_app
  using ((select pmm_hat()) = 'O' and status in ('SUBMITTED', 'ACCEPTED'))
  with check ((select pmm_hat()) = 'O' and status in ('SUBMITTED', 'RETURNED', 'ACCEPTED'));
create policy own_rows on assessment_progress for select to pmm_app
  using ((select pmm_hat()) in ('C', 'N', 'A', 'V') and administration_id = (select pmm('administration')::uuid));
create policy officer_rows on assessment_progress for select to pmm_app using ((select pmm_hat()) = 'O');
create policy own_insert on assessment_progress for insert to pmm_app
  with check ((select pmm_hat()) in ('C', 'N', 'A') and administration_id = (select pmm('administration')::uuid));
create policy own_update on assessment_progress for update to pmm_app
  using ((select pmm_hat()) in ('C', 'N', 'A') and administration_id = (select pmm('administration')::uuid));

-- Working copies: the own administration alone.
grant select, insert, update, delete on kpi_response, internal_note, data_value, draft_revision,
  instrument_application, assignment, assignment_element to pmm_app;
do $$
declare name text;
begin
  foreach name in array array['kpi_response', 'internal_note', 'data_value', 'draft_revision',
      'instrument_application', 'assignment', 'assignment_element'] loop
    execute format($p$create policy own_rows on %I for select to pmm_app
      using ((select pmm_hat()) in ('C', 'N', 'A', 'V') and administration_id = (select pmm('administration')::uuid))$p$, name);
    execute format($p$create policy own_insert on %I for insert to pmm_app
      with check ((select pmm_hat()) in ('C', 'N', 'A') and administration_id = (select pmm('administration')::uuid))$p$, name);
    execute format($p$create policy own_update on %I for update to pmm_app
      using ((select pmm_hat()) in ('C', 'N', 'A') and administration_id = (select pmm('administration')::uuid))
      with check ((select pmm_hat()) in ('C', 'N', 'A') and administration_id = (select pmm('administration')::uuid))$p$, name);
  end loop;
end
$$;
create policy own_delete on assignment for delete to pmm_app
  using ((select pmm_hat()) = 'N' and administration_id = (select pmm('administration')::uuid));
create policy own_delete on assignment_element for delete to pmm_app
  using ((select pmm_hat()) = 'N' and administration_id = (select pmm('administration')::uuid));

-- Frozen copies: owner, the reviewers bound to that very submission, the officer unless withdrawn.
grant select, insert on submission, submission_response, submission_value, submission_instrument to pmm_app;
create policy own_rows on submission for select to pmm_app
  using ((select pmm_hat()) in ('C', 'N', 'A', 'V') and administration_id = (select pmm('administration')::uuid));
create policy reviewer_rows on submission for select to pmm_app
  using ((select pmm_hat()) in ('R', 'L') and id = any ((select pmm_ids('submissions'))::uuid[]));
create policy officer_rows on submission for select to pmm_app
  using ((select pmm_hat()) = 'O' and assessment_id = any (array(select id from assessment where status <> 'WITHDRAWN')));
create policy own_insert on submission for insert to pmm_app
  with check ((select pmm_hat()) in ('N', 'A') and administration_id = (select pmm('administration')::uuid));
do $$
declare name text;
begin
  foreach name in array array['submission_response', 'submission_value', 'submission_instrument'] loop
    execute format($p$create policy own_rows on %I for select to pmm_app
      using ((select pmm_hat()) in ('C', 'N', 'A', 'V') and administration_id = (select pmm('administration')::uuid))$p$, name);
    execute format($p$create policy reviewer_rows on %I for select to pmm_app
      using ((select pmm_hat()) in ('R', 'L') and submission_id = any ((select pmm_ids('submissions'))::uuid[]))$p$, name);
    execute format($p$create policy officer_rows on %I for select to pmm_app
      using ((select pmm_hat()) = 'O' and assessment_id = any (array(select id from assessment where status <> 'WITHDRAWN')))$p$, name);
    execute format($p$create policy own_insert on %I for insert to pmm_app
      with check ((select pmm_hat()) in ('N', 'A') and administration_id = (select pmm('administration')::uuid))$p$, name);
  end loop;
end
$$;

grant select, insert, update on return_item to pmm_app;
create policy own_rows on return_item for select to pmm_app
  using ((select pmm_hat()) in ('C', 'N', 'A', 'V') and administration_id = (select pmm('administration')::uuid));
create policy officer_rows on return_item for select to pmm_app using ((select pmm_hat()) = 'O');
create policy officer_insert on return_item for insert to pmm_app with check ((select pmm_hat()) = 'O');
create policy officer_update on return_item for update to pmm_app using ((select pmm_hat()) = 'O');
create policy own_update on return_item for update to pmm_app
  using ((select pmm_hat()) in ('C', 'N', 'A') and administration_id = (select pmm('administration')::uuid));

grant select, insert on consent_record to pmm_app;
create policy own_rows on consent_record for select to pmm_app
  using ((select pmm_hat()) in ('C', 'N', 'A', 'V') and administration_id = (select pmm('administration')::uuid));
create policy officer_rows on consent_record for select to pmm_app using ((select pmm_hat()) in ('O', 'D'));
create policy own_insert on consent_record for insert to pmm_app
  with check ((select pmm_hat()) in ('N', 'A') and administration_id = (select pmm('administration')::uuid));
create trigger consent_record_append_only before update or delete on consent_record
  for each row execute function refuse_change();

-- Reviews.
grant select, insert, update on review, review_member, finding_response, finding_resolution, review_consensus to pmm_app;
grant select, insert, update, delete on review_note, review_score, finding to pmm_app;
create policy own_rows on review for select to pmm_app
  using ((select pmm_hat()) in ('C', 'N', 'A', 'V') and administration_id = (select pmm('administration')::uuid));
create policy reviewer_rows on review for select to pmm_app
  using ((select pmm_hat()) in ('R', 'L') and id = any ((select pmm_ids('reviews'))::uuid[]));
-- A request that the approver has not signed is the administration's own matter.
create policy officer_rows on review for select to pmm_app using ((select pmm_hat()) = 'O' and is_confirmed);
create policy coordinator_requests on review for insert to pmm_app
  with check ((select pmm_hat()) in ('N', 'A') and administration_id = (select pmm('administration')::uuid) and status = 'REQUESTED');
-- What is declined, withdrawn or concluded stays as it is.
create policy own_updates on review for update to pmm_app
  using ((select pmm_hat()) in ('N', 'A') and administration_id = (select pmm('administration')::uuid)
    and status not in ('DECLINED', 'WITHDRAWN', 'CONCLUDED'))
  with check ((select pmm_hat()) in ('N', 'A') and administration_id = (select pmm('administration')::uuid));
create policy lead_updates on review for update to pmm_app
  using ((select pmm_hat()) = 'L' and id = any ((select pmm_ids('leads'))::uuid[])
    and status not in ('DECLINED', 'WITHDRAWN', 'CONCLUDED'));
create policy officer_updates on review for update to pmm_app
  using ((select pmm_hat()) = 'O' and is_confirmed and status not in ('DECLINED', 'WITHDRAWN', 'CONCLUDED'))
  with check ((select pmm_hat()) = 'O');
create policy own_rows on review_member for select to pmm_app
  using ((select pmm_hat()) in ('C', 'N', 'A', 'V') and administration_id = (select pmm('administration')::uuid));
create policy reviewer_rows on review_member for select to pmm_app
  using ((select pmm_hat()) in ('R', 'L') and review_id = any ((select pmm_ids('assigned'))::uuid[]));
create policy officer_rows on review_member for select to pmm_app using ((select pmm_hat()) = 'O');
create policy officer_insert on review_member for insert to pmm_app with check ((select pmm_hat()) = 'O');
create policy officer_update on review_member for update to pmm_app using ((select pmm_hat()) = 'O');
create policy declares on review_member for update to pmm_app
  using ((select pmm_hat()) in ('R', 'L') and person_id = (select pmm('person')::uuid)
    and review_id = any ((select pmm_ids('assigned'))::uuid[]));
create policy team on review_note to pmm_app
  using ((select pmm_hat()) in ('R', 'L') and review_id = any ((select pmm_ids('reviews'))::uuid[]))
  with check ((select pmm_hat()) in ('R', 'L') and review_id = any ((select pmm_ids('reviews'))::uuid[])
    and author_id = (select pmm('person')::uuid));
do $$
declare name text;
begin
  foreach name in array array['review_score', 'finding'] loop
    execute format($p$create policy team on %I for select to pmm_app
      using ((select pmm_hat()) in ('R', 'L') and review_id = any ((select pmm_ids('reviews'))::uuid[])
        and (author_id = (select pmm('person')::uuid) or status = 'SENT'))$p$, name);
    execute format($p$create policy author_writes on %I for insert to pmm_app
      with check ((select pmm_hat()) in ('R', 'L') and author_id = (select pmm('person')::uuid)
        and review_id = any (array(select id from review where status in ('IN_PROGRESS', 'SHARED', 'RESPONDED'))))$p$, name);
    execute format($p$create policy author_updates on %I for update to pmm_app
      using ((select pmm_hat()) in ('R', 'L') and review_id = any ((select pmm_ids('reviews'))::uuid[])
        and author_id = (select pmm('person')::uuid) and status = 'DRAFT')
      with check (author_id = (select pmm('person')::uuid))$p$, name);
    execute format($p$create policy author_deletes on %I for delete to pmm_app
      using ((select pmm_hat()) in ('R', 'L') and author_id = (select pmm('person')::uuid) and status = 'DRAFT')$p$, name);
    execute format($p$create policy shared_with_owner on %I for select to pmm_app
      using ((select pmm_hat()) in ('N', 'A', 'V') and administration_id = (select pmm('administration')::uuid)
        and status = 'SENT' and review_id = any (array(select id from review where status in ('SHARED', 'RESPONDED', 'CONCLUDED'))))$p$, name);
    execute format($p$create policy shared_with_officer on %I for select to pmm_app
      using ((select pmm_hat()) = 'O' and status = 'SENT'
        and review_id = any (array(select id from review where status in ('SHARED', 'RESPONDED', 'CONCLUDED'))))$p$, name);
  end loop;
  foreach name in array array['finding_resolution', 'review_consensus'] loop
    execute format($p$create policy own_rows on %I for select to pmm_app
      using ((select pmm_hat()) in ('N', 'A', 'V') and administration_id = (select pmm('administration')::uuid)
        and review_id = any (array(select id from review where status in ('SHARED', 'RESPONDED', 'CONCLUDED'))))$p$, name);
    execute format($p$create policy team on %I for select to pmm_app
      using ((select pmm_hat()) in ('R', 'L') and review_id = any ((select pmm_ids('reviews'))::uuid[]))$p$, name);
    execute format($p$create policy officer on %I for select to pmm_app
      using ((select pmm_hat()) = 'O'
        and review_id = any (array(select id from review where status in ('SHARED', 'RESPONDED', 'CONCLUDED'))))$p$, name);
    execute format($p$create policy lead_insert on %I for insert to pmm_app
      with check ((select pmm_hat()) = 'L' and review_id = any ((select pmm_ids('leads'))::uuid[]))$p$, name);
    execute format($p$create policy lead_update on %I for update to pmm_app
      using ((select pmm_hat()) = 'L' and review_id = any ((select pmm_ids('leads'))::uuid[]))$p$, name);
  end loop;
end
$$;
-- An answer is the administration's draft until the approver has signed all of them.
create policy own_rows on finding_response for select to pmm_app
  using ((select pmm_hat()) in ('N', 'A', 'V') and administration_id = (select pmm('administration')::uuid));
create policy team on finding_response for select to pmm_app
  using ((select pmm_hat()) in ('R', 'L') and review_id = any ((select pmm_ids('reviews'))::uuid[]) and confirmed_at is not null);
create policy officer on finding_response for select to pmm_app
  using ((select pmm_hat()) = 'O' and confirmed_at is not null);
create policy own_insert on finding_response for insert to pmm_app
  with check ((select pmm_hat()) in ('N', 'A') and administration_id = (select pmm('administration')::uuid) and confirmed_at is null);
create policy own_update on finding_response for update to pmm_app
  using ((select pmm_hat()) in ('N', 'A') and administration_id = (select pmm('administration')::uuid) and confirmed_at is null)
  with check ((select pmm_hat()) in ('N', 'A') and administration_id = (select pmm('administration')::uuid));

-- Releases.
grant select, insert, update on release to pmm_app;
grant select on release_internal, release_assessment, release_value, release_cell, release_cell_internal to pmm_app;
create policy everybody on release for select to pmm_app
  using (status in ('PUBLISHED', 'SUPERSEDED') or (select pmm_hat()) in ('E', 'O')
    or ((select pmm_hat()) in ('B') and status = 'EMBARGOED')
    or ((select pmm_hat()) = 'P' and status = 'EMBARGOED' and (select pmm('embargo')) = 'yes'));
create policy officer_insert on release for insert to pmm_app
  with check ((select pmm_hat()) = 'O' and status = 'BUILDING');
create policy officer_update on release for update to pmm_app using ((select pmm_hat()) = 'O');
create policy staff on release_internal for select to pmm_app using ((select pmm_hat()) in ('E', 'O', 'D'));
create policy staff on release_cell_internal for select to pmm_app using ((select pmm_hat()) in ('E', 'O', 'D'));
create policy public_edition on release_cell for select to pmm_app
  using (edition = 'PUBLIC' and release_id = any (array(select id from release)));
-- Values are served from published releases only; before, a partner with the scope alone reads the public edition.
do $$
declare name text;
begin
  foreach name in array array['release_assessment', 'release_value'] loop
    execute format($p$create policy public_edition on %I for select to pmm_app
      using (edition = 'PUBLIC' and release_id = any (array(select id from release
        where status in ('PUBLISHED', 'SUPERSEDED') or (select pmm_hat()) = 'P')))$p$, name);
    execute format($p$create policy members_edition on %I for select to pmm_app
      using (edition = 'MEMBERS' and (select pmm_hat()) in ('N', 'R', 'L')
        and release_id = any (array(select id from release where status in ('PUBLISHED', 'SUPERSEDED'))))$p$, name);
  end loop;
end
$$;
create policy members_edition on release_cell for select to pmm_app
  using (edition = 'MEMBERS' and (select pmm_hat()) in ('C', 'N', 'A', 'V', 'R', 'L', 'E', 'O')
    and release_id = any (array(select id from release)));

-- The worker: outbox and release building.
grant select, update on outbox to pmm_worker;
create policy worker_writes on outbox for update to pmm_worker using (true);
grant update on release, cycle to pmm_worker;
create policy worker_writes on cycle for update to pmm_worker using (true);
create policy worker_writes on release for update to pmm_worker using (true);
grant insert, delete on release_internal, release_assessment, release_value, release_cell, release_cell_internal to pmm_worker;
do $$
declare name text;
begin
  foreach name in array array['release_internal', 'release_assessment', 'release_value', 'release_cell', 'release_cell_internal'] loop
    execute format('create policy worker_inserts on %I for insert to pmm_worker with check (true)', name);
    execute format('create policy worker_deletes on %I for delete to pmm_worker using (true)', name);
  end loop;
end
$$;
-- Credentials, sessions and links stay closed to the worker as well.
revoke select on credential, session, sign_in_link, sign_in_attempt, api_client_token, person_account from pmm_worker;
