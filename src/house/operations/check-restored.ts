import { sql } from "kysely"
import type { Database } from "#platform"
import type { Manifest } from "./manifest.ts"
import { sampleBlobs } from "./sample-blobs.ts"

export interface Checked {
  tables: number
  rows: number
  originals: number
  /** Keys of what isn't right, with their gaps. */
  wrong: { key: string; values: Record<string, string | number> }[]
}

/** Asks what was restored, not who restored it: rows are counted again, and 50 blobs are read. */
export async function checkRestored(db: Database, home: string, manifest: Manifest): Promise<Checked> {
  const wrong: Checked["wrong"] = []
  let rows = 0
  for (const table of manifest.tables) {
    const found = await sql<{ n: number }>`select count(*) as n from ${sql.table(table.name)}`.execute(db.read.sql)
    const n = found.rows[0]?.n ?? 0
    rows += n
    if (n !== table.rows) wrong.push({ key: "restore.wrongRows", values: { table: table.name, found: n, expected: table.rows } })
  }
  const sample = await sampleBlobs(home, 50)
  for (const name of sample.damaged) wrong.push({ key: "restore.wrongBlob", values: { name } })
  return { tables: manifest.tables.length, rows, originals: sample.checked, wrong }
}
