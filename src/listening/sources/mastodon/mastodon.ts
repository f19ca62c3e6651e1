import { defineSource } from "../source.ts"
import { followMastodon } from "./follow.ts"
import { statusesThere } from "./still-there.ts"
import { mastodonSecret, mastodonSettings } from "./settings.ts"

/** A hashtag, or all that is public, as one instance of Mastodon (or its kin) sees it. */
export const mastodon = defineSource({
  kind: "mastodon",
  place: "social",
  readable: "with-key",
  keeps: "matched",
  settings: mastodonSettings,
  secret: mastodonSecret,
  nameOf: ({ url, tag }) => [tag === null ? null : `#${tag}`, new URL(url).hostname].filter(Boolean).join(" · "),
  follow: followMastodon,
  stillThere: statusesThere,
})
