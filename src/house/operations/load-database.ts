import { copyIn, type Database } from "#platform"
import type { Manifest } from "./manifest.ts"
import { quoted, tablesOf } from "./snapshot.ts"

type Client = Awaited<ReturnType<Database["connect"]>>

/**
 * Fills a database whose schema stands, as one transaction. Rows come as they were: no trigger adds to them. Foreign keys are taken
 * away and made again at the end, which checks every reference.
 */
export class DatabaseLoad {
  readonly #client: Client
  readonly #manifest: Manifest
  readonly #keys: { table: string; name: string; definition: string }[]
  readonly #rows = new Map<string, number>()

  private constructor(client: Client, manifest: Manifest, keys: { table: string; name: string; definition: string }[]) {
    this.#client = client
    this.#manifest = manifest
    this.#keys = keys
  }

  static async begin(db: Database, manifest: Manifest): Promise<DatabaseLoad> {
    const client = await db.connect()
    await client.query("begin")
    await client.query("set local datestyle = 'ISO'; set local intervalstyle = 'postgres'; set local timezone = 'UTC'")
    const keys = await client.query<{ table: string; name: string; definition: string }>(`
      select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`)
    for (const { table, name } of keys.rows) await client.query(`alter table ${table} drop constraint ${quoted(name)}`)
    const tables = (await tablesOf(client)).map(({ name }) => quoted(name))
    for (const table of tables) await client.query(`alter table ${table} disable trigger user`)
    await client.query(`truncate ${tables.join(", ")}`)
    return new DatabaseLoad(client, manifest, keys.rows)
  }

  /** `database/messages.00003`: a piece of a table that ends with a row. */
  async take(name: string, content: AsyncIterable<Buffer>): Promise<void> {
    const tableName = /^database\/(.+)\.\d+$/.exec(name)?.[1]
    const table = this.#manifest.tables.find((known) => known.name === tableName)
    if (!table) throw new Error(`${name} is of no known table`)
    const statement = `copy ${quoted(table.name)} (${table.columns.map(quoted).join(", ")}) from stdin`
    this.#rows.set(table.name, (this.#rows.get(table.name) ?? 0) + (await copyIn(this.#client, statement, content)))
  }

  async commit(): Promise<void> {
    for (const { name, rows } of this.#manifest.tables) {
      if ((this.#rows.get(name) ?? 0) !== rows) throw new Error(`Table ${name} took ${this.#rows.get(name) ?? 0} rows of ${rows}`)
    }
    for (const { table, column, value } of this.#manifest.sequences) {
      await this.#client.query("select setval(pg_get_serial_sequence(quote_ident($1), $2), $3)", [table, column, value])
    }
    for (const { name } of await tablesOf(this.#client)) await this.#client.query(`alter table ${quoted(name)} enable trigger user`)
    for (const { table, name, definition } of this.#keys)
      await this.#client.query(`alter table ${table} add constraint ${quoted(name)} ${definition}`)
    await this.#client.query("commit")
    await this.#client.query("analyze")
  }

  /** Without a commit before, nothing of it stays. */
  async close(): Promise<void> {
    await this.#client.end()
  }
}
