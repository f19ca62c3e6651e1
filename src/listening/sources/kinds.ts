import { appStore } from "./app-store/app-store.ts"
import { bluesky } from "./bluesky/bluesky.ts"
import { discourse } from "./discourse/discourse.ts"
import { facebook } from "./facebook/facebook.ts"
import { feedSource } from "./feed/feed-source.ts"
import { googleBusiness } from "./google-business/google-business.ts"
import { googlePlay } from "./google-play/google-play.ts"
import { hackerNews } from "./hacker-news/hacker-news.ts"
import { instagram } from "./instagram/instagram.ts"
import { lemmy } from "./lemmy/lemmy.ts"
import { mastodon } from "./mastodon/mastodon.ts"
import { page } from "./page/page.ts"
import { threads } from "./threads/threads.ts"
import { told } from "./told/told.ts"
import { trustpilot } from "./trustpilot/trustpilot.ts"
import { x } from "./x/x.ts"
import { youtube } from "./youtube/youtube.ts"
import type { SourceKind } from "./source.ts"

/** Every kind of place that can be heard. A new one is a folder beside this, and a line here. */
export const KINDS: readonly SourceKind[] = [
  feedSource,
  bluesky,
  mastodon,
  page,
  discourse,
  lemmy,
  hackerNews,
  threads,
  instagram,
  facebook,
  x,
  googleBusiness,
  googlePlay,
  appStore,
  trustpilot,
  youtube,
  ...told,
]

/** Those that keep only what some watch wants: of what nobody listened for they have nothing. */
export const FIREHOSES: ReadonlySet<string> = new Set(KINDS.filter(({ keeps }) => keeps === "matched").map(({ kind }) => kind))

export function kindOf(kinds: readonly SourceKind[], name: string): SourceKind | null {
  return kinds.find(({ kind }) => kind === name) ?? null
}
