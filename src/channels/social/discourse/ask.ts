import { z } from "zod"
import { askPlace, type Judge, type PlaceAnswer } from "../ask-place.ts"
import { complaintOf } from "../complaint.ts"
import { type OpenAccount, PlaceTrouble, type SocialGround } from "../network.ts"
import type { DiscourseSecret, DiscourseSettings } from "./settings.ts"

export type DiscourseAccount = OpenAccount<DiscourseSettings, DiscourseSecret>

const kind = z.object({ error_type: z.string() })

/** A key that isn't known is forbidden as what this user may not do is; the answer tells them apart. */
const judge: Judge = (answer) =>
  answer.status === 403 &&
  kind.safeParse(answer.body).data?.error_type === "invalid_access" &&
  /key|username/i.test(complaintOf(answer).words)
    ? new PlaceTrouble("refused", "login", complaintOf(answer).words)
    : null

/** Asks the forum as the account's user. Gives whatever is answered. @throws PlaceTrouble */
export function askForum(
  ground: SocialGround,
  { settings, secret }: DiscourseAccount,
  path: string,
  { method = "GET", body }: { method?: "GET" | "POST" | "DELETE"; body?: unknown } = {},
): Promise<PlaceAnswer> {
  return askPlace(ground, new URL(path, settings.url), {
    method,
    headers: { "api-key": secret.key, "api-username": settings.user },
    ...(body === undefined ? {} : { body }),
    changes: method !== "GET",
    judge,
  })
}
