import { type RawBuilder, sql } from "kysely"
import { contactsSpeaking, contactsWithLanguage } from "#contacts"
import { casesBegun, casesUnsent, inboxesSpeaking } from "#conversations"
import type { Actor } from "#people"
import { HOUR, isId } from "#platform"
import { hasPromise, promisedUntil } from "../views-list/promise-walk.ts"
import type { ConditionOf } from "./query.ts"

type Sql = RawBuilder<boolean>
const not = (condition: Sql): Sql => sql`not coalesce(${condition}, false)`
const ids = (values: readonly string[]): string[] => values.filter(isId)
const self = (actor: Actor): string | null => (actor.kind === "agent" ? actor.id : null)

/** Conditions on a case `c` that name things: one of these. */
export function isOneOf(
  actor: Actor,
  { field, values }: ConditionOf<"status" | "owner" | "team" | "inbox" | "tag" | "contact" | "language">,
): Sql {
  switch (field) {
    case "status":
      return sql`c.status_id = any(${ids(values)}::uuid[])`
    case "contact":
      return sql`c.contact_id = any(${ids(values)}::uuid[])`
    case "inbox":
      return sql`c.inbox_ids && ${ids(values)}::uuid[]`
    case "tag":
      return sql`c.tags && ${[...values]}::text[]`
    case "owner": {
      const own = values.includes("me") ? self(actor) : null
      return orNobody(sql`c.owner_id`, [...ids(values), ...(own ? [own] : [])], values)
    }
    case "team":
      return orNobody(sql`c.team_id`, [...ids(values), ...(values.includes("mine") && "teams" in actor ? actor.teams : [])], values)
    case "language":
      return speaks(values)
  }
}

function orNobody(column: RawBuilder<unknown>, wanted: readonly string[], values: readonly string[]): Sql {
  const named = sql<boolean>`${column} = any(${[...wanted]}::uuid[])`
  return values.includes("none") ? sql`(${column} is null or ${named})` : named
}

/** The language that the customer is known to speak; of whom nothing is known, the one of the inbox they wrote to. */
function speaks(languages: readonly string[]): Sql {
  return sql`(c.contact_id in ${contactsSpeaking(languages)} or (c.inbox_ids[1] in ${inboxesSpeaking(languages)}
    and not coalesce(c.contact_id in ${contactsWithLanguage()}, false)))`
}

/** Conditions on time, at a moment. */
export function isTimed(now: Date, condition: ConditionOf<"waiting" | "deadline" | "promise" | "created" | "last">): Sql {
  const hours = "hours" in condition ? condition.hours * HOUR : 0
  const ago = new Date(now.getTime() - hours)
  const ahead = new Date(now.getTime() + hours)
  switch (condition.field) {
    case "waiting":
      if (condition.is === "some") return sql`c.waiting_since is not null`
      if (condition.is === "none") return sql`c.waiting_since is null`
      return condition.is === "over" ? sql`c.waiting_since <= ${ago}` : sql`c.waiting_since > ${ago}`
    case "deadline":
      if (condition.is === "some") return sql`c.next_due is not null`
      if (condition.is === "none") return sql`c.next_due is null`
      return condition.is === "late" ? sql`c.next_due < ${now}` : sql`c.next_due <= ${ahead}`
    case "promise":
      if (condition.is === "some") return hasPromise
      if (condition.is === "none") return not(hasPromise)
      return condition.is === "broken" ? sql`c.id in (select case_id from promises where broken_at is not null)` : promisedUntil(ahead)
    case "created":
      return condition.is === "over" ? sql`c.created_at <= ${ago}` : sql`c.created_at > ${ago}`
    case "last":
      return condition.is === "over" ? sql`c.last_at <= ${ago}` : sql`c.last_at > ${ago}`
  }
}

export function isFlagged(actor: Actor, { field }: ConditionOf<"contradiction" | "followed" | "mentioned" | "unsent" | "draft">): Sql {
  if (field === "contradiction") return sql`c.contradiction is not null`
  if (field === "draft") return sql`c.id in ${casesBegun(self(actor))}`
  if (field === "unsent") return sql`c.id in ${casesUnsent()}`
  if (field === "followed") return sql`c.followers @> array[${self(actor)}::uuid]`
  return sql`c.id in (select case_id from notifications where agent_id = ${self(actor)}::uuid and kind = 'mention')`
}

/** A field that the company made. Values are compared as they are written; numbers as numbers. */
export function isCustom(condition: ConditionOf<"custom">): Sql {
  const value = sql`c.fields ->> ${condition.key}`
  switch (condition.is) {
    case "some":
      return sql`c.fields ? ${condition.key}`
    case "none":
      return sql`not c.fields ? ${condition.key}`
    case "any":
      return sql`${value} = any(${[...condition.values]}::text[])`
    case "other":
      return not(sql`${value} = any(${[...condition.values]}::text[])`)
    case "has":
      return sql`position(lower(${condition.text}) in lower(${value})) > 0`
    case "after":
      return sql`${value} > ${condition.text}`
    case "before":
      return sql`${value} < ${condition.text}`
    case "over":
    case "under": {
      const number = sql`case when jsonb_typeof(c.fields -> ${condition.key}) = 'number' then (${value})::numeric end`
      return condition.is === "over" ? sql`(${number}) > ${condition.number}::numeric` : sql`(${number}) < ${condition.number}::numeric`
    }
  }
}
