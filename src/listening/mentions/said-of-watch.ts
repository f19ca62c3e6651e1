import type { Reader } from "#platform"
import { room } from "../tables.ts"

export type SaidOfWatch = Awaited<ReturnType<typeof saidOfWatch>>[number]

/** What a watch heard of what was said in this time and is still there: the latest, so many at most. */
export function saidOfWatch(reader: Reader, watchId: string, from: Date, to: Date, limit: number) {
  return room(reader)
    .selectFrom("watch_mentions as w")
    .innerJoin("mentions as m", "m.id", "w.mention_id")
    .select(["m.id", "w.person", "m.title", "m.text", "m.site", "m.country", "m.author_followers", "m.said_at"])
    .where("w.watch_id", "=", watchId)
    .where("w.said_at", ">=", from)
    .where("w.said_at", "<", to)
    .where("m.gone_at", "is", null)
    .orderBy("w.said_at", "desc")
    .limit(limit)
    .execute()
}

/** As its words are counted: title and text, by who says them. */
export const wordsSaid = ({ person, title, text }: Pick<SaidOfWatch, "person" | "title" | "text">) => ({
  person,
  text: `${title ?? ""} ${text}`,
})
