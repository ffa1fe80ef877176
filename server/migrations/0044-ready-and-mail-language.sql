set local role pmm_owner;

-- A KPI is ready as the member sees it: answered, nothing impossible, every warning explained.
update assessment_progress g set kpis_ready = (
  select count(*) from kpi_response r
  where r.assessment_id = g.assessment_id and r.state <> 'PENDING'
    and not r.checks @> '[{"level": "BLOCK"}]'
    and (not r.checks @> '[{"level": "WARN"}]' or btrim(coalesce(r.justification, '')) <> '')
);

-- The language of one's mails is one's own, whoever else may change the account.
create function person_account_language() returns trigger language plpgsql as $$
begin
  if current_user = 'pmm_app' and new.person_id is distinct from (select pmm('person')::uuid) then
    raise exception 'the language of an account is the person''s own' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger person_account_language before update of locale on person_account
  for each row when (new.locale is distinct from old.locale) execute function person_account_language();
grant update (locale) on person_account to pmm_app;
