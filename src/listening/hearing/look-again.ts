import { errorFields, isPassing, type Log, type Tx } from "#platform"
import { controlsOf, type DueLook, dueLooks, goneOf, isStanding, noteLooks, postponeLooks, restLooks } from "../mentions/looks.ts"
import { type LookedAgain, SourceTrouble } from "../sources/source.ts"
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
  /** What is written down waits for its turn; what is asked doesn't, and holds up nothing that is read or pushed. */
  inTurn: (work: () => Promise<unknown>) => Promise<unknown>
}

/** Looks whether what was kept of a source still stands there; what doesn't is forgotten, as if its place had told. Never throws for the outside. */
export async function lookAgain({ hearing, log, isStill, inTurn }: Parts, open: Open): Promise<void> {
  const { source, kind } = open
  const { id } = source
  if (!kind.stillThere || source.state !== "reading") return
  const due = await dueLooks(hearing.db.read, id, AT_ONCE)
  if (due.length === 0) return
  const found = await ask(open, due)
  const trouble = found instanceof SourceTrouble ? found : (found.unasked?.trouble ?? null)
  if (trouble)
    log.info("source.not-looked-again", { source: id, kind: kind.kind, code: trouble.code, ...errorFields(trouble.cause ?? trouble) })
  if (found instanceof SourceTrouble)
    return void (await inTurn(() => hearing.db.transact((tx) => postpone(tx, id, due, { until: found.until, trouble }))))
  const unasked = new Set(found.unasked?.keys)
  const later = due.filter(({ key }) => unasked.has(key))
  const wait = { until: found.unasked?.until ?? null, trouble }
  const lost = found.gone.length + found.missing.length
  if (lost > 0 && !isStanding(due, found) && (trouble !== null || !(await othersStand(hearing, open, due)))) {
    log.warn("source.lost-everything", { source: id, kind: kind.kind, lost })
    await inTurn(() =>
      hearing.db.transact(async (tx) => {
        await postpone(tx, id, later, wait)
        await restLooks(tx, id, wait.until)
      }),
    )
    return
  }
  const gone = goneOf(due, found, hearing.db.clock.now())
  const rest = due.filter(({ key }) => !gone.includes(key) && !unasked.has(key))
  const note = async (tx: Tx) => {
    await noteLooks(tx, rest, found, kind.shownFor)
    await postpone(tx, id, later, wait)
  }
  await inTurn(() => takeIn(hearing, id, { heard: [], gone, keeps: kind.keeps, isStill }, note))
}

/** Whether others of this source stand, where nothing does of what was due: else the place is out of order. */
async function othersStand({ db }: Hearing, open: Open, due: readonly DueLook[]): Promise<boolean> {
  const controls = await controlsOf(db.read, open.source.id, due)
  if (controls.length === 0) return false
  const found = await ask(open, controls)
  return !(found instanceof SourceTrouble) && isStanding(controls, found)
}

async function ask(
  { kind, ground, now }: Open,
  kept: Parameters<NonNullable<Open["kind"]["stillThere"]>>[2],
): Promise<LookedAgain | SourceTrouble> {
  try {
    return await kind.stillThere!(ground, now, kept)
  } catch (error) {
    if (isPassing(error)) throw error
    return troubleOf(error)
  }
}

/** Whoever wants to be left alone is, whatever it was asked for; that one thing can't be asked for is no trouble of the source. */
async function postpone(
  tx: Tx,
  id: string,
  due: readonly DueLook[],
  { until, trouble }: { until: Date | null; trouble: SourceTrouble | null },
): Promise<void> {
  await postponeLooks(tx, due, until)
  if (trouble?.code !== "throttled") return
  const held = await room(tx).selectFrom("sources").selectAll().where("id", "=", id).forUpdate().executeTakeFirst()
  if (held?.state === "reading" && !held.removed_at) await noteTrouble(tx, held, trouble)
}
