import { articlesThere } from "../article-there.ts"
import { defineSource } from "../source.ts"
import { takePush } from "./push.ts"
import { readFeedSource } from "./read.ts"
import { feedSettings } from "./settings.ts"
import { unsubscribe } from "./subscribe.ts"

/** RSS, Atom, RDF and JSON Feed: the press, weblogs, forums, the review pages of app stores. */
export const feedSource = defineSource({
  kind: "feed",
  place: "press",
  readable: "freely",
  keeps: "all",
  settings: feedSettings,
  nameOf: ({ url }) => new URL(url).hostname.replace(/^www\./, ""),
  read: readFeedSource,
  push: takePush,
  stillThere: (ground, _source, kept) => articlesThere(ground, kept),
  leave: (ground, { cursor }) => unsubscribe(ground, cursor),
})
