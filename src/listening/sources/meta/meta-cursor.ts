import { z } from "zod"
import type { Json } from "../source.ts"

const shape = z.object({
  /** Of each list that is looked at, as readNewest wrote it. */
  lists: z.record(z.string(), z.json()).default({}),
  /** Until when it was read: what is pushed doesn't tell whether anything is missing. */
  through: z.string().nullable().default(null),
  /** What was told lately: a mark of the thing, when, and whether it was taken back. */
  told: z.array(z.tuple([z.string(), z.number(), z.boolean()])).default([]),
  /** Things of which only the id was told: to be asked for. */
  wanted: z.array(z.string()).default([]),
  /** Where one's own posts stand, by their ids. */
  links: z.record(z.string(), z.string()).default({}),
})
export type MetaCursor = z.infer<typeof shape>

/** The cursor as the last reading left it; a new one where there is none. */
export function metaCursor(written: Json): MetaCursor {
  return shape.safeParse(written ?? {}).data ?? shape.parse({})
}
