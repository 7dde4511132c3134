-- The hall: service lines, the catalogue with guides and forms, applications and front-desk enquiries (plan 前言, 一(一), 区6).

create schema hall;

grant usage on schema hall to :app;

create table hall.service_line (
  centre_id bigint not null,
  key text not null,
  position integer not null,
  name text not null,
  name_en text not null default '',
  summary text not null default '',
  summary_en text not null default '',
  clause text,
  literal text,
  source text not null default 'own',
  primary key (centre_id, key)
);

call platform.tenant_table('hall.service_line');

create table hall.audience (
  centre_id bigint not null,
  key text not null,
  position integer not null,
  name text not null,
  name_en text not null default '',
  clause text,
  literal text,
  source text not null default 'own',
  primary key (centre_id, key)
);

call platform.tenant_table('hall.audience');

-- zone_key names a zone without a foreign key: the zone may go with the plan while the service stays.
-- fee_fen and time_limit_days null = nobody has decided them; nothing is invented.
create table hall.service (
  centre_id bigint not null,
  id bigint not null,
  key text not null,
  line_key text not null,
  zone_key text,
  position integer not null default 0,
  name text not null,
  name_en text not null default '',
  summary text not null default '',
  summary_en text not null default '',
  audience jsonb not null default '[]',
  guide jsonb not null,
  form jsonb not null default '[]',
  fee_fen bigint check (fee_fen >= 0),
  fee_note text,
  fee_note_en text,
  time_limit_days integer check (time_limit_days between 1 and 365),
  state text not null default 'open' check (state in ('open', 'closed')),
  clause text,
  literal text,
  source text not null default 'own',
  version integer not null default 1,
  updated_at timestamptz not null,
  primary key (centre_id, id),
  unique (centre_id, key),
  foreign key (centre_id, line_key) references hall.service_line (centre_id, key)
);

call platform.tenant_table('hall.service');

-- form = the service's fields as they stood when the application was filed: an edited service changes no filed answer.
-- revision counts what the applicant changed; version counts every write.
create table hall.application (
  centre_id bigint not null,
  id bigint not null,
  number text not null,
  service_id bigint not null,
  service_name text not null,
  form jsonb not null,
  answers jsonb not null,
  applicant_name text not null,
  phone text not null,
  region_code text,
  station_id bigint,
  code_hash text not null,
  state text not null check (state in ('submitted', 'returned', 'accepted', 'in_progress', 'done', 'declined', 'withdrawn')),
  reason text,
  due_on date,
  assigned_to bigint,
  assigned_name text,
  score integer check (score between 1 and 5),
  comment text,
  revision integer not null default 1,
  version integer not null default 1,
  consented_at timestamptz not null,
  submitted_at timestamptz not null,
  accepted_at timestamptz,
  closed_at timestamptz,
  updated_at timestamptz not null,
  primary key (centre_id, id),
  unique (centre_id, number),
  foreign key (centre_id, service_id) references hall.service (centre_id, id)
);

call platform.tenant_table('hall.application');

create index application_state on hall.application (centre_id, state, submitted_at);

create index application_service on hall.application (centre_id, service_id);

create index application_submitted on hall.application (centre_id, submitted_at);

-- The life of an application, written once. note may be read by the applicant; inside_note may not.
create table hall.application_event (
  centre_id bigint not null,
  id bigint not null,
  application_id bigint not null,
  act text not null,
  from_state text,
  to_state text not null,
  at timestamptz not null,
  actor_id bigint,
  actor_name text not null,
  note text,
  inside_note text,
  primary key (centre_id, id),
  foreign key (centre_id, application_id) references hall.application (centre_id, id)
);

call platform.tenant_table('hall.application_event', 'select, insert');

create index application_event_of on hall.application_event (centre_id, application_id, at);

create table hall.enquiry (
  centre_id bigint not null,
  id bigint not null,
  number text not null,
  kind text not null check (kind in ('question', 'suggestion', 'complaint', 'correction')),
  name text,
  phone text,
  contact text,
  page text,
  content text not null,
  code_hash text not null,
  state text not null check (state in ('open', 'answered', 'closed')),
  answer text,
  answered_at timestamptz,
  answered_by bigint,
  answered_by_name text,
  closed_at timestamptz,
  score integer check (score between 1 and 5),
  comment text,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (centre_id, id),
  unique (centre_id, number)
);

call platform.tenant_table('hall.enquiry');

create index enquiry_state on hall.enquiry (centre_id, state, created_at);
