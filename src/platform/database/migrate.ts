import { createHash } from "node:crypto"
import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import pg from "pg"
import { installation } from "../config.ts"
import { clientConfig, type Address } from "./connect.ts"

/** The database was made by a newer Vigie than this one; going on would damage it. */
export class NewerSchema extends Error {
  override readonly name = "NewerSchema"
}

interface Migration {
  number: number
  name: string
  sql: string
  sha256: string
}

const FOLDER = fileURLToPath(new URL("migrations/", installation))
/** Any number will do that nobody else takes: one migrating process at a time. */
const LOCK = 4600_0001

/**
 * Brings the schema up to this program's (or to migration number `through`): each missing file in order, each in a transaction of its own.
 * @throws NewerSchema when the database knows a migration that this program doesn't, or knows it with another text.
 */
export async function migrate(address: Address, through = Infinity): Promise<void> {
  const client = new pg.Client(clientConfig(address))
  await client.connect()
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK])
    await client.query(
      "create table if not exists migrations (number int primary key, name text not null, sha256 text not null, at timestamptz not null default now())",
    )
    const done = await client.query<{ number: number; name: string; sha256: string }>(
      "select number, name, sha256 from migrations order by number",
    )
    const ours = await readMigrations()
    refuseStrange(done.rows, ours)
    for (const migration of ours.slice(done.rows.length)) if (migration.number <= through) await apply(client, migration)
  } finally {
    await client.end()
  }
}

/** The migrations that this program knows, in order. */
export async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(FOLDER)).filter((name) => /^\d{4}-.*\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(FOLDER, name), "utf8")
      return { number: Number(name.slice(0, 4)), name, sql, sha256: createHash("sha256").update(sql).digest("hex") }
    }),
  )
}

function refuseStrange(done: { number: number; name: string; sha256: string }[], ours: Migration[]): void {
  for (const [i, row] of done.entries()) {
    const known = ours[i]
    if (!known)
      throw new NewerSchema(
        `The database is at migration ${done.at(-1)?.number}; this Vigie knows ${ours.length}. Start a Vigie at least as new as the one that was here before.`,
      )
    if (known.sha256 !== row.sha256)
      throw new NewerSchema(`Migration ${row.name} was applied with another text than this Vigie has (${known.name}).`)
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query("begin")
  try {
    await client.query(migration.sql)
    await client.query("insert into migrations (number, name, sha256) values ($1, $2, $3)", [
      migration.number,
      migration.name,
      migration.sha256,
    ])
    await client.query("commit")
  } catch (error) {
    await client.query("rollback")
    throw new Error(`Migration ${migration.name} failed and was undone`, { cause: error })
  }
}
