import { z } from "zod"
import type { AnsweredWords, PublicWords } from "#conversations"
import { read } from "../ask-place.ts"
import { PlaceTrouble, type SocialGround } from "../network.ts"
import { facetsOf } from "./facets.ts"
import { asAccount, type BlueskyAccount, didOfAccount, didOfHandle } from "./session.ts"

export const POSTS = "app.bsky.feed.post"

const reference = z.object({ uri: z.string(), cid: z.string() })
const posts = z.object({
  posts: z.array(
    reference.extend({
      record: z.object({ reply: z.object({ root: reference }).nullish().catch(null) }),
      viewer: z.object({ replyDisabled: z.boolean().catch(false) }).nullish(),
      author: z
        .object({ viewer: z.object({ blockedBy: z.boolean().catch(false) }).nullish() })
        .nullish()
        .catch(null),
    }),
  ),
})

/** A record and where it will stand. */
export const fixedPost = z.object({ repo: z.string(), rkey: z.string(), record: z.record(z.string(), z.unknown()) })

const ON_THE_WEB = /^https:\/\/bsky\.app\/profile\/([^/]+)\/post\/([a-z2-7]{13})(?:[/?#]|$)/
/** A handle or a DID: what an outside address has there otherwise is nobody. */
const WHO = /^[A-Za-z0-9.:-]+$/
const AT_URI = /^at:\/\/[^/]+\/app\.bsky\.feed\.post\/[^/]+$/

/** The address of the post on the network; null for what isn't one. Who wrote it may be named by their handle. */
export function uriOf({ key, url }: AnsweredWords): string | null {
  if (AT_URI.test(key)) return key
  const found = ON_THE_WEB.exec(url ?? "")
  return found && WHO.test(found[1]!) ? `at://${found[1]}/${POSTS}/${found[2]}` : null
}

/** The post as it will stand: under which others, with its names, links and tags told by byte. @throws PlaceTrouble */
export async function composePost(ground: SocialGround, account: BlueskyAccount, words: PublicWords): Promise<z.infer<typeof fixedPost>> {
  const repo = await didOfAccount(ground, account)
  const parent = await parentOf(ground, account, words.answers)
  const facets = await facetsOf(words.text, (handle) => didOfHandle(ground, account, handle))
  return {
    repo,
    rkey: words.postKey,
    record: {
      $type: POSTS,
      text: words.text,
      createdAt: words.at.toISOString(),
      ...(words.language ? { langs: [words.language] } : {}),
      reply: parent,
      ...(facets.length > 0 ? { facets } : {}),
    },
  }
}

type Reference = z.infer<typeof reference>

async function parentOf(
  ground: SocialGround,
  account: BlueskyAccount,
  answers: AnsweredWords,
): Promise<{ root: Reference; parent: Reference }> {
  const uri = await byDid(ground, account, uriOf(answers)!)
  const answer = await asAccount(ground, account, "app.bsky.feed.getPosts", { query: { uris: uri } })
  const [post] = read(ground, answer, posts).posts
  if (!post) throw new PlaceTrouble("refused", "gone")
  if (post.viewer?.replyDisabled) throw new PlaceTrouble("refused", "replies-closed")
  if (post.author?.viewer?.blockedBy) throw new PlaceTrouble("refused", "blocked")
  const parent = { uri: post.uri, cid: post.cid }
  return { root: post.record.reply?.root ?? parent, parent }
}

async function byDid(ground: SocialGround, account: BlueskyAccount, uri: string): Promise<string> {
  const [, , who = ""] = uri.split("/")
  if (who.startsWith("did:")) return uri
  const did = await didOfHandle(ground, account, who)
  if (!did) throw new PlaceTrouble("refused", "gone")
  return uri.replace(`at://${who}/`, `at://${did}/`)
}
