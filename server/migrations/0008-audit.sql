set local role pmm_owner;

-- Objects of a cycle are the officer's matter as well; the chain says of which cycle an entry is.
alter table audit_entry add column cycle_id uuid;
create index audit_entry_time on audit_entry (at desc, chain, seq desc);
create index audit_entry_own on audit_entry (administration_id, at desc);
create index audit_entry_cycle on audit_entry (at desc) where cycle_id is not null;

-- One text, or null, as canonical JSON writes it.
create function json_word(word text) returns text language sql immutable
  as $$ select coalesce(to_json(word)::text, 'null') $$;

-- The only way into the log, now with canonical JSON (RFC 8785): names in order, no space. What the
-- caller adds is canonical already and must at least be JSON.
drop function audit_append(text, timestamptz, uuid, uuid, text, uuid, text, text, text, text, text, text);
create function audit_append(chain_ text, at_ timestamptz, person uuid, client uuid, hat_ text,
  administration uuid, action_ text, outcome_ text, object_type_ text, object_id_ text,
  request text, content_ text, cycle uuid default null) returns bigint
  language plpgsql security definer set search_path = public as $$
declare head audit_head; next_seq bigint; moment timestamptz; entry text; next_hash bytea;
begin
  insert into audit_head (chain, seq, hash) values (chain_, 0, sha256(convert_to(chain_, 'UTF8')))
    on conflict do nothing;
  select * into head from audit_head where audit_head.chain = chain_ for update;
  next_seq := head.seq + 1;
  moment := date_trunc('milliseconds', at_);
  entry := '{"action":' || json_word(action_)
    || ',"administration":' || json_word(administration::text)
    || ',"at":' || json_word(to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    || ',"chain":' || json_word(chain_)
    || ',"client":' || json_word(client::text)
    || ',"content":' || (content_::json)::text
    || ',"cycle":' || json_word(cycle::text)
    || ',"hat":' || json_word(hat_)
    || ',"objectId":' || json_word(object_id_)
    || ',"objectType":' || json_word(object_type_)
    || ',"outcome":' || json_word(outcome_)
    || ',"person":' || json_word(person::text)
    || ',"request":' || json_word(request)
    || ',"seq":' || next_seq || '}';
  next_hash := sha256(head.hash || convert_to(entry, 'UTF8'));
  insert into audit_entry (chain, seq, at, person_id, api_client_id, hat, administration_id, cycle_id, action,
    outcome, object_type, object_id, request_id, payload, previous_hash, hash)
  values (chain_, next_seq, moment, person, client, hat_, administration, cycle, action_, outcome_,
    object_type_, object_id_, request, entry, head.hash, next_hash);
  update audit_head set seq = next_seq, hash = next_hash where audit_head.chain = chain_;
  return next_seq;
end
$$;
revoke execute on function json_word(text), audit_append(text, timestamptz, uuid, uuid, text, uuid, text, text, text,
  text, text, text, uuid) from public;
grant execute on function audit_append(text, timestamptz, uuid, uuid, text, uuid, text, text, text, text, text, text,
  uuid) to pmm_app, pmm_worker;

create policy officer on audit_entry for select to pmm_app
  using ((select pmm_hat()) = 'O' and cycle_id is not null);

-- A head is moved by the door alone and never taken away; consents are no more truncated than deleted.
create trigger audit_head_stays before delete on audit_head
  for each row execute function refuse_change();
create trigger audit_head_no_truncate before truncate on audit_head
  for each statement execute function refuse_change();
create trigger consent_record_no_truncate before truncate on consent_record
  for each statement execute function refuse_change();

-- That the heads were copied out of the database, and whether the copies before still fitted.
create table audit_anchor (
  at timestamptz primary key,
  chains integer not null,
  moved integer not null,
  is_intact boolean not null,
  broken_chain text,
  broken_seq bigint
);
alter table audit_anchor enable row level security;
alter table audit_anchor force row level security;
create policy owner_all on audit_anchor to pmm_owner using (true) with check (true);
create policy worker_read on audit_anchor for select to pmm_worker using (true);
create policy worker_inserts on audit_anchor for insert to pmm_worker with check (true);
create policy administrator on audit_anchor for select to pmm_app using ((select pmm_hat()) = 'D');
grant select, insert on audit_anchor to pmm_worker;
grant select on audit_anchor to pmm_app;
create trigger audit_anchor_append_only before update or delete on audit_anchor
  for each row execute function refuse_change();
create trigger audit_anchor_no_truncate before truncate on audit_anchor
  for each statement execute function refuse_change();
