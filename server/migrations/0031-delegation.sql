set local role pmm_owner;

-- Whoever was given a KPI says when their part is done; the coordinator sees it. The figures are another matter.
alter table assignment add column done_at timestamptz;
alter table assignment add column reminded_at timestamptz;

create policy given_update on assignment for update to pmm_app
  using ((select pmm_hat()) = 'C' and administration_id = (select pmm('administration')::uuid)
    and person_id = (select pmm('person')::uuid))
  with check ((select pmm_hat()) = 'C' and administration_id = (select pmm('administration')::uuid)
    and person_id = (select pmm('person')::uuid));

-- A policy sees no columns, so that a contributor changes the mark alone is asked here.
create function assignment_guard() returns trigger language plpgsql as $$
begin
  if pmm_hat() = 'C' and to_jsonb(old) - 'done_at'::text <> to_jsonb(new) - 'done_at'::text then
    raise exception 'a contributor marks an assignment and changes nothing else of it' using errcode = 'PM002';
  end if;
  return new;
end
$$;
create trigger assignment_guard before update on assignment for each row execute function assignment_guard();

-- The worker reminds once of each due day.
grant update (reminded_at) on assignment to pmm_worker;
create policy worker_reminds on assignment for update to pmm_worker using (true);
