import { z } from "@hono/zod-openapi"

/** What the API says of a page of a list. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable().openapi({ description: "Cursor of the next page, or null" }) })
}

/** `?limit=` and `?cursor=` as every list takes them. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
})
