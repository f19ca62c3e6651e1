import { z } from "zod"
import type { PublicPlace } from "#conversations"
import { read, troubleOf } from "../ask-place.ts"
import { complaintOf } from "../complaint.ts"
import { defineNetwork } from "../network.ts"
import { composePost, fixedPost, POSTS, uriOf } from "./compose-post.ts"
import { asAccount, type BlueskyAccount, signIn } from "./session.ts"
import { blueskySecret, blueskySettings } from "./settings.ts"

const record = z.object({ uri: z.string(), cid: z.string() })
const placed = z.object({ uri: z.string(), repo: z.string(), rkey: z.string() })

const standing = (repo: string, rkey: string, uri: string): PublicPlace => ({
  place: { uri, repo, rkey } satisfies z.infer<typeof placed>,
  url: `https://bsky.app/profile/${repo}/post/${rkey}`,
})

/** Posts of Bluesky and of who else is on its network (AT Protocol), written to the server that keeps the account. */
export const bluesky = defineNetwork({
  kind: "bluesky",
  settings: blueskySettings,
  secret: blueskySecret,
  know: async (ground, account: BlueskyAccount) => {
    const { did, handle } = await signIn(ground, account)
    return {
      authorKey: did,
      handle: `@${handle}`,
      url: `https://bsky.app/profile/${did}`,
      // app.bsky.feed.post: maxGraphemes 300, maxLength 3000.
      counting: { most: 300, by: "signs", bytes: 3000, link: null, shortNames: false },
    }
  },
  reaches: (_settings, words) => uriOf(words) !== null,
  // Whoever is replied to is told by the reply itself.
  opening: () => "",
  compose: composePost,
  send: async (ground, account, fixed) => {
    const { repo, rkey, record: post } = fixedPost.parse(fixed)
    const body = { repo, collection: POSTS, rkey, record: post }
    const answer = await asAccount(ground, account, "com.atproto.repo.createRecord", { body, changes: true })
    const { uri } = read(ground, answer, record, true)
    return standing(repo, rkey, uri)
  },
  look: async (ground, account, fixed) => {
    const { repo, rkey } = fixedPost.parse(fixed)
    const answer = await asAccount(ground, account, "com.atproto.repo.getRecord", { query: { repo, collection: POSTS, rkey } })
    const isAbsent = answer.status === 404 || (answer.status === 400 && /RecordNotFound/.test(complaintOf(answer).error))
    if (isAbsent || (answer.status === 400 && /could not locate record/i.test(complaintOf(answer).words))) return null
    return standing(repo, rkey, read(ground, answer, z.object({ uri: z.string() })).uri)
  },
  takeBack: async (ground, account, place) => {
    const { repo, rkey } = placed.parse(place)
    const body = { repo, collection: POSTS, rkey }
    const answer = await asAccount(ground, account, "com.atproto.repo.deleteRecord", { body, changes: true })
    if (answer.status < 200 || answer.status >= 300) throw troubleOf(ground, answer, true)
  },
})
