import { appStore } from "./app-store/app-store.ts"
import { bluesky } from "./bluesky/bluesky.ts"
import { discourse } from "./discourse/discourse.ts"
import { facebook } from "./facebook/facebook.ts"
import { googleBusiness } from "./google-business/google-business.ts"
import { googlePlay } from "./google-play/google-play.ts"
import { instagram } from "./instagram/instagram.ts"
import { lemmy } from "./lemmy/lemmy.ts"
import { mastodon } from "./mastodon/mastodon.ts"
import type { Network } from "./network.ts"
import { threads } from "./threads/threads.ts"
import { trustpilot } from "./trustpilot/trustpilot.ts"
import { youtube } from "./youtube/youtube.ts"

export const NETWORKS: readonly Network[] = [
  bluesky,
  mastodon,
  threads,
  discourse,
  lemmy,
  googlePlay,
  appStore,
  trustpilot,
  googleBusiness,
  youtube,
  instagram,
  facebook,
]

export function networkOf(kind: string): Network | undefined {
  return NETWORKS.find((network) => network.kind === kind)
}
