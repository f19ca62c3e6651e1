import type { Reader } from "#platform"
import type { z } from "@hono/zod-openapi"
import { presentClaim, presentMove, presentStep, presentStory, type StoryDetail } from "../views/story-view.ts"
import { familyOf } from "./access-story.ts"
import { claimsOf } from "./claims.ts"
import { figuresOf, loudestOf } from "./story-figures.ts"
import { gathering, type Story } from "./tables.ts"
import { originsOf, trailOf } from "./trail.ts"

const HEADLINES = 500
const MOVES = 200

/** A story with all that is known of it. */
export async function storyDetail(reader: Reader, story: Story): Promise<z.infer<typeof StoryDetail>> {
  const family = await familyOf(reader, story.id)
  const headlines = await gathering(reader)
    .selectFrom("story_headlines")
    .selectAll()
    .where("story_id", "=", story.id)
    .orderBy("first_seen")
    .orderBy((of) =>
      of.selectFrom("story_mentions").select("said_at").whereRef("story_mentions.mention_id", "=", "story_headlines.mention_id"),
    )
    .orderBy("mention_id")
    .orderBy("seen_as", "desc") // what the page says before what its address does
    .limit(HEADLINES)
    .execute()
  const moves = await gathering(reader)
    .selectFrom("story_moves")
    .selectAll()
    .where((where) => where.or([where("from_id", "in", family), where("to_id", "in", family)]))
    .orderBy("n", "desc")
    .limit(MOVES)
    .execute()
  const trail = await trailOf(reader, story.id)
  return {
    ...presentStory(story, (await figuresOf(reader, [story.id])).get(story.id)),
    headlines: headlines.map(({ headline, seen_as: seenAs, url, site, mention_id: mentionId, first_seen, last_seen }) => ({
      headline,
      seenAs,
      url,
      site,
      mentionId,
      firstSeenAt: first_seen.toISOString(),
      lastSeenAt: last_seen.toISOString(),
    })),
    origins: originsOf(trail),
    trail: trail.map(presentStep),
    loudest: await loudestOf(reader, story.id),
    claims: (await claimsOf(reader, family)).map(presentClaim),
    moves: moves.map(presentMove),
  }
}
