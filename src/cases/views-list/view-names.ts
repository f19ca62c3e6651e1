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
  switch (view) {
    case "mine":
      return { categories: GOING_ON, where: [sql`c.owner_id = ${self(actor)}::uuid`], order: "newest", rare: true }
    case "unassigned":
      return { categories: GOING_ON, where: [sql`c.owner_id is null`], order: "newest", rare: false }
    case "all":
      return { categories: ALIVE, where: [], order: "newest", rare: false }
    case "waiting":
      return { categories: ALIVE, where: [sql`c.waiting_since is not null`], order: "waiting", rare: false }
    case "promises":
      return { categories: CATEGORIES, where: [], order: "promise", rare: false }
    case "followed":
      return { categories: ALIVE, where: [sql`c.followers @> array[${self(actor)}::uuid]`], order: "newest", rare: true }
    case "snoozed":
    case "resolved":
    case "spam":
      return { categories: [view], where: [], order: "newest", rare: false }
  }
}
