set local role pmm_owner;

-- Grows with every publication and every retirement, the only changes the published framework knows:
-- who holds the number of the day holds the versions of the day.
create function publication_number() returns integer language sql stable
  as $$ select coalesce(sum(case status when 'RETIRED' then 2 else 1 end), 0)::integer
    from framework_version where status in ('PUBLISHED', 'RETIRED') $$;
revoke execute on function publication_number() from public;
grant execute on function publication_number() to pmm_app, pmm_worker;
