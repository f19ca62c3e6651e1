import { type RawBuilder, sql } from "kysely"
import type { Tx } from "./database.ts"

/**
 * Writes many rows in one statement, in their order: one parameter whatever their number. `columns` says what each takes, as PostgreSQL
 * calls it (`{ id: "uuid", tags: "text[]" }`). What a
 * text column can't hold (NUL, halves of letters) is left out. `otherwise` says what is to be done with those that are there already
 * (`on conflict do nothing`); `numbered`: the rows bring what the database would number itself. Gives the number of rows written.
 */
export async function insertMany<Row extends object>(
  tx: Pick<Tx, "sql">,
  table: string,
  columns: { readonly [Column in keyof Row]: string },
  rows: readonly Row[],
  { otherwise = sql``, numbered = false }: { otherwise?: RawBuilder<unknown>; numbered?: boolean } = {},
): Promise<number> {
  if (rows.length === 0) return 0
  const names = Object.keys(columns)
  const list = sql.join(names.map((name) => sql.ref(name)))
  const shape = sql.join(Object.entries<string>(columns).map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`))
  const done = await sql`
    insert into ${sql.table(table)} (${list}) ${numbered ? sql`overriding system value` : sql``} select ${list} from json_to_recordset(${rowsJson(rows)}::json) as given (${shape}) ${otherwise}`.execute(
    tx.sql,
  )
  return Number(done.numAffectedRows ?? 0)
}

/** Rows as the JSON that PostgreSQL reads with `json_to_recordset`, without what its texts can't hold. */
export function rowsJson(rows: readonly object[]): string {
  const text = JSON.stringify(rows)
  return UNFIT.test(text) ? JSON.stringify(rows, (_, value: unknown) => (typeof value === "string" ? fit(value) : value)) : text
}

/** NUL, and surrogates that JSON.stringify escapes because they stand alone. */
const UNFIT = /\\u(?:0000|d[89a-f])/

function fit(text: string): string {
  return text.replaceAll("\0", "").toWellFormed()
}
