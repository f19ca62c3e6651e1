import { errorFields, isPassing, type Log } from "#platform"
import { dueLooks, goneOf, noteLooks, postponeLooks } from "../mentions/looks.ts"
import type { LookedAgain } from "../sources/source.ts"
import { room, type Source } from "../tables.ts"
import { noteTrouble, troubleOf } from "./note-trouble.ts"
import type { Open } from "./source-lane.ts"
import { type Hearing, takeIn } from "./take-in.ts"

/** So many are looked at in one turn of a source. */
const AT_ONCE = 25

interface Parts {
  hearing: Hearing
  log: Log
  isStill: (source: Source) => boolean
}

/** Looks whether what was kept of a source still stands there; what doesn't is forgotten, as if its place had told. Never throws for the outside. */
export async function lookAgain({ hearing, log, isStill }: Parts, { source, kind, ground, now }: Open): Promise<void> {
  const { id } = source
  if (!kind.stillThere || source.state !== "reading") return
  const due = await dueLooks(hearing.db.read, id, AT_ONCE)
  if (due.length === 0) return
  let found: LookedAgain
  try {
    found = await kind.stillThere(ground, now, due)
  } catch (error) {
    if (isPassing(error)) throw error
    const trouble = troubleOf(error)
    log.info("source.not-looked-again", { source: id, kind: kind.kind, code: trouble.code, ...errorFields(trouble.cause ?? trouble) })
    await hearing.db.transact(async (tx) => {
      await postponeLooks(tx, due, trouble.until)
      // Whoever wants to be left alone is, whatever it was asked for; that one thing can't be asked for is no trouble of the source.
      const held = await room(tx).selectFrom("sources").selectAll().where("id", "=", id).forUpdate().executeTakeFirst()
      if (trouble.code === "throttled" && held?.state === "reading" && !held.removed_at) await noteTrouble(tx, held, trouble)
    })
    return
  }
  const { gone, missing } = goneOf(due, found, hearing.db.clock.now())
  const rest = due.filter(({ key }) => !gone.includes(key))
  await takeIn(hearing, id, { heard: [], gone, keeps: kind.keeps, isStill }, (tx) => noteLooks(tx, rest, { missing, unsaid: found.unsaid }))
}
