set local role pmm_owner;

-- Whoever shows the token of a session is told that its role has ended since, and nothing else of it: a page that still
-- holds what was typed can then say what happened.
create function role_of_session_ended(token bytea, at_ timestamptz) returns jsonb
  language sql stable security definer set search_path = public as $$
  select jsonb_build_object('step', 'ROLE_ENDED') from session s
    join person_account a on a.person_id = s.person_id and a.status = 'ACTIVE'
    join person_role r on r.id = s.person_role_id and r.ended_at is not null
    where s.token_hash = token and s.revoked_at is null and s.expires_at > at_ and s.step = 'OPEN'
      and s.last_seen_at + make_interval(mins => s.idle_minutes) > at_;
$$;
revoke all on function role_of_session_ended(bytea, timestamptz) from public;
grant execute on function role_of_session_ended(bytea, timestamptz) to pmm_app;
