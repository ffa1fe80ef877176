set local role pmm_owner;

-- What each caller may still spend. Lost in a crash on purpose: all are then full again.
create unlogged table rate_bucket (
  key text primary key,
  points double precision not null,
  at timestamptz not null,
  is_taken boolean not null
) with (fillfactor = 50);
alter table rate_bucket enable row level security;
alter table rate_bucket force row level security;
create policy owner_all on rate_bucket to pmm_owner using (true) with check (true);

create function rate_points(bucket rate_bucket, hourly integer, at_ timestamptz) returns double precision
  language sql immutable as $$
  select least(hourly, bucket.points
    + hourly * greatest(0, extract(epoch from at_ - bucket.at)::double precision) / 3600)
$$;

-- Takes points out of a bucket that fills evenly over an hour: all of them or none. One statement, so
-- that many processes spend one budget; their clocks differ, so that time never runs backwards.
create function rate_take(key_ text, hourly integer, points_ integer, at_ timestamptz) returns jsonb
  language sql security definer set search_path = public as $$
  insert into rate_bucket as b (key, points, at, is_taken)
    values (key_, hourly - case when hourly >= points_ then points_ else 0 end, at_, hourly >= points_)
    on conflict (key) do update set
      points = rate_points(b, hourly, at_)
        - case when rate_points(b, hourly, at_) >= points_ then points_ else 0 end,
      is_taken = rate_points(b, hourly, at_) >= points_,
      at = greatest(b.at, at_)
    returning jsonb_build_object('isTaken', b.is_taken, 'left', floor(b.points),
      'wait', case when b.is_taken then 0 else ceil((points_ - b.points) * 3600 / hourly) end)
$$;

-- A bucket nobody has touched for an hour is full, and a full bucket need not be kept.
create function rate_forget(at_ timestamptz) returns void
  language sql security definer set search_path = public as $$
  delete from rate_bucket where at < at_ - interval '1 hour'
$$;

revoke execute on function rate_points(rate_bucket, integer, timestamptz),
  rate_take(text, integer, integer, timestamptz), rate_forget(timestamptz) from public;
grant execute on function rate_take(text, integer, integer, timestamptz) to pmm_app;
grant execute on function rate_forget(timestamptz) to pmm_worker;
