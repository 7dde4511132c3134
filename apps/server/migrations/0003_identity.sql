-- People, accounts, roles with scope, sessions, second factors, phone codes, consents.

create schema identity;

grant usage on schema identity to :app;

-- A person known to the centre: staff, station keeper, applicant. Citizen ID and phone are shown masked by default.
create table identity.person (
  centre_id bigint not null,
  id bigint not null,
  name text not null,
  pinyin text not null default '',
  gender text check (gender in ('female', 'male')),
  phone text,
  email text,
  citizen_id text,
  badge_no text,
  note text,
  state text not null default 'active' check (state in ('active', 'left')),
  version integer not null default 1,
  source text not null default 'own',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (centre_id, id)
);

call platform.tenant_table('identity.person');

create unique index person_badge on identity.person (centre_id, badge_no) where badge_no is not null;

create index person_phone on identity.person (centre_id, phone);

create table identity.account (
  centre_id bigint not null,
  id bigint not null,
  person_id bigint not null,
  username text not null,
  phone text,
  password_hash text,
  password_set_at timestamptz,
  must_change_password boolean not null default false,
  totp_secret text,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  recovery_hashes jsonb not null default '[]',
  state text not null default 'active' check (state in ('active', 'disabled')),
  last_sign_in_at timestamptz,
  created_at timestamptz not null,
  primary key (centre_id, id),
  unique (centre_id, username),
  foreign key (centre_id, person_id) references identity.person (centre_id, id)
);

call platform.tenant_table('identity.account');

create unique index account_phone on identity.account (centre_id, phone) where phone is not null;

-- A role held for the whole centre (station_id 0) or for one station.
create table identity.role_grant (
  centre_id bigint not null,
  account_id bigint not null,
  role text not null,
  station_id bigint not null default 0,
  granted_by bigint,
  granted_at timestamptz not null,
  primary key (centre_id, account_id, role, station_id),
  foreign key (centre_id, account_id) references identity.account (centre_id, id)
);

call platform.tenant_table('identity.role_grant');

-- The token itself is never stored, only its SHA-256.
create table identity.session (
  centre_id bigint not null,
  token_hash text not null,
  id bigint not null,
  account_id bigint not null,
  second_factor_done boolean not null,
  ip text,
  user_agent text,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (centre_id, token_hash),
  foreign key (centre_id, account_id) references identity.account (centre_id, id)
);

call platform.tenant_table('identity.session');

create index session_account on identity.session (centre_id, account_id);

create table identity.phone_code (
  centre_id bigint not null,
  phone text not null,
  code_hash text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0,
  primary key (centre_id, phone)
);

call platform.tenant_table('identity.phone_code');

-- Failed tries by account name, phone or address: the lock lives in the database, so it holds for every process.
create table identity.attempt (
  centre_id bigint not null,
  subject text not null,
  failures integer not null,
  first_at timestamptz not null,
  locked_until timestamptz,
  primary key (centre_id, subject)
);

call platform.tenant_table('identity.attempt');

-- The one-time set-up link of a centre without an administrator.
create table identity.setup_token (
  centre_id bigint not null,
  token_hash text not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (centre_id, token_hash)
);

call platform.tenant_table('identity.setup_token');

create table identity.consent (
  centre_id bigint not null,
  id bigint not null,
  person_id bigint not null,
  purpose text not null,
  text_version text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (centre_id, id),
  foreign key (centre_id, person_id) references identity.person (centre_id, id)
);

call platform.tenant_table('identity.consent');
