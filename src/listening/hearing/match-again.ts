import { keepMatches, leaveEdited } from "../mentions/keep-matches.ts"
import { textOf } from "../mentions/text-of.ts"
import { room } from "../tables.ts"
import { sharedGeneration } from "../watches/generation.ts"
import type { Hearing } from "./take-in.ts"

type Parts = Pick<Hearing, "db" | "matcher">

/** So many are held at once: whoever is called otherwise may have said thousands of things. */
const AT_ONCE = 500

/**
 * Holds mentions of a source against all watches once more, because more is known of them: who speaks, and how many follow them. Watches
 * that want them hear them, and those that don't, now, leave them, as if they looked through the past.
 */
export async function matchAgain(parts: Parts, source: string, mentionIds: readonly string[]): Promise<void> {
  for (let from = 0; from < mentionIds.length; from += AT_ONCE) await matchSome(parts, source, mentionIds.slice(from, from + AT_ONCE))
}

async function matchSome({ db, matcher }: Parts, source: string, mentionIds: readonly string[]): Promise<void> {
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
      await leaveEdited(
        tx,
        rows.map(({ id }, n) => ({ mentionId: id, watches: matched.watches[n]!.map((watch) => watch.id) })),
      )
      const data = { source, count: rows.length, watches, mentions: rows.slice(0, 50).map(({ id }) => id) }
      if (watches.length > 0) await tx.record({ kind: "mention.heard", actor: "system:listening", about: {}, audience: "all", data })
      return true
    })
    if (isDone) return
    await matcher.refresh()
  }
}
