import { z } from "@hono/zod-openapi"
import { moment } from "../routes/parts.ts"
import { prioritySchema } from "../views.ts"
import { CATEGORIES } from "../views-list/view-names.ts"

const id = z.string().max(100)
const tags = z.array(z.string().max(200)).max(30)

/** One thing to do to many cases. */
export const bulkAction = z
  .discriminatedUnion("do", [
    z.strictObject({ do: z.literal("assign"), ownerId: id.nullable().optional(), teamId: id.nullable().optional() }),
    z.strictObject({ do: z.literal("status"), statusId: id }),
    z.strictObject({ do: z.literal("resolve") }),
    z.strictObject({ do: z.literal("reopen") }),
    z.strictObject({ do: z.literal("spam") }),
    z.strictObject({ do: z.literal("snooze"), until: moment }),
    z.strictObject({ do: z.literal("tags"), add: tags.default([]), remove: tags.default([]) }),
    z.strictObject({ do: z.literal("priority"), priority: prioritySchema }),
    z.strictObject({ do: z.literal("follow") }),
    z.strictObject({ do: z.literal("unfollow") }),
    z.strictObject({ do: z.literal("merge") }).openapi({ description: "All into the oldest of them" }),
  ])
  .openapi("BulkAction")
export type BulkAction = z.infer<typeof bulkAction>

/** So many by name at once and no more: what a request can still carry. */
const MOST_NAMED = 1000
/** So many of a list: what one request can still do. */
export const MOST_OF_LIST = 5000

const list = z.strictObject({
  view: z.string().max(100).optional(),
  status: id.optional(),
  category: z.enum(CATEGORIES).optional(),
  owner: id.optional(),
  team: id.optional(),
  tag: z
    .string()
    .max(100)
    .regex(/^[^\0]*$/)
    .optional(),
  inbox: id.optional(),
  contact: id.optional(),
})

const seen = z.strictObject({ id, mark: z.string().max(100).openapi({ description: "As the preview gave it" }) })

/** Which cases: these, these as they were seen, or all of a list but some. */
export const bulkSelection = z.union([
  z.strictObject({ seen: z.array(seen).min(1).max(MOST_OF_LIST) }),
  z.strictObject({ ids: z.array(id).min(1).max(MOST_NAMED) }),
  z.strictObject({ list, except: z.array(id).max(MOST_NAMED).default([]) }),
])
export type BulkSelection = z.infer<typeof bulkSelection>
