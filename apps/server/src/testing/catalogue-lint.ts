import type pg from 'pg'

/** One way in which the schema would not distribute over Citus, or would escape its tenant (house.md section 4). */
export interface CatalogueFault {
  rule: string
  object: string
}

const ours = `n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'xianghui') and n.nspname not like 'pg_%'`
const isTenant = `exists (select 1 from pg_attribute t where t.attrelid = c.oid and t.attname = 'centre_id' and not t.attisdropped)`
// platform.tenant and platform.host are the registry of tenants itself: reference tables that carry centre_id.
const registry = `c.oid not in ('platform.tenant'::regclass, 'platform.host'::regclass)`

const rules: Record<string, string> = {
  'every table of a tenant has forced row-level security': `
    select n.nspname || '.' || c.relname as object from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and ${ours} and ${isTenant} and ${registry} and not (c.relrowsecurity and c.relforcerowsecurity)`,
  'every tenant table has a policy': `
    select n.nspname || '.' || c.relname as object from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and ${ours} and ${isTenant} and ${registry}
      and not exists (select 1 from pg_policy p where p.polrelid = c.oid)`,
  'centre_id stands first in every primary key and unique index of a tenant table': `
    select i.indexrelid::regclass::text as object from pg_index i join pg_class c on c.oid = i.indrelid
      join pg_namespace n on n.oid = c.relnamespace
    where i.indisunique and ${ours} and ${isTenant} and ${registry}
      and (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0]) is distinct from 'centre_id'`,
  'every tenant table has a primary key': `
    select n.nspname || '.' || c.relname as object from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and ${ours} and not exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary)`,
  'a foreign key between tenant tables carries centre_id': `
    select k.conrelid::regclass || '.' || k.conname as object from pg_constraint k join pg_class c on c.oid = k.conrelid
      join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and ${ours} and ${isTenant} and ${registry} and not exists (
      select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'centre_id' and a.attnum = any(k.conkey))`,
  'no foreign key leads from a reference table to a tenant table': `
    select k.conrelid::regclass || '.' || k.conname as object from pg_constraint k join pg_class c on c.oid = k.confrelid
      join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and ${ours} and ${isTenant} and ${registry} and not exists (
      select 1 from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'centre_id')`,
  'no trigger': `
    select t.tgrelid::regclass || '.' || t.tgname as object from pg_trigger t join pg_class c on c.oid = t.tgrelid
      join pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal and ${ours}`,
  'no default that calls a volatile function': `
    select c.oid::regclass || '.' || a.attname as object from pg_attrdef d join pg_class c on c.oid = d.adrelid
      join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum = d.adnum
    where ${ours} and pg_get_expr(d.adbin, d.adrelid) ~ '(now|random|nextval|clock_timestamp|gen_random_uuid|uuidv7|CURRENT_)'`,
  'no identity column': `
    select c.oid::regclass || '.' || a.attname as object from pg_attribute a join pg_class c on c.oid = a.attrelid
      join pg_namespace n on n.oid = c.relnamespace where ${ours} and c.relkind in ('r', 'p') and a.attidentity <> ''`,
  'nothing of the tenant is owned by the application role': `
    select n.nspname || '.' || c.relname as object from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and pg_get_userbyid(c.relowner) = 'xianghui_app'`,
  'ledgers are append-only for the application': `
    select l.name || ' ' || r.right as object from (values ('platform.audit'), ('platform.audit_chain'),
      ('platform.approval_decision')) l (name), (values ('UPDATE'), ('DELETE'), ('TRUNCATE')) r ("right")
    where has_table_privilege('xianghui_app', l.name, r.right)`,
}

/** All faults of the database's catalogue; an empty list is a schema that is ready for Citus. */
export async function lintCatalogue(client: pg.Client): Promise<CatalogueFault[]> {
  const faults: CatalogueFault[] = []
  for (const [rule, text] of Object.entries(rules)) {
    const { rows } = await client.query<{ object: string }>(text)
    faults.push(...rows.map(({ object }) => ({ rule, object })))
  }
  return faults
}
