-- The centre itself: its profile, settings and the rule sets (dated, plan or company; company wins, plan 五(三)).

create schema centre;

grant usage on schema centre to :app;

-- What nobody gave stays null; the public site leaves it out and staff see 未设置.
create table centre.profile (
  centre_id bigint not null,
  name text not null,
  name_en text not null default '',
  short_name text,
  level text not null default 'county' check (level in ('prefecture', 'county')),
  region_code text,
  area_sqm numeric(10, 2),
  address text,
  address_en text,
  phone text,
  email text,
  hours text,
  hours_en text,
  host_unit text,
  host_unit_en text,
  operating_unit text,
  operating_unit_en text,
  icp_number text,
  police_number text,
  site_code text,
  error_report_url text,
  longitude double precision,
  latitude double precision,
  logo_file_id bigint,
  banner text,
  banner_en text,
  banner_sub text,
  banner_sub_en text,
  set_up_at timestamptz,
  source text not null default 'own',
  version integer not null default 1,
  updated_at timestamptz not null,
  primary key (centre_id)
);

call platform.tenant_table('centre.profile');

create table centre.setting (
  centre_id bigint not null,
  key text not null,
  value jsonb not null,
  updated_at timestamptz not null,
  primary key (centre_id, key)
);

call platform.tenant_table('centre.setting');

-- What a rule is: its words, its form and the plan's literal text. Its values are versions below.
create table centre.rule (
  centre_id bigint not null,
  key text not null,
  position integer not null,
  title text not null,
  title_en text not null,
  summary text not null,
  summary_en text not null,
  value_schema jsonb not null,
  clause text,
  literal text,
  contradiction text,
  default_reading text,
  readings jsonb not null default '[]',
  problem text,
  problem_en text,
  source text not null default 'own',
  primary key (centre_id, key)
);

call platform.tenant_table('centre.rule');

-- Append-only. value null closes every earlier version of the same source from valid_from on.
create table centre.rule_version (
  centre_id bigint not null,
  id bigint not null,
  key text not null,
  source text not null check (source in ('plan', 'company', 'default')),
  origin text,
  value jsonb,
  reading text,
  valid_from date not null,
  valid_to date,
  reason text not null,
  created_at timestamptz not null,
  created_by bigint,
  created_by_name text not null,
  primary key (centre_id, id),
  check (valid_to is null or valid_to >= valid_from)
);

call platform.tenant_table('centre.rule_version', 'select, insert');

create index rule_version_key on centre.rule_version (centre_id, key, source, valid_from);

-- A notice may name days of the December before its year, so a day says which year's notice it stands in.
alter table platform.holiday add column notice_year integer;

update platform.holiday set notice_year = extract(year from day);

alter table platform.holiday alter column notice_year set not null;

create index holiday_notice on platform.holiday (notice_year);

alter table platform.region add column name_en text not null default '';

alter table platform.region add column note text;

create index region_parent on platform.region (parent_code, code);
