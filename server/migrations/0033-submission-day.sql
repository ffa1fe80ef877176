set local role pmm_owner;

-- When a version was handed to the PMMPT: no decision about it can be older than that.
alter table framework_version add column submitted_at timestamptz;
update framework_version v set submitted_at = (select max(e.at) from audit_entry e
    where e.action = 'frameworkVersionSubmit' and e.outcome = 'DONE' and e.object_id = v.id::text)
  where v.status in ('IN_REVIEW', 'APPROVED');
