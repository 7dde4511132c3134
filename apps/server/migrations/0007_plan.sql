-- The operating plan as rows. source 'plan:<id>' = as loaded; 'own' = people built upon it, so removing the plan keeps it.

create schema plan;

grant usage on schema plan to :app;

-- One row a loading; also remembers that a plan was removed, so that a restart does not bring it back.
create table plan.load (
  centre_id bigint not null,
  id bigint not null,
  plan_id text not null,
  title text not null,
  title_en text not null,
  counts jsonb not null,
  loaded_at timestamptz not null,
  loaded_by_name text not null,
  removed_at timestamptz,
  removed_by_name text,
  removal jsonb,
  primary key (centre_id, id)
);

call platform.tenant_table('plan.load');

create unique index load_one_active on plan.load (centre_id, plan_id) where removed_at is null;

create table plan.clause (
  centre_id bigint not null,
  position integer not null,
  clause text not null,
  title text not null,
  title_en text not null,
  body text not null,
  source text not null,
  primary key (centre_id, position)
);

call platform.tenant_table('plan.clause');

create table plan.contradiction (
  centre_id bigint not null,
  code text not null,
  position integer not null,
  title text not null,
  title_en text not null,
  clause text not null,
  literal text not null,
  also_see jsonb not null,
  problem text not null,
  problem_en text not null,
  readings jsonb not null,
  default_reading text not null,
  rule_key text not null,
  source text not null,
  primary key (centre_id, code)
);

call platform.tenant_table('plan.contradiction');

create table plan.activity (
  centre_id bigint not null,
  id bigint not null,
  key text not null,
  position integer not null,
  month text,
  calendar_month text not null,
  name text not null,
  name_en text not null,
  content text,
  content_en text,
  remark text,
  remark_en text,
  kind text not null,
  milestone boolean not null,
  out_of_order boolean not null,
  expected_people integer,
  clause text not null,
  literal text not null,
  status text not null default 'planned' check (status in ('planned', 'done', 'cancelled')),
  actual_date date,
  head_count integer,
  evidence text,
  evidence_file_id bigint,
  source text not null,
  version integer not null default 1,
  updated_at timestamptz not null,
  primary key (centre_id, id),
  unique (centre_id, key)
);

call platform.tenant_table('plan.activity');

create table plan.goal (
  centre_id bigint not null,
  key text not null,
  position integer not null,
  title text not null,
  title_en text not null,
  summary text not null,
  summary_en text not null,
  clause text not null,
  literal text not null,
  source text not null,
  primary key (centre_id, key)
);

call platform.tenant_table('plan.goal');

create table plan.goal_target (
  centre_id bigint not null,
  id bigint not null,
  goal_key text not null,
  key text not null,
  position integer not null,
  name text not null,
  name_en text not null,
  comparator text check (comparator in ('>=', '>')),
  target numeric,
  unit text,
  unit_en text,
  due date,
  period text not null,
  clause text not null,
  literal text not null,
  owner_name text,
  source text not null,
  primary key (centre_id, id),
  unique (centre_id, key),
  foreign key (centre_id, goal_key) references plan.goal (centre_id, key)
);

call platform.tenant_table('plan.goal_target');

-- A ledger: a wrong entry is answered by another one. No figure without its evidence.
create table plan.goal_value (
  centre_id bigint not null,
  id bigint not null,
  target_id bigint not null,
  value numeric not null,
  as_of date not null,
  evidence text not null,
  entered_at timestamptz not null,
  entered_by bigint,
  entered_by_name text not null,
  primary key (centre_id, id),
  foreign key (centre_id, target_id) references plan.goal_target (centre_id, id)
);

call platform.tenant_table('plan.goal_value', 'select, insert');

create index goal_value_target on plan.goal_value (centre_id, target_id, as_of, id);

-- Short lists of the plan: channels (八个平台), industries (六个产业), grades (三种定位), budget conditions, expert target.
create table plan.term (
  centre_id bigint not null,
  kind text not null check (kind in ('channel', 'industry', 'grade', 'condition', 'expert_target')),
  key text not null,
  position integer not null,
  name text not null,
  name_en text not null,
  extra jsonb not null default '{}',
  clause text not null,
  literal text not null,
  source text not null,
  primary key (centre_id, kind, key)
);

call platform.tenant_table('plan.term');

create table plan.product_family (
  centre_id bigint not null,
  key text not null,
  position integer not null,
  name text not null,
  name_en text not null,
  from_month integer not null check (from_month between 1 and 12),
  to_month integer not null check (to_month between 1 and 12),
  note text,
  note_en text,
  season_source text not null,
  clause text not null,
  literal text not null,
  source text not null,
  version integer not null default 1,
  primary key (centre_id, key)
);

call platform.tenant_table('plan.product_family');

-- Money in fen; null = the plan gives no figure for the line (A8).
create table plan.budget_line (
  centre_id bigint not null,
  key text not null,
  parent_key text,
  position integer not null,
  name text not null,
  name_en text not null,
  amount_fen bigint,
  remark text,
  remark_en text,
  clause text not null,
  literal text not null,
  source text not null,
  primary key (centre_id, key)
);

call platform.tenant_table('plan.budget_line');

create table plan.equipment_target (
  centre_id bigint not null,
  key text not null,
  line_key text not null,
  position integer not null,
  name text not null,
  name_en text not null,
  count integer,
  clause text not null,
  literal text not null,
  source text not null,
  primary key (centre_id, key)
);

call platform.tenant_table('plan.equipment_target');
