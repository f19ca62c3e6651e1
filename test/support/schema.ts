import { sql, type RawBuilder } from "kysely"
import type { Reader } from "#platform"

/** The schema of Vigie's own tables as text, one thing a line, from PostgreSQL's catalogue. */
export async function describeSchema(reader: Reader): Promise<string> {
  const lines: string[] = []
  for (const [what, query] of Object.entries(QUERIES)) {
    const { rows } = await query.execute(reader.sql)
    lines.push(`# ${what}`, ...rows.map(({ line }) => line), "")
  }
  return lines.join("\n")
}

type Lines = RawBuilder<{ line: string }>

/** A constraint or index that an extension brought is not ours. */
const ours = sql`not exists (select from pg_depend d where d.objid = o.oid and d.deptype = 'e')`

const columns: Lines = sql`
  select format('%s.%s %s%s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
    case when a.attnotnull then ' not null' else '' end,
    case when a.attidentity <> '' then ' identity ' || a.attidentity::text when a.attgenerated <> '' then ' generated ' || pg_get_expr(d.adbin, d.adrelid)
      when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end,
    case when c.relpersistence = 'u' then ' unlogged' else '' end) as line
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
  order by c.relname, a.attnum`

const constraints: Lines = sql`
  select format('%s %s %s', o.conrelid::regclass, o.conname, pg_get_constraintdef(o.oid)) as line
  from pg_constraint o join pg_class c on c.oid = o.conrelid
  where o.connamespace = 'public'::regnamespace and o.contype <> 'n' and not c.relispartition
  order by c.relname, o.conname`

const indexes: Lines = sql`
  select pg_get_indexdef(i.indexrelid) as line from pg_index i join pg_class o on o.oid = i.indexrelid
  where o.relnamespace = 'public'::regnamespace and not o.relispartition order by o.relname`

const functions: Lines = sql`
  select format('%s(%s) returns %s language %s %s', o.proname, pg_get_function_identity_arguments(o.oid), pg_get_function_result(o.oid), l.lanname,
    md5(coalesce(o.prosrc, '') || coalesce(pg_get_function_sqlbody(o.oid), ''))) as line
  from pg_proc o join pg_language l on l.oid = o.prolang
  where o.pronamespace = 'public'::regnamespace and ${ours} order by 1`

const triggers: Lines = sql`
  select pg_get_triggerdef(t.oid) as line from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where not t.tgisinternal and c.relnamespace = 'public'::regnamespace order by c.relname, t.tgname`

const extensions: Lines = sql`select extname as line from pg_extension where extname <> 'plpgsql' order by 1`

const sequences: Lines = sql`
  select format('%s %s', sequencename, data_type) as line from pg_sequences where schemaname = 'public' order by 1`

const searches: Lines = sql`
  select format('%s %s: %s', o.cfgname, t.alias, string_agg(m.mapdict::regdictionary::text, ', ' order by m.mapseqno)) as line
  from pg_ts_config o join pg_ts_config_map m on m.mapcfg = o.oid join ts_token_type(o.cfgparser) t on t.tokid = m.maptokentype
  where o.cfgnamespace = 'public'::regnamespace group by o.cfgname, t.alias order by 1`

const QUERIES = { extensions, columns, constraints, indexes, functions, triggers, sequences, "text search": searches }
