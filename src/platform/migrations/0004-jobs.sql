-- Jobs are queued in the transaction that causes them. The queue's tables belong to graphile-worker, which lets nobody
-- but their owner in; this function is the one way in for the application role. Where no queue has been set up, as in a
-- bare copy of the database, nothing is queued: the worker sweeps once when it starts.
create function platform.enqueue(task text, payload json) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if to_regclass('graphile_worker._private_jobs') is not null then
    -- Several of one task that wait are one: the work is the same.
    perform graphile_worker.add_job(task, payload, job_key := task, job_key_mode := 'preserve_run_at');
  end if;
end
$$;
revoke execute on function platform.enqueue(text, json) from public;
grant execute on function platform.enqueue(text, json) to tripoint_app;
