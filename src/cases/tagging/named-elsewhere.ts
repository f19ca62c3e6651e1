import { sql } from "kysely"
import type { Tx } from "#platform"

/** Views and rules that name a tag name another one instead. */
export async function renameIn(tx: Tx, tag: string, becomes: string): Promise<void> {
  const like = `%${JSON.stringify(tag).replaceAll(/[\\%_]/g, "\\$&")}%`
  const views = await sql<{ id: string; query: unknown }>`
    select id, query from saved_views where query::text ilike ${like} for update`.execute(tx.sql)
  for (const { id, query } of views.rows)
    await sql`update saved_views set query = ${JSON.stringify(renamed(query, tag, becomes))}, updated_at = ${tx.now} where id = ${id}`.execute(
      tx.sql,
    )
  const rules = await sql<{ id: string; trigger: unknown; conditions: unknown; actions: unknown }>`
    select id, trigger, conditions, actions from automation_rules
     where concat(trigger::text, conditions::text, actions::text) ilike ${like} for update`.execute(tx.sql)
  for (const { id, trigger, conditions, actions } of rules.rows) {
    const as = (part: unknown): string => JSON.stringify(renamed(part, tag, becomes))
    await sql`
      update automation_rules set trigger = ${as(trigger)}, conditions = ${as(conditions)}, actions = ${as(actions)} where id = ${id}`.execute(
      tx.sql,
    )
  }
}

/** A view's or a rule's parts: those that name tags say `field` tag, `on` tag, or `do` tag or untag. */
function renamed(part: unknown, tag: string, becomes: string): unknown {
  if (Array.isArray(part)) return part.map((each: unknown) => renamed(each, tag, becomes))
  if (typeof part !== "object" || part === null) return part
  const fields: Record<string, unknown> = { ...part }
  const names = fields["field"] === "tag" || fields["on"] === "tag" || fields["do"] === "tag" || fields["do"] === "untag"
  const name = (value: unknown): unknown => (typeof value === "string" && value.toLowerCase() === tag ? becomes : value)
  const values = (value: unknown): unknown => (Array.isArray(value) ? [...new Set(value.map(name))] : name(value))
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      names && (key === "values" || key === "tags" || key === "tag") ? values(value) : renamed(value, tag, becomes),
    ]),
  )
}
