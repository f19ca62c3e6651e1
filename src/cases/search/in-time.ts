import { sql } from "kysely"
import type { Reader } from "#platform"

/**
 * Reads through indexes only, for so long; null where that wasn't enough. What a transaction set and holds otherwise stays as it is: this
 * much of it is undone again.
 */
export async function readInTime<T>(reader: Reader, ms: number, read: (reader: Reader) => Promise<T>): Promise<T | null> {
  const within = async (db: Reader["sql"]): Promise<T | null> => {
    await sql`savepoint in_time`.execute(db)
    try {
      await sql`select set_config('statement_timeout', ${String(ms)}, true), set_config('enable_seqscan', 'off', true)`.execute(db)
      return await read({ sql: db, now: reader.now })
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === QUERY_CANCELED) return null
      throw error
    } finally {
      await sql`rollback to savepoint in_time`.execute(db)
    }
  }
  return reader.sql.isTransaction ? within(reader.sql) : reader.sql.transaction().execute(within)
}

const QUERY_CANCELED = "57014"
