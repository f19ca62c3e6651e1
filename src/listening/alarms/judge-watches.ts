import { type Database, errorFields, type Log, SECOND } from "#platform"
import { bucketOf } from "../mentions/keep-matches.ts"
import { room } from "../tables.ts"
import { judgeWatch } from "./judge-watch.ts"
import { latestCounts } from "./said-counts.ts"
import { sourcesOfWatches } from "./standing.ts"

/** What is being kept when five minutes end is waited for. */
const GRACE = 5 * SECOND

/** Judges every watch every five minutes; while the house was closed nothing was read. */
export class WatchJudge {
  readonly #db: Database
  readonly #log: Log
  readonly #openSince: Date
  #through = 0
  #judging: Promise<void> = Promise.resolve()

  constructor(db: Database, log: Log) {
    this.#db = db
    this.#log = log
    this.#openSince = db.clock.now()
  }

  /** Judges what has ended since. May be called as often as one likes. */
  judge(): Promise<void> {
    const judging = this.#judging.then(() => this.#judgeAll())
    this.#judging = judging.catch(() => {}) // whoever asked is told
    return judging
  }

  /** What is under way ends. */
  settled(): Promise<void> {
    return this.#judging
  }

  async #judgeAll(): Promise<void> {
    const to = bucketOf(new Date(this.#db.clock.now().getTime() - GRACE))
    if (to.getTime() <= this.#through) return
    const reader = this.#db.read
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
    const counts = await latestCounts(reader, ids, new Date(Math.max(earliest, this.#openSince.getTime() - 1)), to)
    const sources = await sourcesOfWatches(reader, ids)
    let isAll = true
    for (const id of ids) {
      const known = { to, counts, sources: sources.get(id) ?? [], openSince: this.#openSince }
      await this.#db
        .transact((tx) => judgeWatch(tx, id, known))
        .catch((error: unknown) => {
          isAll = false // asked again at the next look
          this.#log.error("listening.not-judged", { watch: id, ...errorFields(error) })
        })
    }
    if (isAll) this.#through = to.getTime()
  }
}
