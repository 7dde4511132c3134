-- News, notices and pages. content.article = the working copy under 三审; content.publication = what visitors see:
-- a draft can not reach the public site because no public read looks at the working copy.

create schema content;

grant usage on schema content to :app;

-- Only what a centre changed or added; the usual columns are in the program (modules/content/column.defaults.ts).
create table content.section (
  centre_id bigint not null,
  key text not null,
  name text not null,
  name_en text not null,
  position integer not null,
  is_shown boolean not null default true,
  version integer not null default 1,
  updated_at timestamptz not null,
  primary key (centre_id, key)
);

call platform.tenant_table('content.section');

create table content.article (
  centre_id bigint not null,
  id bigint not null,
  column_key text not null,
  title text not null,
  title_en text,
  summary text not null default '',
  summary_en text,
  body_html text not null default '',
  body_html_en text,
  body_text text not null default '',
  source_name text not null default '',
  source_name_en text,
  author text,
  cover_file_id bigint,
  cover_alt text,
  attachments jsonb not null default '[]',
  is_top boolean not null default false,
  show_on_home boolean not null default true,
  related_services jsonb not null default '[]',
  related_zones jsonb not null default '[]',
  publish_on timestamptz,
  state text not null check (state in ('draft', 'reviewing', 'approved', 'published', 'withdrawn')),
  state_reason text,
  version integer not null default 1,
  plan_key text,
  source text not null default 'own',
  created_by bigint,
  created_by_name text not null,
  created_at timestamptz not null,
  updated_by_name text not null,
  updated_at timestamptz not null,
  primary key (centre_id, id)
);

call platform.tenant_table('content.article');

create index article_updated on content.article (centre_id, updated_at desc, id desc);

create index article_due on content.article (centre_id, publish_on) where state = 'approved';

create unique index article_plan on content.article (centre_id, source, plan_key) where plan_key is not null;

-- Snapshots at every submission, publication and withdrawal; never changed.
create table content.article_version (
  centre_id bigint not null,
  id bigint not null,
  article_id bigint not null,
  version integer not null,
  act text not null check (act in ('submitted', 'published', 'withdrawn')),
  snapshot jsonb not null,
  by_name text not null,
  at timestamptz not null,
  primary key (centre_id, id),
  foreign key (centre_id, article_id) references content.article (centre_id, id)
);

call platform.tenant_table('content.article_version', 'select, insert');

create index article_version_article on content.article_version (centre_id, article_id, id);

create table content.publication (
  centre_id bigint not null,
  article_id bigint not null,
  column_key text not null,
  title text not null,
  title_en text,
  summary text not null,
  summary_en text,
  body_html text not null,
  body_html_en text,
  source_name text not null,
  source_name_en text,
  author text,
  cover_file_id bigint,
  cover_alt text,
  attachments jsonb not null default '[]',
  is_top boolean not null,
  show_on_home boolean not null,
  related_services jsonb not null default '[]',
  related_zones jsonb not null default '[]',
  source text not null default 'own',
  version integer not null,
  published_at timestamptz not null,
  updated_at timestamptz,
  primary key (centre_id, article_id),
  foreign key (centre_id, article_id) references content.article (centre_id, id)
);

call platform.tenant_table('content.publication');

create index publication_order on content.publication (centre_id, is_top desc, published_at desc, article_id desc);

create index publication_column on content.publication (centre_id, column_key, is_top desc, published_at desc, article_id desc);

create index publication_time on content.publication (centre_id, column_key, published_at, article_id);

-- 找错: what readers report of the site's pages.
create table content.correction (
  centre_id bigint not null,
  id bigint not null,
  page_path text not null,
  words text not null,
  contact text,
  state text not null default 'open' check (state in ('open', 'mended', 'declined')),
  answer text,
  handled_by_name text,
  handled_at timestamptz,
  created_at timestamptz not null,
  primary key (centre_id, id)
);

call platform.tenant_table('content.correction');

create index correction_state on content.correction (centre_id, state, id desc);
