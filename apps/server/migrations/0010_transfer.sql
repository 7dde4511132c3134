-- Files are looked up by who uses them; long work leaves a sign of life, so that a dead worker's task is taken up again.
create index attachment_file on platform.attachment (centre_id, file_id);

alter table platform.task add column beat_at timestamptz;

create index task_open on platform.task (centre_id, state) where state in ('queued', 'running');
