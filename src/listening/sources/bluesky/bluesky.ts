import { defineSource } from "../source.ts"
import { followBluesky } from "./follow.ts"
import { handlesOf } from "./handles.ts"
import { blueskySettings } from "./settings.ts"

/** All posts of Bluesky and of who else is on its network, as they are written; kept is what a watch wants. */
export const bluesky = defineSource({
  kind: "bluesky",
  place: "social",
  readable: "freely",
  keeps: "matched",
  settings: blueskySettings,
  nameOf: () => "Bluesky",
  follow: followBluesky,
  namesOf: handlesOf,
})
