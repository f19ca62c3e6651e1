import { type RawBuilder, sql } from "kysely"
import type { Reader } from "#platform"
import type { Stand } from "./stand.ts"

/** Orders of a list; each has its index in migrations/0005-cases.sql or 0006-shape.sql. What has no time for an order comes last in it. */
const ORDERS = {
  newest: { key: sql`c.last_at`, direction: sql`desc`, after: sql`<`, upTo: sql`>=` },
  waiting: { key: sql`coalesce(c.waiting_since, 'infinity')`, direction: sql`asc`, after: sql`>`, upTo: sql`<=` },
  deadline: { key: sql`coalesce(c.next_due, 'infinity')`, direction: sql`asc`, after: sql`>`, upTo: sql`<=` },
  /** Danger, as migrations/0006-shape.sql reckons it. */
  risk: { key: sql`c.risk_from`, direction: sql`asc`, after: sql`>`, upTo: sql`<=` },
}
export type Order = keyof typeof ORDERS
export const ORDER_NAMES = ["newest", "waiting", "deadline", "risk"] as const satisfies readonly Order[]

export interface Walk {
  /** Conditions on the case, as `c`. */
  where: readonly RawBuilder<boolean>[]
  order: Order
  /** The one category wanted, where it is one: by newest, that has an index of its own. */
  category?: string | undefined
  from: Stand | null
  /** The last place wanted; null: to the end. */
  until: Stand | null
  limit: number
  /** Known to fit few cases, found through an index of their own. */
  rare?: boolean
}

const STEPS = 3000

/**
 * The next cases in an order that fit. Either many fit, and enough of them stand among the next few thousand; or few do, and then all of
 * them are fetched and put in order. Neither depends on how many cases there are.
 */
export async function walkCases(reader: Reader, walk: Walk): Promise<Stand[]> {
  const near = walk.rare ? [] : await nearCases(reader, walk)
  return near.length >= walk.limit ? near : allThatFit(reader, walk)
}

async function nearCases(reader: Reader, { where, order, category, limit, ...ends }: Walk): Promise<Stand[]> {
  const { key, direction } = ORDERS[order]
  const within = category && order === "newest" ? sql`category = ${sql.lit(category)}` : sql`true`
  const found = await sql<Stand>`
    select c.id, c.place::text as place from (
      select c.*, ${key} as place from cases as c
      where merged_into is null and ${within} and ${between(order, ends)}
      order by ${key} ${direction}, c.id ${direction} limit ${STEPS}
    ) as c
    where ${all(where)}
    order by c.place ${direction}, c.id ${direction} limit ${limit}`.execute(reader.sql)
  return found.rows
}

async function allThatFit(reader: Reader, { where, order, limit, ...ends }: Walk): Promise<Stand[]> {
  const { key, direction } = ORDERS[order]
  const found = await sql<Stand>`
    with fitting as materialized (
      select c.id, ${key} as place from cases as c where merged_into is null and ${between(order, ends)} and ${all(where)}
    )
    select id, place::text as place from fitting order by fitting.place ${direction}, id ${direction} limit ${limit}`.execute(reader.sql)
  return found.rows
}

function between(order: Order, { from, until }: Pick<Walk, "from" | "until">): RawBuilder<boolean> {
  const { key, after, upTo } = ORDERS[order]
  const end = (is: RawBuilder<unknown>, { place, id }: Stand) => sql<boolean>`(${key}, c.id) ${is} (${place}::timestamptz, ${id}::uuid)`
  return all([...(from ? [end(after, from)] : []), ...(until ? [end(upTo, until)] : [])])
}

function all(where: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return where.length ? sql`${sql.join(where, sql` and `)}` : sql`true`
}
