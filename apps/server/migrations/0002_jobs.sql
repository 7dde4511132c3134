-- The application's one door to the job queue (graphile-worker owns its own schema; see platform/jobs.ts).
-- SECURITY DEFINER because the application role has no rights on the queue's tables.
create function platform.enqueue(task text, payload json, queue text, run_at timestamptz, job_key text, max_attempts integer)
returns void language plpgsql security definer set search_path = pg_catalog
as $$
begin
  perform graphile_worker.add_job(task, payload, queue, run_at, max_attempts, job_key);
end $$;

revoke all on function platform.enqueue(text, json, text, timestamptz, text, integer) from public;

grant execute on function platform.enqueue(text, json, text, timestamptz, text, integer) to :app;

-- All centres that have acts not yet sealed: the sealer runs per centre, but must first know which.
create function platform.centres() returns table (centre_id bigint) language sql stable security definer set search_path = pg_catalog
as $$ select t.centre_id from platform.tenant t order by t.centre_id $$;

grant execute on function platform.centres() to :app;

-- Number of a process in its ids (kit/id): 0–1023, handed out in turn at start.
create sequence platform.node minvalue 0 maxvalue 1023 start 0 cycle;

grant usage on sequence platform.node to :app;
