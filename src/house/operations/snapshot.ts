import type { Readable } from "node:stream"
import { copyOut, type Database } from "#platform"
import type { Manifest } from "./manifest.ts"

type Client = Awaited<ReturnType<Database["connect"]>>

export interface Table {
  name: string
  /** Those that hold data of their own; generated ones are made again. */
  columns: string[]
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** The state of the database at one moment, whoever writes meanwhile. */
export class Snapshot {
  readonly #client: Client

  private constructor(client: Client) {
    this.#client = client
  }

  static async take(db: Database): Promise<Snapshot> {
    const client = await db.connect()
    try {
      await client.query("begin isolation level repeatable read read only")
      await client.query(
        "set local datestyle = 'ISO'; set local intervalstyle = 'postgres'; set local timezone = 'UTC'; set local extra_float_digits = 3",
      )
      await client.query("select from migrations") // the first query fixes the moment
      return new Snapshot(client)
    } catch (error) {
      await client.end()
      throw error
    }
  }

  async migrations(): Promise<Manifest["migrations"]> {
    return (await this.#client.query<Manifest["migrations"][number]>("select number, name, sha256 from migrations order by number")).rows
  }

  tables(): Promise<Table[]> {
    return tablesOf(this.#client)
  }

  /** The rows of a table in PostgreSQL's own text form: each chunk ends with a row. */
  rows({ name, columns }: Table): Readable {
    return copyOut(this.#client, `copy (select ${columns.map(quoted).join(", ")} from ${quoted(name)}) to stdout`)
  }

  /** Counters stand outside of snapshots; read after the rows, they are never behind them. */
  async sequences(): Promise<Manifest["sequences"]> {
    const found = await this.#client.query<{ table: string; column: string; value: number }>(`
      select c.relname as table, a.attname as column, pg_sequence_last_value(pg_get_serial_sequence(quote_ident(c.relname), a.attname)::regclass) as value
      from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relnamespace = 'public'::regnamespace
      where a.attidentity <> '' order by 1, 2`)
    return found.rows.filter(({ value }) => value !== null)
  }

  /** Jobs that are not done, without those that a calendar makes again. */
  async jobs(): Promise<{ name: string; data: unknown; startAfter: string }[]> {
    const exists = await this.#client.query<{ there: boolean }>("select to_regclass('jobs.job') is not null as there")
    if (!exists.rows[0]?.there) return []
    const found = await this.#client.query<{ name: string; data: unknown; start_after: Date }>(
      "select name, data, start_after from jobs.job where state in ('created', 'retry', 'active') and name not like '\\_\\_pgboss%' order by created_on",
    )
    return found.rows.map(({ name, data, start_after }) => ({ name, data, startAfter: start_after.toISOString() }))
  }

  async close(): Promise<void> {
    await this.#client.end()
  }
}

/** Every table of ours but the list of migrations, which a restore makes itself. */
export async function tablesOf(client: Client): Promise<Table[]> {
  const found = await client.query<{ name: string; columns: string[] }>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migrations'
    group by c.relname order by c.relname`)
  return found.rows
}
