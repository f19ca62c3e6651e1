import { Kysely, PostgresDialect } from "kysely"
import pg from "pg"
import { prepareStatements } from "./prepare.ts"

/** Rows of `int8` (counts, sequences) come as numbers: none of ours passes 2^53. Dates (without time) stay text. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (oid === 20) return Number
    if (oid === 1082) return String
    return format === "binary" ? pg.types.getTypeParser(oid, "binary") : pg.types.getTypeParser(oid, "text")
  },
}

/** Where the database is: a URL of one's own, or a socket folder and a database name. */
export type Address = { url: string } | { host: string; database: string }

export function clientConfig(address: Address): pg.ClientConfig {
  const where = "url" in address ? { connectionString: address.url } : { host: address.host, database: address.database, user: "vigie" }
  return { ...where, types, application_name: "vigie", connectionTimeoutMillis: 10_000 }
}

/** A pool. Statements end after 30 s, idle transactions after 60 s: nothing of ours takes so long but a migration. */
export function openPool(address: Address, max: number): pg.Pool {
  const pool = new pg.Pool({
    ...clientConfig(address),
    max,
    idleTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    query_timeout: 45_000, // a server that died in a way that closed nothing
    idle_in_transaction_session_timeout: 60_000,
  })
  pool.on("connect", (client) => {
    outliveTheServer(client)
    prepareStatements(client)
  })
  pool.on("error", () => {}) // an idle connection ended; the next query opens another or says why not
  return pool
}

/**
 * A database that dies speaks to a connection even between two statements, and an "error" nobody hears ends the process (pg listens
 * for a pool's idle connections alone). Whoever holds the connection learns it from the next statement, which rejects.
 */
export function outliveTheServer(client: pg.ClientBase): void {
  client.on("error", () => {})
}

/** Kysely over a pool, knowing no table: each room adds its own with `withTables`. */
export function queries(pool: pg.Pool): Kysely<NoTables> {
  return new Kysely<NoTables>({ dialect: new PostgresDialect({ pool }) })
}

// oxlint-disable-next-line typescript/no-empty-object-type -- Kysely's schema type with no table in it
export interface NoTables {}
