import { blueskyStage, type mastodonStage } from "../sources/stages/followed.fixture.ts"

export type BlueskyPlace = Awaited<ReturnType<typeof blueskyStage>>
export type MastodonPlace = Awaited<ReturnType<typeof mastodonStage>>

/** Maya's post, in a thread that somebody else began. */
export const POST = "at://did:plc:maya/app.bsky.feed.post/3kmaya2222222"
export const ROOT = { uri: "at://did:plc:other/app.bsky.feed.post/3kroot2222222", cid: "bafyroot" }
export const MAYAS = { key: POST, text: "Lilas, where is my bouquet? GE-77120 since Monday.", author: { handle: "maya.example" } }

/** A network on which Maya has said something, and the company has an account. */
export async function blueskyWithMaya(start: Date): Promise<BlueskyPlace> {
  const bluesky = await blueskyStage(start)
  bluesky.pds.posts.set(POST, { cid: "bafymaya", record: { text: MAYAS.text, reply: { root: ROOT, parent: ROOT } } })
  return bluesky
}

export const blueskyAccount = ({ pds, url }: BlueskyPlace) => ({
  kind: "bluesky",
  settings: { pds: url, handle: pds.handle },
  secret: { appPassword: pds.password },
})

export const mastodonAccount = ({ instance, url }: MastodonPlace) => ({
  kind: "mastodon",
  settings: { url },
  secret: { token: instance.token },
})
