import { sql } from "kysely"
import { type Clock, MINUTE, newId } from "#platform"
import type { InsideHouse } from "./inside.ts"

/** On what a surge is called that lasts, even if nothing more is said. */
const EVIDENCE = {
  minutes: 5,
  count: 40,
  usual: 1,
  seldomAbove: -1,
  complete: true,
  posts: 44,
  people: 40,
  words: [
    { word: "entrepôt", people: 31 },
    { word: "grève", people: 28 },
  ],
  sites: [{ site: "forum.example", posts: 30 }],
  countries: [{ country: "FR", people: 12 }],
  mentions: [],
}

/** A surge of a watch, or an inbox, called now, as the detector calls one. Gives its id. */
export async function callAlarm(
  { house, clock }: Pick<InsideHouse<Clock>, "house" | "clock">,
  of: string | { inbox: string },
  { strength = 1.5, ...evidence }: { strength?: number; seldomAbove?: number; ofThisHour?: boolean; of?: "posts" | "people" } = {},
): Promise<string> {
  const [watch, inbox] = typeof of === "string" ? [of, null] : [null, of.inbox]
  const since = new Date(clock.now().getTime() - 5 * MINUTE)
  const called = await house.parts.db.transact(async (tx) => {
    const alarm = newId(tx.now)
    await sql`
      insert into alarms (id, watch_id, inbox_id, inbox_ids, since, called_at, strength, evidence)
      values (${alarm}, ${watch}, ${inbox}, ${inbox && [inbox]}::uuid[], ${since}, ${tx.now}, ${strength}, ${JSON.stringify({ ...EVIDENCE, ...evidence })})`.execute(
      tx.sql,
    )
    await tx.record({ kind: "alarm.called", actor: "system:listening", about: {}, audience: "all", data: { alarm, watch } })
    return alarm
  })
  await house.settle()
  return called
}
