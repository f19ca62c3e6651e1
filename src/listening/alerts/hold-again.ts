import { accessAgent, alertWishesOf } from "#people"
import type { Subscriber } from "#platform"
import { isOnDuty, quietUntil } from "./quiet-until.ts"
import type { Reach } from "./reach.ts"
import { release } from "./release.ts"
import { alertRoom } from "./tables.ts"

/** agent.preferences-changed: what waits for the end of somebody's quiet hours waits for their end as it is now. */
export const heedQuietHours =
  (reach: Reach): Subscriber =>
  async (tx, { about }) => {
    if (!about.agent) return
    const tables = alertRoom(tx)
    const held = tables.selectFrom("alarm_tellings").select("id").where("agent_id", "=", about.agent).where("because", "=", "quiet")
    if (!(await held.where("state", "=", "held").executeTakeFirst())) return
    const { timeZone } = await accessAgent(tx, about.agent)
    const wish = (await alertWishesOf(tx, [about.agent])).get(about.agent)!
    const until = isOnDuty(wish, tx.now) ? null : quietUntil(wish.quiet, timeZone, tx.now)
    await tables
      .updateTable("alarm_tellings")
      .set({ due_at: until ?? tx.now })
      .where("agent_id", "=", about.agent)
      .where("state", "=", "held")
      .where("because", "=", "quiet")
      .execute()
    if (until) await reach.lookAt(tx, until)
    await release(tx, reach, about.agent)
  }
