import { z } from "@hono/zod-openapi"
import { Invalid } from "../errors.ts"

/** What the API says of a page of a list. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable().openapi({ description: "Cursor of the next page, or null" }) })
}

/** `?limit=` and `?cursor=` as every list takes them. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
})

/** A cursor is a place in an order: the sort values of the last row, unreadable by accident only. */
export function writeCursor(place: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url")
}

/** @throws Invalid when it is not one of ours. */
export function readCursor(cursor: string | undefined, length: number): (string | number | null)[] | null {
  if (cursor === undefined) return null
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"))
    if (Array.isArray(place) && place.length === length && place.every((p) => p === null || typeof p === "string" || typeof p === "number"))
      return place
  } catch {
    // not ours: said below
  }
  throw new Invalid("request.cursor")
}
