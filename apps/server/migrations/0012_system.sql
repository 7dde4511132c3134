-- Health: what the application may know of the job queue and of its own version.
-- SECURITY DEFINER because the application role has no rights on the queue's tables.
create function platform.queue_state(at timestamptz)
returns table (waiting bigint, due bigint, running bigint, retrying bigint, failed bigint, oldest_due timestamptz)
language sql stable security definer set search_path = pg_catalog
as $$
  select count(*) filter (where j.locked_at is null and j.attempts < j.max_attempts),
    count(*) filter (where j.locked_at is null and j.attempts < j.max_attempts and j.run_at <= at),
    count(*) filter (where j.locked_at is not null),
    count(*) filter (where j.attempts > 0 and j.attempts < j.max_attempts),
    count(*) filter (where j.attempts >= j.max_attempts and j.locked_at is null),
    min(j.run_at) filter (where j.locked_at is null and j.attempts < j.max_attempts and j.run_at <= at)
  from graphile_worker._private_jobs j
$$;

revoke all on function platform.queue_state(timestamptz) from public;

grant execute on function platform.queue_state(timestamptz) to :app;

grant usage on schema xianghui to :app;

grant select on xianghui.migration to :app;
