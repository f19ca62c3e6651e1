import { type RawBuilder, sql } from "kysely"
import type { Actor } from "#people"
import type { Order } from "./walk.ts"

export const VIEWS = ["mine", "unassigned", "all", "waiting", "promises", "followed", "snoozed", "resolved", "spam"] as const
export type ViewName = (typeof VIEWS)[number]

export const CATEGORIES = ["new", "open", "waiting", "snoozed", "resolved", "spam"] as const
export type Category = (typeof CATEGORIES)[number]

/** What a view shows: of which categories, under which condition on the case `c`, in which order unless another is asked for. */
export interface ViewRule {
  categories: readonly Category[]
  where: readonly RawBuilder<boolean>[]
  order: Order | "promise"
  rare: boolean
}

const GOING_ON = ["new", "open", "waiting"] as const
const ALIVE = [...GOING_ON, "snoozed"] as const

/** Only somebody who can own a case has one; for a token these views are empty. */
const self = (actor: Actor): string | null => (actor.kind === "agent" ? actor.id : null)

export function viewRule(view: ViewName, actor: Actor): ViewRule {
  const rule: ViewRule = { categories: ALIVE, where: [], order: "newest", rare: false }
  const rules: Record<ViewName, ViewRule> = {
    mine: { ...rule, categories: GOING_ON, where: [sql`c.owner_id = ${self(actor)}::uuid`], rare: true },
    unassigned: { ...rule, categories: GOING_ON, where: [sql`c.owner_id is null`] },
    all: rule,
    waiting: { ...rule, where: [sql`c.waiting_since is not null`], order: "waiting" },
    promises: { ...rule, categories: CATEGORIES, order: "promise", rare: true },
    followed: { ...rule, where: [sql`c.followers @> array[${self(actor)}::uuid]`], rare: true },
    snoozed: { ...rule, categories: ["snoozed"] },
    resolved: { ...rule, categories: ["resolved"] },
    spam: { ...rule, categories: ["spam"] },
  }
  return rules[view]
}
