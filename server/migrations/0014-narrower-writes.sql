-- Writes as narrow as duties are: the approver signs and confirms levels, and enters nothing; delegation is the
-- coordinator's; a note of the review team is taken back by its author alone.
do $$
declare name text;
begin
  foreach name in array array['data_value', 'instrument_application', 'internal_note'] loop
    execute format($p$alter policy own_insert on %I
      with check ((select pmm_hat()) in ('C', 'N') and administration_id = (select pmm('administration')::uuid))$p$, name);
    execute format($p$alter policy own_update on %I
      using ((select pmm_hat()) in ('C', 'N') and administration_id = (select pmm('administration')::uuid))
      with check ((select pmm_hat()) in ('C', 'N') and administration_id = (select pmm('administration')::uuid))$p$, name);
  end loop;
  foreach name in array array['assignment', 'assignment_element'] loop
    execute format($p$alter policy own_insert on %I
      with check ((select pmm_hat()) = 'N' and administration_id = (select pmm('administration')::uuid))$p$, name);
    execute format($p$alter policy own_update on %I
      using ((select pmm_hat()) = 'N' and administration_id = (select pmm('administration')::uuid))
      with check ((select pmm_hat()) = 'N' and administration_id = (select pmm('administration')::uuid))$p$, name);
  end loop;
end
$$;

drop policy team on review_note;
create policy team on review_note for select to pmm_app
  using ((select pmm_hat()) in ('R', 'L') and review_id = any ((select pmm_ids('reviews'))::uuid[]));
create policy author_writes on review_note for insert to pmm_app
  with check ((select pmm_hat()) in ('R', 'L') and review_id = any ((select pmm_ids('reviews'))::uuid[])
    and author_id = (select pmm('person')::uuid));
create policy author_updates on review_note for update to pmm_app
  using ((select pmm_hat()) in ('R', 'L') and review_id = any ((select pmm_ids('reviews'))::uuid[])
    and author_id = (select pmm('person')::uuid));
create policy author_deletes on review_note for delete to pmm_app
  using ((select pmm_hat()) in ('R', 'L') and review_id = any ((select pmm_ids('reviews'))::uuid[])
    and author_id = (select pmm('person')::uuid));

-- A revision is written once.
alter policy own_insert on draft_revision
  with check ((select pmm_hat()) in ('C', 'N') and administration_id = (select pmm('administration')::uuid));
drop policy own_update on draft_revision;
revoke update, delete on draft_revision from pmm_app;

-- A choice of disclosure that nobody has signed is a draft: the administration's own, of a contributor by KPI.
alter policy own_rows on consent_record
  using (administration_id = (select pmm('administration')::uuid) and ((select pmm_hat()) in ('N', 'A', 'V')
    or ((select pmm_hat()) = 'C' and exists (select 1 from assignment g where g.assessment_id = consent_record.assessment_id
      and g.kpi_code = consent_record.kpi_code and g.person_id = (select pmm('person')::uuid)))));
alter policy officer_rows on consent_record
  using ((select pmm_hat()) in ('O', 'D') and confirmed_at is not null);
