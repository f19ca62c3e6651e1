import { z } from "zod"
import type { Told } from "../meta/in-order.ts"
import { heardThread, thread } from "./shapes.ts"

const change = z.object({ field: z.string(), value: thread.nullish().catch(null) })
const body = z.object({
  target_id: z.coerce.string().nullish(),
  time: z.number(),
  values: z.union([change.transform((one) => [one]), z.array(change)]),
})

/** What Threads tells of an account: answers to its posts and what names it (developers.facebook.com/docs/threads/webhooks). */
export function toldOfThreads(given: unknown, { account, handle }: { account: string; handle: string }): Told[] {
  const told = body.safeParse(given).data
  if (!told) return []
  return told.values.flatMap(({ field, value }): Told[] => {
    if (!value || (field !== "replies" && field !== "mentions")) return []
    const { username, text, root_post } = value
    const isOurs =
      told.target_id === account ||
      root_post?.owner_id === account ||
      root_post?.username?.toLowerCase() === handle ||
      (text ?? "").toLowerCase().includes(`@${handle}`)
    const heard = isOurs && username?.toLowerCase() !== handle ? heardThread(value) : null
    return heard ? [{ key: heard.key, at: told.time, heard }] : []
  })
}
