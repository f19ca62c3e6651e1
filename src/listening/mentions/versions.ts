import type { Reader } from "#platform"
import { room } from "../tables.ts"

/** What a mention said before it was edited, the earliest first. */
export async function versionsOf(
  reader: Reader,
  mentionId: string,
): Promise<{ version: number; title: string | null; text: string; seenAt: string }[]> {
  const rows = await room(reader)
    .selectFrom("mention_versions")
    .selectAll()
    .where("mention_id", "=", mentionId)
    .orderBy("version")
    .limit(200)
    .execute()
  return rows.map(({ version, title, text, seen_at }) => ({ version, title, text, seenAt: seen_at.toISOString() }))
}

/** The watches that heard a mention, by name. */
export function watchesOf(reader: Reader, mentionId: string): Promise<{ id: string; name: string }[]> {
  return room(reader)
    .selectFrom("watch_mentions as m")
    .innerJoin("watches as w", "w.id", "m.watch_id")
    .select(["w.id", "w.name"])
    .where("m.mention_id", "=", mentionId)
    .where("w.state", "!=", "removed")
    .orderBy("w.name")
    .execute()
}
