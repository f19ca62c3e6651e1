import { DAY, HOUR, type Reader, type Tx } from "#platform"
import type { KeptThing, LookedAgain } from "../sources/source.ts"
import { room } from "../tables.ts"

/** How old something is when it is looked at again: most is taken back soon. */
const AGES = [HOUR, 6 * HOUR, DAY, 3 * DAY, 7 * DAY, 30 * DAY]
/** What isn't found where it stood is looked for once more after this: a place may be out of order. */
const SECOND_LOOK = DAY
/** Where nothing could be said. */
const LATER = HOUR
/** So many others are asked for, where nothing that was due still stands. */
const CONTROLS = 5

export interface DueLook extends KeptThing {
  id: string
  looks: number
  heardAt: Date
  missedAt: Date | null
}

/** What was heard just now is looked at again later. */
export async function beginLooks(tx: Tx, sourceId: string, mentionIds: readonly string[]): Promise<void> {
  if (mentionIds.length === 0) return
  const next_at = new Date(tx.now.getTime() + AGES[0]!)
  const rows = mentionIds.map((mention_id) => ({ mention_id, source_id: sourceId, next_at }))
  await room(tx).insertInto("mention_looks").values(rows).execute()
}

/** Sources of which something is to be looked at. */
export async function sourcesToLookAt(reader: Reader): Promise<string[]> {
  const rows = await room(reader)
    .selectFrom("sources as s")
    .select("s.id")
    .where("s.removed_at", "is", null)
    .where("s.state", "=", "reading")
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("mention_looks as l").select("l.mention_id").whereRef("l.source_id", "=", "s.id").where("l.next_at", "<=", reader.now),
      ),
    )
    .execute()
  return rows.map(({ id }) => id)
}

/** What is due of a source, the longest due first. */
export async function dueLooks(reader: Reader, sourceId: string, most: number): Promise<DueLook[]> {
  const rows = await room(reader)
    .selectFrom("mention_looks as l")
    .innerJoin("mentions as m", "m.id", "l.mention_id")
    .select(["m.id", "m.key", "m.url", "m.reply_to", "m.said_at", "m.heard_at", "l.looks", "l.missed_at"])
    .where("l.source_id", "=", sourceId)
    .where("l.next_at", "<=", reader.now)
    .where("m.gone_at", "is", null)
    .orderBy("l.next_at")
    .limit(most)
    .execute()
  return rows.map(({ id, key, url, reply_to, said_at, heard_at, looks, missed_at }) => ({
    id,
    key,
    url,
    replyTo: reply_to,
    saidAt: said_at,
    heardAt: heard_at,
    looks,
    missedAt: missed_at,
  }))
}

/** Others of a source that should still stand where it works: those that stood longest, else the newest. */
export async function controlsOf(reader: Reader, sourceId: string, due: readonly DueLook[]): Promise<KeptThing[]> {
  const ids = due.map(({ id }) => id)
  const others = room(reader)
    .selectFrom("mentions as m")
    .leftJoin("mention_looks as l", "l.mention_id", "m.id")
    .select(["m.key", "m.url", "m.reply_to", "m.said_at"])
    .where("m.source_id", "=", sourceId)
    .where("m.id", "not in", ids)
    .where("m.gone_at", "is", null)
    .where("m.ours_at", "is", null)
    .where("l.missed_at", "is", null)
    .limit(CONTROLS)
  const looked = await others.where("l.source_id", "=", sourceId).orderBy("l.next_at", "desc").execute()
  const rows = looked.length > 0 ? looked : await others.orderBy("m.id", "desc").execute()
  return rows.map(({ key, url, reply_to, said_at }) => ({ key, url, replyTo: reply_to, saidAt: said_at }))
}

/** Whether something of what was asked for still stands, which proves that the place works. */
export function isStanding(asked: readonly KeptThing[], { gone, missing, unsaid, unasked }: LookedAgain): boolean {
  const others = new Set([...gone, ...missing, ...unsaid, ...(unasked?.keys ?? [])])
  return asked.some(({ key }) => !others.has(key))
}

/** Which of these are gone, as a place says that works: those that it says were deleted, and those that weren't found twice, a day apart. */
export function goneOf(due: readonly DueLook[], { gone, missing }: LookedAgain, now: Date): string[] {
  const again = due.filter(
    ({ key, missedAt }) => missing.includes(key) && missedAt !== null && now.getTime() - missedAt.getTime() >= SECOND_LOOK,
  )
  return [...gone, ...again.map(({ key }) => key)]
}

/** When each is looked at the next time; what has been there for a month isn't any more, nor what its place shows no longer by then. */
export async function noteLooks(
  tx: Tx,
  due: readonly DueLook[],
  { missing, unsaid }: Pick<LookedAgain, "missing" | "unsaid">,
  shownFor = Infinity,
): Promise<void> {
  for (const { id, key, looks, saidAt, heardAt, missedAt } of due) {
    const isMissing = missing.includes(key)
    const isUnsaid = !isMissing && unsaid.includes(key)
    const age = tx.now.getTime() - heardAt.getTime()
    const next = isMissing ? tx.now.getTime() + SECOND_LOOK : nextLook(heardAt, age)
    // What can't be asked for isn't for ever.
    if (next === null || next - saidAt.getTime() >= shownFor)
      await room(tx).deleteFrom("mention_looks").where("mention_id", "=", id).execute()
    else
      await room(tx)
        .updateTable("mention_looks")
        .set({
          looks: looks + (isUnsaid ? 0 : 1),
          next_at: new Date(next),
          missed_at: isMissing ? (missedAt ?? tx.now) : isUnsaid ? missedAt : null,
        })
        .where("mention_id", "=", id)
        .execute()
  }
}

/** The place couldn't be asked: these wait. */
export async function postponeLooks(tx: Tx, due: readonly DueLook[], until: Date | null): Promise<void> {
  if (due.length === 0) return
  await room(tx)
    .updateTable("mention_looks")
    .set({ next_at: new Date(Math.max(until?.getTime() ?? 0, tx.now.getTime() + LATER)) })
    .where(
      "mention_id",
      "in",
      due.map(({ id }) => id),
    )
    .execute()
}

/** The place is out of order: nothing of it is asked for before a day has passed. */
export async function restLooks(tx: Tx, sourceId: string, until: Date | null): Promise<void> {
  const next_at = new Date(Math.max(until?.getTime() ?? 0, tx.now.getTime() + SECOND_LOOK))
  await room(tx).updateTable("mention_looks").set({ next_at }).where("source_id", "=", sourceId).where("next_at", "<", next_at).execute()
}

function nextLook(heardAt: Date, age: number): number | null {
  const at = AGES.find((one) => one > age)
  return at === undefined ? null : heardAt.getTime() + at
}
