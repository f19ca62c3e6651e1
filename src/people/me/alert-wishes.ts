import { z } from "@hono/zod-openapi"
import type { Reader } from "#platform"
import type { PeopleTables } from "../tables.ts"
import type { QuietHours } from "./quiet-hours.ts"

const strength = z.number().min(1).max(1000)
export const alertWishes = z.strictObject({
  mail: z.boolean().openapi({ description: "Alarms come by mail, too" }),
  ended: z.boolean().openapi({ description: "And that one is over" }),
  wakeFrom: strength.nullable().openapi({ description: "Alarms of this strength and more don't wait for quiet hours to end" }),
  dutyUntil: z.iso.datetime({ offset: true }).nullable().openapi({ description: "On night duty until then: no quiet hours" }),
})
export type AlertWishes = z.infer<typeof alertWishes>

const AS_WE_THINK: AlertWishes = { mail: true, ended: false, wakeFrom: null, dutyUntil: null }

/** What they never said is as we think best. */
export const withDefaults = (kept: Partial<AlertWishes>): AlertWishes => ({ ...AS_WE_THINK, ...kept })

/** As before, but for what is said. */
export function changedWishes(
  before: AlertWishes,
  { mail, ended, wakeFrom, dutyUntil }: { [Wish in keyof AlertWishes]?: AlertWishes[Wish] | undefined },
): AlertWishes {
  return {
    mail: mail ?? before.mail,
    ended: ended ?? before.ended,
    wakeFrom: wakeFrom === undefined ? before.wakeFrom : wakeFrom,
    dutyUntil: dutyUntil === undefined ? before.dutyUntil : dutyUntil,
  }
}

/** How somebody wants to hear of alarms: whether by browser and mail, and in which hours not. */
export type HowToAlert = AlertWishes & { browser: boolean; quiet: QuietHours }

/** How these agents want to hear of alarms, by id. */
export async function alertWishesOf(reader: Reader, agentIds: readonly string[]): Promise<Map<string, HowToAlert>> {
  const rows = agentIds.length
    ? await reader.sql
        .withTables<PeopleTables>()
        .selectFrom("agent_preferences")
        .select(["agent_id", "alerts", "notify", "quiet"])
        .where("agent_id", "in", [...agentIds])
        .execute()
    : []
  const kept = new Map(rows.map((row) => [row.agent_id, row]))
  return new Map(
    agentIds.map((id) => {
      const { alerts = {}, notify = {}, quiet = [] } = kept.get(id) ?? {}
      return [id, { ...withDefaults(alerts), browser: notify["alarms"] ?? true, quiet }]
    }),
  )
}
