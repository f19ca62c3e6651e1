import { keepMatches } from "../mentions/keep-matches.ts"
import { textOf } from "../mentions/text-of.ts"
import { room } from "../tables.ts"
import { sharedGeneration } from "../watches/generation.ts"
import type { Hearing } from "./take-in.ts"

/** Holds mentions of a source against all watches once more, because more is known of them: who speaks, and how many follow them. */
export async function matchAgain(
  { db, matcher }: Pick<Hearing, "db" | "matcher">,
  source: string,
  mentionIds: readonly string[],
): Promise<void> {
  if (mentionIds.length === 0) return
  for (;;) {
    const rows = await room(db.read)
      .selectFrom("mentions as m")
      .innerJoin("sources as s", "s.id", "m.source_id")
      .selectAll("m")
      .select(["s.kind as of", "s.place", "s.name"])
      .where("m.id", "in", [...mentionIds])
      .where("m.gone_at", "is", null)
      .where("m.ours_at", "is", null)
      .execute()
    const matched = await matcher.match(rows.map((row) => textOf(row, { kind: row.of, place: row.place, name: row.name })))
    const isDone = await db.transact(async (tx) => {
      if ((await sharedGeneration(tx)) !== matched.generation) return false
      const wanted = rows.flatMap(({ id, source_id, person, said_at, heard_at }, n) =>
        matched.watches[n]!.map((watch) => ({
          watch,
          mentionId: id,
          sourceId: source_id,
          person,
          saidAt: said_at,
          heardAt: heard_at,
        })),
      )
      const watches = await keepMatches(tx, wanted)
      const data = { source, count: rows.length, watches, mentions: rows.slice(0, 50).map(({ id }) => id) }
      if (watches.length > 0) await tx.record({ kind: "mention.heard", actor: "system:listening", about: {}, audience: "all", data })
      return true
    })
    if (isDone) return
    await matcher.refresh()
  }
}
