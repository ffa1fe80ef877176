set local role pmm_owner;

-- Failures of strangers behind the same address do not stop an account that has signed in from there of late: it is
-- judged by its own failures.
create or replace function sign_in_count(account bytea, network bytea, at_ timestamptz, since interval)
  returns table (account_failures integer, network_failures integer, last_failure timestamptz)
  language plpgsql security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock(('x' || substr(encode(account, 'hex'), 1, 16))::bit(64)::bigint);
  return query
    with known as (select a.network_hash, max(a.at) as at from sign_in_attempt a
        where a.account_hash = account and a.succeeded and a.at > at_ - interval '90 days' group by a.network_hash),
      counted as (select a.at from sign_in_attempt a
        where a.account_hash = account and not a.succeeded and not a.is_halfway and a.at > at_ - since
          and case when exists (select 1 from known where known.network_hash = network)
            then a.network_hash = network
            else a.network_hash not in (select known.network_hash from known) end)
    select (select count(*)::integer from counted),
      case when exists (select 1 from known where known.network_hash = network and known.at > at_ - interval '30 days')
        then 0
        else (select count(*)::integer from sign_in_attempt a
          where a.network_hash = network and not a.succeeded and not a.is_halfway and a.at > at_ - interval '1 hour') end,
      (select max(counted.at) from counted);
end
$$;
