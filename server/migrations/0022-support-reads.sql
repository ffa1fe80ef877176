set local role pmm_owner;

-- Only a support view shows the copy being edited to somebody from outside.
alter table access_log_entry drop constraint access_log_entry_kind_check;
alter table access_log_entry add constraint access_log_entry_kind_check
  check (kind in ('WORKING', 'SUBMITTED', 'MEMBERS_EDITION', 'EMBARGOED_EDITION', 'SUPPORT_VIEW'));
