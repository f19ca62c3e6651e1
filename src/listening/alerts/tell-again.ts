import { standingAgents } from "#people"
import type { Tx } from "#platform"
import { FORGOTTEN } from "./over-now.ts"
import type { Reach } from "./reach.ts"
import { release } from "./release.ts"
import type { CalledAlarm } from "./subject.ts"
import { alertRoom } from "./tables.ts"

/** Nobody is on it after all: who wasn't told because somebody was, is told now, unless something else speaks against it. */
export async function tellAgain(tx: Tx, reach: Reach, { id, called_at }: CalledAlarm): Promise<void> {
  if (tx.now.getTime() - called_at.getTime() > FORGOTTEN) return
  const held = await alertRoom(tx)
    .updateTable("alarm_tellings")
    .set({ state: "held", because: null, due_at: tx.now })
    .where("alarm_id", "=", id)
    .where("state", "=", "left_out")
    .where("because", "=", "answered")
    .returning("agent_id")
    .execute()
  for (const agent of await standingAgents(tx, { ids: held.map(({ agent_id }) => agent_id) })) await release(tx, reach, agent.id)
}
