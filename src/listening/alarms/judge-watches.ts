import { room } from "../tables.ts"
import type { JudgeAll } from "./judge.ts"
import { judgeWatch } from "./judge-watch.ts"
import { latestCounts } from "./said-counts.ts"
import { sourcesOfWatches } from "./standing.ts"

/** Every watch that listens, each in a transaction of its own. */
export const judgeWatches: JudgeAll = async ({ db }, to, openSince) => {
  const reader = db.read
  const due = await room(reader)
    .selectFrom("watches as w")
    .leftJoin("watch_detectors as d", "d.watch_id", "w.id")
    .select(["w.id", "d.through"])
    .where("w.state", "=", "listening")
    .whereRef("w.caught_up", ">=", "w.generation")
    .where((w) => w.or([w("d.through", "is", null), w("d.through", "<", to)]))
    .orderBy("w.id")
    .execute()
  const ids = due.map(({ id }) => id)
  const earliest = Math.min(...due.map(({ through }) => through?.getTime() ?? to.getTime()), to.getTime())
  const since = new Date(Math.max(earliest, openSince.getTime() - 1))
  // Asked before counting: what is kept between the two is counted, and waited for once more.
  const sources = await sourcesOfWatches(reader, ids, since)
  const counts = await latestCounts(reader, ids, since, to)
  const failed = new Map<string, unknown>()
  let isWaiting = false
  for (const id of ids) {
    const known = { to, counts, sources: sources.get(id) ?? [], openSince }
    try {
      const through = await db.transact((tx) => judgeWatch(tx, id, known))
      isWaiting ||= through !== null && through < to
    } catch (error) {
      failed.set(`watch ${id}`, error)
    }
  }
  return { failed, isWaiting }
}
