set local role pmm_owner;

-- Dry runs nobody imported go after 30 days, and all but the newest hundred before. Of what was imported the record
-- stays and the content goes: it is in the draft.
create function framework_import_prune(at_ timestamptz) returns integer
  language plpgsql security definer set search_path = public as $$
declare gone integer;
begin
  delete from framework_import where status <> 'APPLIED' and (
    created_at < least(at_, now()) - interval '30 days'
    or id in (select id from framework_import where status <> 'APPLIED' order by created_at desc, id desc offset 100));
  get diagnostics gone = row_count;
  update framework_import set content = '{}' where status = 'APPLIED' and content <> '{}';
  return gone;
end
$$;
revoke execute on function framework_import_prune(timestamptz) from public;
grant execute on function framework_import_prune(timestamptz) to pmm_worker;
