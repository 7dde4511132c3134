-- Organisation tree and posts, zones and equipment, service stations with their life cycle (plan 二, 四, 五(二), 六).

create schema if not exists centre;

grant usage on schema centre to :app;

-- The tree of 二: 人民政府 → 领导小组 → 管理服务中心; 各级服务点 below it. key = the plan's key, null for own units.
create table centre.org_unit (
  centre_id bigint not null,
  id bigint not null,
  key text,
  parent_id bigint,
  position integer not null default 0,
  name text not null,
  name_en text not null default '',
  clause text,
  literal text,
  duties jsonb not null default '[]',
  station_id bigint,
  source text not null default 'own',
  version integer not null default 1,
  updated_at timestamptz not null,
  primary key (centre_id, id),
  foreign key (centre_id, parent_id) references centre.org_unit (centre_id, id)
);

call platform.tenant_table('centre.org_unit');

create unique index org_unit_key on centre.org_unit (centre_id, key) where key is not null;

create index org_unit_parent on centre.org_unit (centre_id, parent_id);

-- A post stands in a unit; its superior post is who leads the people in it.
create table centre.post (
  centre_id bigint not null,
  id bigint not null,
  key text,
  unit_id bigint not null,
  superior_id bigint,
  position integer not null default 0,
  name text not null,
  name_en text not null default '',
  clause text,
  literal text,
  duties jsonb not null default '[]',
  source text not null default 'own',
  version integer not null default 1,
  updated_at timestamptz not null,
  primary key (centre_id, id),
  foreign key (centre_id, unit_id) references centre.org_unit (centre_id, id),
  foreign key (centre_id, superior_id) references centre.post (centre_id, id)
);

call platform.tenant_table('centre.post');

create unique index post_key on centre.post (centre_id, key) where key is not null;

create index post_unit on centre.post (centre_id, unit_id);

-- Who holds which post from day to day; leader_id names a direct leader other than the holder of the superior post.
create table centre.assignment (
  centre_id bigint not null,
  id bigint not null,
  post_id bigint not null,
  person_id bigint not null,
  valid_from date not null,
  valid_to date,
  main boolean not null default true,
  leader_id bigint,
  created_at timestamptz not null,
  primary key (centre_id, id),
  check (valid_to is null or valid_to >= valid_from),
  check (leader_id is null or leader_id <> person_id),
  foreign key (centre_id, post_id) references centre.post (centre_id, id),
  foreign key (centre_id, person_id) references identity.person (centre_id, id),
  foreign key (centre_id, leader_id) references identity.person (centre_id, id)
);

call platform.tenant_table('centre.assignment');

create index assignment_person on centre.assignment (centre_id, person_id, valid_from);

create index assignment_post on centre.assignment (centre_id, post_id, valid_from);

-- The nine zones of the centre. What the plan does not say (area, hours) stays null.
create table centre.zone (
  centre_id bigint not null,
  id bigint not null,
  key text not null,
  position integer not null,
  name text not null,
  name_en text not null default '',
  purpose text not null default '',
  purpose_en text not null default '',
  clause text,
  literal text,
  services jsonb not null default '[]',
  area_sqm numeric(10, 2) check (area_sqm > 0),
  opening_hours text,
  opening_hours_en text,
  state text not null default 'open' check (state in ('open', 'maintenance', 'closed')),
  staff_id bigint,
  source text not null default 'own',
  version integer not null default 1,
  updated_at timestamptz not null,
  primary key (centre_id, id),
  unique (centre_id, key),
  foreign key (centre_id, staff_id) references identity.person (centre_id, id)
);

call platform.tenant_table('centre.zone');

-- What the plan asks for: planned_count null = the plan names the thing without a number. zone_id null = the whole centre.
create table centre.equipment_need (
  centre_id bigint not null,
  id bigint not null,
  zone_id bigint,
  kind text not null,
  position integer not null,
  name text not null,
  name_en text not null default '',
  planned_count integer check (planned_count > 0),
  clause text,
  literal text,
  source text not null,
  primary key (centre_id, id),
  foreign key (centre_id, zone_id) references centre.zone (centre_id, id)
);

call platform.tenant_table('centre.equipment_need');

-- What is really there: one row an asset (or a lot of the same). kind joins it to the plan's count.
create table centre.equipment (
  centre_id bigint not null,
  id bigint not null,
  asset_tag text not null,
  zone_id bigint,
  kind text not null,
  name text not null,
  model text,
  quantity integer not null default 1 check (quantity > 0),
  state text not null default 'in_use' check (state in ('in_use', 'idle', 'repair', 'retired')),
  acquired_on date,
  note text,
  source text not null default 'own',
  version integer not null default 1,
  updated_at timestamptz not null,
  primary key (centre_id, id),
  unique (centre_id, asset_tag),
  foreign key (centre_id, zone_id) references centre.zone (centre_id, id)
);

call platform.tenant_table('centre.equipment');

create index equipment_zone on centre.equipment (centre_id, zone_id, kind);

create table centre.station (
  centre_id bigint not null,
  id bigint not null,
  code text not null,
  name text not null,
  level text not null check (level in ('township', 'village')),
  region_code text not null,
  address text not null default '',
  longitude double precision check (longitude between -180 and 180),
  latitude double precision check (latitude between -90 and 90),
  keeper_id bigint,
  phone text,
  hours text,
  reason text not null default '',
  note text,
  state text not null check (state in ('draft', 'applied', 'approved', 'in_service', 'rectifying', 'refused', 'closed')),
  opened_on date,
  closed_on date,
  source text not null default 'own',
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (centre_id, id),
  unique (centre_id, code),
  foreign key (centre_id, keeper_id) references identity.person (centre_id, id)
);

call platform.tenant_table('centre.station');

create index station_state on centre.station (centre_id, state, region_code);

-- The life of a station, written once: every act, by whom, why, from which state to which.
create table centre.station_event (
  centre_id bigint not null,
  id bigint not null,
  station_id bigint not null,
  act text not null,
  from_state text,
  to_state text not null,
  at timestamptz not null,
  actor_id bigint,
  actor_name text not null,
  note text,
  data jsonb,
  primary key (centre_id, id),
  foreign key (centre_id, station_id) references centre.station (centre_id, id)
);

call platform.tenant_table('centre.station_event', 'select, insert');

create index station_event_station on centre.station_event (centre_id, station_id, at);

-- One appraisal a station and year. Subsidy in fen; null = none decided.
create table centre.appraisal (
  centre_id bigint not null,
  id bigint not null,
  station_id bigint not null,
  year integer not null check (year between 2015 and 2100),
  score numeric(5, 2) not null check (score between 0 and 100),
  result text not null check (result in ('excellent', 'pass', 'rectify', 'fail')),
  subsidy_fen bigint check (subsidy_fen >= 0),
  note text,
  created_at timestamptz not null,
  created_by bigint,
  created_by_name text not null,
  primary key (centre_id, id),
  unique (centre_id, station_id, year),
  foreign key (centre_id, station_id) references centre.station (centre_id, id)
);

call platform.tenant_table('centre.appraisal', 'select, insert');
