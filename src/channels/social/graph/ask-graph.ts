import { z } from "@hono/zod-openapi"
import { type GraphKey, graphRefusal, graphUrl } from "#places"
import { MINUTE } from "#platform"
import { askPlace, type Judge, type PlaceAnswer, read } from "../ask-place.ts"
import { complaintOf } from "../complaint.ts"
import { type OpenAccount, PlaceTrouble, type SocialGround } from "../network.ts"
import { given } from "../server-setting.ts"

/** What an app of Meta's gives: its token writes, its secret proves where calls come from. */
export const graphSecret = z.strictObject({
  token: given(1_000),
  appSecret: z.string().trim().min(16, "listening.source.badAppSecret").max(200),
})

export type GraphAccount<Settings extends { api: string } = { api: string }> = OpenAccount<Settings, GraphKey>

const judge: Judge = (answer, now, changes) => {
  const { words } = complaintOf(answer)
  const why = graphRefusal(answer.body)
  if (why === "token") return new PlaceTrouble("refused", "login", words)
  if (why === "throttled") return new PlaceTrouble("deferred", "throttled", words, { until: new Date(now.getTime() + 15 * MINUTE) })
  if (why === "permission") return new PlaceTrouble("refused", "permission", words)
  if (why === "away") return new PlaceTrouble(changes ? "uncertain" : "unreachable", changes ? "no-answer" : "broken", words)
  return why === "unknown-object" && !changes ? new PlaceTrouble("refused", "gone", words) : null
}

export interface GraphAsking {
  method?: "GET" | "POST" | "DELETE"
  params?: Readonly<Record<string, string | null>>
  /** Sent as forms are. */
  form?: Readonly<Record<string, string>>
  /** Nothing that anybody sees is changed by it. */
  isUnseen?: boolean
  /** Whoever asks judges for themselves whether it is there. */
  isLook?: boolean
}

/** Asks Meta's Graph API for the account. Gives whatever is answered. @throws PlaceTrouble */
export function askGraph(
  ground: SocialGround,
  { settings, secret }: GraphAccount,
  path: string,
  { method = "GET", params = {}, form, isUnseen = false, isLook = false }: GraphAsking = {},
): Promise<PlaceAnswer> {
  const changes = method !== "GET" && !isUnseen
  return askPlace(ground, graphUrl(settings.api, path, params, secret), {
    method,
    ...(form ? { form } : {}),
    changes,
    ...(isLook ? {} : { judge }),
  })
}

/** An object of this shape. @throws PlaceTrouble, `gone` where there is none */
export async function graphObject<T>(
  ground: SocialGround,
  account: GraphAccount,
  path: string,
  fields: string,
  shape: z.ZodType<T>,
): Promise<T> {
  return read(ground, await askGraph(ground, account, path, { params: { fields } }), shape)
}

/**
 * Deletes one of our own; what isn't there any more is deleted. The Graph says the same of an object that isn't there and of one that may
 * not be deleted with this token: which it is, a look tells. @throws PlaceTrouble
 */
export async function deleteOwn(ground: SocialGround, account: GraphAccount, id: string): Promise<void> {
  const path = encodeURIComponent(id)
  const answer = await askGraph(ground, account, path, { method: "DELETE" })
  if (graphRefusal(answer.body) !== "unknown-object") return void read(ground, answer, z.object({ success: z.literal(true) }), true)
  const still = await askGraph(ground, account, path, { params: { fields: "id" }, isLook: true })
  if (still.status < 300) throw new PlaceTrouble("refused", "permission", complaintOf(answer).words)
  if (graphRefusal(still.body) !== "unknown-object") read(ground, still, z.object({ id: z.string() }))
}
