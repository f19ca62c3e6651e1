import { z } from "zod"
import type { AnsweredWords, PublicWords } from "#conversations"
import { read } from "../ask-place.ts"
import { PlaceTrouble, type SocialGround } from "../network.ts"
import { askInstance, type MastodonAccount } from "./ask.ts"

/** What is posted, under which key it is known, and where to look for it afterwards. */
export const fixedStatus = z.object({
  status: z.string(),
  in_reply_to_id: z.string(),
  visibility: z.enum(["public", "unlisted"]),
  language: z.string().optional(),
  key: z.string(),
  author: z.string(),
  since: z.string(),
})

const found = z.object({ statuses: z.array(z.object({ id: z.string(), visibility: z.string().catch("public") })) })
const parent = z.object({ id: z.string(), visibility: z.string().catch("public") })

/** The status as it will stand, and under which other. @throws PlaceTrouble */
export async function composeStatus(
  ground: SocialGround,
  account: MastodonAccount,
  words: PublicWords,
): Promise<z.infer<typeof fixedStatus>> {
  const { id: author } = read(
    ground,
    await askInstance(ground, account, "/api/v1/accounts/verify_credentials"),
    z.object({ id: z.string() }),
  )
  const { id, visibility } = await statusHere(ground, account, words.answers)
  return {
    status: words.text,
    in_reply_to_id: id,
    // An answer isn't louder than what it answers.
    visibility: visibility === "unlisted" ? "unlisted" : account.settings.visibility,
    ...(words.language ? { language: words.language.split("-")[0]! } : {}),
    key: words.postKey,
    author,
    since: words.at.toISOString(),
  }
}

/** What is answered, by the id that our own instance gives it: each instance has its own. */
async function statusHere(ground: SocialGround, account: MastodonAccount, answers: AnsweredWords): Promise<z.infer<typeof parent>> {
  if (heardAt(answers) === new URL(account.settings.url).origin) {
    const answer = await askInstance(ground, account, `/api/v1/statuses/${encodeURIComponent(answers.key)}`)
    if (answer.status === 404) throw new PlaceTrouble("refused", "gone")
    return read(ground, answer, parent)
  }
  if (!answers.url) throw new PlaceTrouble("refused", "not-found-there")
  const query = { q: answers.url, type: "statuses", resolve: "true", limit: "1" }
  const [status] = read(ground, await askInstance(ground, account, "/api/v2/search", { query }), found).statuses
  if (!status) throw new PlaceTrouble("refused", "not-found-there")
  return status
}

/** The instance whose ids these are. */
function heardAt({ source, settings }: AnsweredWords): string | null {
  const { data } = z.object({ url: z.url() }).safeParse(settings)
  return source === "mastodon" && data ? new URL(data.url).origin : null
}
