import type { ViewCondition } from "../api/types.ts"

export type Field = ViewCondition["field"]

/** How a value is given. */
export type Editor = "none" | "many" | "hours" | "text" | "number" | "date" | "contact"

/** What can be said of each thing, in the order in which people say it. */
export const SAYINGS = {
  category: { any: "many", none: "many" },
  status: { any: "many", none: "many" },
  owner: { any: "many", none: "many" },
  team: { any: "many", none: "many" },
  inbox: { any: "many", none: "many" },
  tag: { any: "many", none: "many" },
  priority: { any: "many", none: "many" },
  language: { any: "many", none: "many" },
  contact: { any: "contact", none: "contact" },
  waiting: { some: "none", over: "hours", under: "hours", none: "none" },
  deadline: { within: "hours", late: "none", some: "none", none: "none" },
  promise: { some: "none", within: "hours", broken: "none", none: "none" },
  unsent: { some: "none", none: "none" },
  contradiction: { some: "none", none: "none" },
  created: { under: "hours", over: "hours" },
  last: { under: "hours", over: "hours" },
  words: { some: "text", none: "text" },
  followed: { some: "none", none: "none" },
  draft: { some: "none", none: "none" },
  mentioned: { some: "none", none: "none" },
} as const satisfies Record<Exclude<Field, "custom">, Readonly<Record<string, Editor>>>

export const FIELDS = Object.keys(SAYINGS) as (keyof typeof SAYINGS)[]

/** What can be said of a field that the company made, by its type. */
export const CUSTOM_SAYINGS = {
  text: { has: "text", some: "none", none: "none" },
  number: { over: "number", under: "number", some: "none", none: "none" },
  date: { after: "date", before: "date", some: "none", none: "none" },
  choice: { any: "many", other: "many", some: "none", none: "none" },
  boolean: { any: "many", some: "none", none: "none" },
} as const satisfies Record<string, Readonly<Record<string, Editor>>>
