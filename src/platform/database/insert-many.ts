import { type RawBuilder, sql } from "kysely"
import type { Tx } from "./database.ts"
import { fitJson } from "./fit.ts"

interface Options {
  /** What is to be done with those that are there already (`on conflict do nothing`). */
  otherwise?: RawBuilder<unknown>
  /** The rows bring what the database would number itself. */
  numbered?: boolean
}

/** Rows for a table, to be written. */
export interface Insertion {
  rows: number
  statement: RawBuilder<unknown>
}

/**
 * Says what is to be written in a table: many rows, in their order, as one parameter whatever their number. `columns` says what each
 * takes, as PostgreSQL calls it (`{ id: "uuid", tags: "text[]" }`). What a text column can't hold (NUL, halves of letters) is left out.
 */
export function rowsFor<Row extends object>(
  table: string,
  columns: { readonly [Column in keyof Row]: string },
  rows: readonly Row[],
  { otherwise = sql``, numbered = false }: Options = {},
): Insertion {
  const names = Object.keys(columns)
  const list = sql.join(names.map((name) => sql.ref(name)))
  const shape = sql.join(Object.entries<string>(columns).map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`))
  const statement = sql`
    insert into ${sql.table(table)} (${list}) ${numbered ? sql`overriding system value` : sql``} select ${list} from json_to_recordset(${fitJson(rows)}::json) as given (${shape}) ${otherwise}`
  return { rows: rows.length, statement }
}

/** Writes many rows in one statement; see `rowsFor`. Gives the number of rows written. */
export async function insertMany<Row extends object>(
  tx: Pick<Tx, "sql">,
  table: string,
  columns: { readonly [Column in keyof Row]: string },
  rows: readonly Row[],
  options: Options = {},
): Promise<number> {
  if (rows.length === 0) return 0
  const done = await rowsFor(table, columns, rows, options).statement.execute(tx.sql)
  return Number(done.numAffectedRows ?? 0)
}

/** Writes into several tables in one statement, rows that refer to each other included: what is referred to is checked when all are there. */
export async function insertTogether(tx: Pick<Tx, "sql">, insertions: readonly Insertion[]): Promise<void> {
  const parts = insertions.filter(({ rows }) => rows > 0).map(({ statement }, n) => sql`${sql.ref(`part_${n}`)} as (${statement})`)
  if (parts.length > 0) await sql`with ${sql.join(parts)} select`.execute(tx.sql)
}
