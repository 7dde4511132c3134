-- The ground floor: tenants, ledger of acts, outbox, idempotency, files, long work, approvals, messages.
-- One statement a message; no business trigger; every tenant table goes through platform.tenant_table below.

create schema platform;

grant usage on schema platform to :app;

-- Registry of centres (tenants). A reference table: no foreign key from here to a tenant table.
create table platform.tenant (
  centre_id bigint primary key,
  parent_id bigint references platform.tenant (centre_id),
  slug text not null unique,
  created_at timestamptz not null
);

-- Which host name shows which centre; a host that is not listed shows the first centre.
create table platform.host (
  host text primary key,
  centre_id bigint not null references platform.tenant (centre_id)
);

grant select, insert on platform.tenant to :app;

grant select, insert, update, delete on platform.host to :app;

-- The tenant of the running transaction, set by a literal SET LOCAL (platform/db.ts).
create function platform.centre_id() returns bigint language sql stable parallel safe
as $$ select nullif(current_setting('app.centre_id', true), '')::bigint $$;

-- Used by migrations only: forces row-level security on a tenant table and grants the application its rights.
create procedure platform.tenant_table(name regclass, rights text default 'select, insert, update, delete')
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format('create policy own_centre on %s using (centre_id = (select platform.centre_id())) with check (centre_id = (select platform.centre_id()))', name);
  execute format('grant %s on %s to %I', rights, name, current_setting('xianghui.app_role'));
end $$;

-- Gap-free document numbers: one row a series, taken by UPDATE … RETURNING.
create table platform.counter (
  centre_id bigint not null,
  series text not null,
  value bigint not null,
  primary key (centre_id, series)
);

call platform.tenant_table('platform.counter');

create table platform.outbox (
  centre_id bigint not null,
  id bigint not null,
  name text not null,
  aggregate text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  primary key (centre_id, id)
);

call platform.tenant_table('platform.outbox', 'select, insert, delete');

-- What each handler has done: makes delivery at least once into effects exactly once.
create table platform.handled (
  centre_id bigint not null,
  handler text not null,
  event_id bigint not null,
  handled_at timestamptz not null,
  primary key (centre_id, handler, event_id)
);

call platform.tenant_table('platform.handled', 'select, insert, delete');

create table platform.idempotency (
  centre_id bigint not null,
  actor text not null,
  key text not null,
  route text not null,
  body_hash text not null,
  status integer,
  reply jsonb,
  created_at timestamptz not null,
  primary key (centre_id, actor, key)
);

call platform.tenant_table('platform.idempotency');

-- Ledger of acts (网络安全法 art. 21: kept at least six months). The application may only add and read.
create table platform.audit (
  centre_id bigint not null,
  id bigint not null,
  at timestamptz not null,
  actor_id bigint,
  actor_name text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  summary text not null,
  before jsonb,
  after jsonb,
  reason text,
  ip text,
  request_id text,
  content_hash text not null,
  primary key (centre_id, id)
);

call platform.tenant_table('platform.audit', 'select, insert');

create index audit_subject on platform.audit (centre_id, subject_kind, subject_id, id);

create index audit_at on platform.audit (centre_id, at);

-- The chain over the acts, sealed within seconds by the worker: hash(n) covers hash(n-1) and the act's content.
create table platform.audit_chain (
  centre_id bigint not null,
  seq bigint not null,
  audit_id bigint not null,
  prev_hash text not null,
  hash text not null,
  primary key (centre_id, seq),
  unique (centre_id, audit_id)
);

call platform.tenant_table('platform.audit_chain', 'select, insert');

create table platform.file (
  centre_id bigint not null,
  id bigint not null,
  name text not null,
  mime text not null,
  size bigint not null,
  sha256 text not null,
  storage_key text not null,
  width integer,
  height integer,
  variants jsonb not null default '[]',
  is_public boolean not null default false,
  alt text,
  created_by bigint,
  created_at timestamptz not null,
  deleted_at timestamptz,
  primary key (centre_id, id)
);

call platform.tenant_table('platform.file');

create index file_created on platform.file (centre_id, created_at desc);

create table platform.attachment (
  centre_id bigint not null,
  subject_kind text not null,
  subject_id bigint not null,
  file_id bigint not null,
  label text,
  position integer not null default 0,
  created_by bigint,
  created_at timestamptz not null,
  primary key (centre_id, subject_kind, subject_id, file_id),
  foreign key (centre_id, file_id) references platform.file (centre_id, id)
);

call platform.tenant_table('platform.attachment');

-- Long work (import, export, backup, removal of a plan): progress survives reload and leaving the page.
create table platform.task (
  centre_id bigint not null,
  id bigint not null,
  kind text not null,
  title text not null,
  state text not null check (state in ('preview', 'queued', 'running', 'done', 'failed', 'cancelled', 'undone')),
  input jsonb not null default '{}',
  total bigint,
  done bigint not null default 0,
  message text,
  result jsonb,
  file_id bigint,
  cancel_asked boolean not null default false,
  created_by bigint,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  undo_until timestamptz,
  primary key (centre_id, id)
);

call platform.tenant_table('platform.task');

create index task_created on platform.task (centre_id, created_by, created_at desc);

-- What an import wrote, row by row: the way back within 24 hours.
create table platform.import_row (
  centre_id bigint not null,
  task_id bigint not null,
  line integer not null,
  subject_id text not null,
  before jsonb,
  after jsonb,
  primary key (centre_id, task_id, line),
  foreign key (centre_id, task_id) references platform.task (centre_id, id)
);

call platform.tenant_table('platform.import_row');

-- One approval for everything: the snapshot is what the approver sees and what he decides on.
create table platform.approval (
  centre_id bigint not null,
  id bigint not null,
  flow text not null,
  subject_kind text not null,
  subject_id bigint not null,
  subject_version integer not null,
  title text not null,
  snapshot jsonb not null,
  station_id bigint,
  step integer not null,
  state text not null check (state in ('open', 'passed', 'returned', 'withdrawn')),
  asked_by bigint,
  asked_by_name text not null,
  asked_at timestamptz not null,
  closed_at timestamptz,
  primary key (centre_id, id)
);

call platform.tenant_table('platform.approval');

create unique index approval_one_open on platform.approval (centre_id, subject_kind, subject_id) where state = 'open';

create index approval_state on platform.approval (centre_id, state, flow, step);

create table platform.approval_decision (
  centre_id bigint not null,
  approval_id bigint not null,
  step integer not null,
  step_name text not null,
  verdict text not null check (verdict in ('pass', 'return')),
  reason text,
  decided_by bigint not null,
  decided_by_name text not null,
  decided_at timestamptz not null,
  primary key (centre_id, approval_id, step),
  foreign key (centre_id, approval_id) references platform.approval (centre_id, id)
);

call platform.tenant_table('platform.approval_decision', 'select, insert');

-- What leaves the house by text message or e-mail; the embedded default keeps it here for the outbox page.
create table platform.outgoing (
  centre_id bigint not null,
  id bigint not null,
  channel text not null check (channel in ('sms', 'mail')),
  recipient text not null,
  subject text,
  body text not null,
  state text not null check (state in ('kept', 'waiting', 'sent', 'failed')),
  error text,
  attempts integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz,
  sent_at timestamptz,
  primary key (centre_id, id)
);

call platform.tenant_table('platform.outgoing');

-- To-dos: one row a duty; `for_permission` opens it to everyone who holds that permission (in scope of station_id).
create table platform.todo (
  centre_id bigint not null,
  id bigint not null,
  dedupe_key text not null,
  account_id bigint,
  for_permission text,
  station_id bigint,
  title text not null,
  link text not null,
  due_at timestamptz,
  created_at timestamptz not null,
  done_at timestamptz,
  done_by bigint,
  primary key (centre_id, id)
);

call platform.tenant_table('platform.todo');

create unique index todo_open on platform.todo (centre_id, dedupe_key) where done_at is null;

create table platform.notice (
  centre_id bigint not null,
  id bigint not null,
  account_id bigint not null,
  title text not null,
  body text not null,
  link text,
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (centre_id, id)
);

call platform.tenant_table('platform.notice');

create index notice_account on platform.notice (centre_id, account_id, created_at desc);

-- Search over everything: unigrams and bigrams made by the application (kit/ngram), one row a findable thing.
create table platform.search_doc (
  centre_id bigint not null,
  kind text not null,
  ref text not null,
  title text not null,
  summary text not null,
  url text not null,
  audience text not null check (audience in ('public', 'staff')),
  tokens tsvector not null,
  title_tokens tsvector not null,
  updated_at timestamptz not null,
  primary key (centre_id, kind, ref)
);

call platform.tenant_table('platform.search_doc');

create index search_doc_tokens on platform.search_doc using gin (tokens);

-- Health facts that outlive a process: last backup, last restore drill, last sealed act.
create table platform.health (
  key text primary key,
  state text not null check (state in ('green', 'amber', 'red')),
  message text not null,
  detail jsonb,
  at timestamptz not null
);

grant select, insert, update, delete on platform.health to :app;

-- Which holidays and make-up working days are in force (国办通知); editable data, global.
create table platform.holiday (
  day date primary key,
  name text not null,
  is_off boolean not null,
  source text not null
);

grant select, insert, update, delete on platform.holiday to :app;

create table platform.region (
  code text not null,
  name text not null,
  level text not null check (level in ('province', 'prefecture', 'county', 'township', 'village')),
  parent_code text,
  pinyin text not null default '',
  valid_from date not null,
  valid_to date,
  longitude double precision,
  latitude double precision,
  source text not null default '',
  primary key (code, valid_from)
);

grant select, insert, update on platform.region to :app;

grant select on platform.tenant to :app;
