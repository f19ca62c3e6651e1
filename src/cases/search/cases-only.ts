import { sql } from "kysely"
import type { Actor } from "#people"
import type { Reader } from "#platform"
import { rights } from "../views-list/rights.ts"
import { readStand, writeStand } from "../views-list/stand.ts"
import { walkCases } from "../views-list/walk.ts"
import type { Narrowing } from "./case-filter.ts"
import { type Found, presentCasesFound } from "./present.ts"
import type { SearchAsked } from "./search.ts"

/** A question without words (`status:open owner:me`) asks for cases; the newest come first. */
export async function findCasesOnly(
  actor: Actor,
  reader: Reader,
  narrow: Narrowing,
  asked: SearchAsked,
): Promise<{ items: Found[]; next: string | null }> {
  if (!narrow.cases.length && !narrow.after && !narrow.before) return { items: [], next: null }
  const where = [...rights(actor), ...narrow.cases]
  if (narrow.after) where.push(sql`c.last_at >= ${narrow.after}`)
  if (narrow.before) where.push(sql`c.last_at < ${narrow.before}`)
  const found = await walkCases(reader, { where, order: "newest", from: readStand(asked.cursor), until: null, limit: asked.limit + 1 })
  const shown = found.slice(0, asked.limit)
  const last = shown.at(-1)
  return {
    items: await presentCasesFound(
      actor,
      reader,
      shown.map(({ id }) => id),
    ),
    next: found.length > asked.limit && last ? writeStand(last) : null,
  }
}
