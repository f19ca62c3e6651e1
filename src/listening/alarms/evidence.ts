import { DAY, type Reader } from "#platform"
import { room, type Evidence, type Watch } from "../tables.ts"
import { newWords } from "./new-words.ts"

const LOOKED_AT = 500
const SHOWN = 8

/** On what a surge is: how many say it, in which words that weren't usual before, where, and whom most hear. */
export async function gatherEvidence(
  reader: Reader,
  watch: Pick<Watch, "id">,
  since: Date,
  to: Date,
): Promise<Pick<Evidence, "posts" | "people" | "words" | "sites" | "mentions">> {
  const now = await said(reader, watch.id, since, to)
  const before = await said(reader, watch.id, new Date(since.getTime() - 7 * DAY), since)
  const sites = new Map<string, number>()
  for (const { site } of now) if (site) sites.set(site, (sites.get(site) ?? 0) + 1)
  return {
    posts: now.length,
    people: new Set(now.map(({ person }) => person)).size,
    words: newWords(now.map(wordsOf), before.map(wordsOf)).slice(0, SHOWN),
    sites: [...sites]
      .map(([site, posts]) => ({ site, posts }))
      .toSorted((a, b) => b.posts - a.posts || a.site.localeCompare(b.site))
      .slice(0, SHOWN),
    mentions: now
      .toSorted((a, b) => (b.author_followers ?? 0) - (a.author_followers ?? 0) || a.said_at.getTime() - b.said_at.getTime())
      .slice(0, SHOWN)
      .map(({ id }) => id),
  }
}

const wordsOf = ({ person, title, text }: { person: number; title: string | null; text: string }) => ({
  person,
  text: `${title ?? ""} ${text}`,
})

/** The latest that was said in this time. */
function said(reader: Reader, watchId: string, from: Date, to: Date) {
  return room(reader)
    .selectFrom("watch_mentions as w")
    .innerJoin("mentions as m", "m.id", "w.mention_id")
    .select(["m.id", "m.person", "m.title", "m.text", "m.site", "m.author_followers", "m.said_at"])
    .where("w.watch_id", "=", watchId)
    .where("w.said_at", ">=", from)
    .where("w.said_at", "<", to)
    .where("m.gone_at", "is", null)
    .orderBy("w.said_at", "desc")
    .limit(LOOKED_AT)
    .execute()
}
