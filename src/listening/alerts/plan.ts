import { z } from "@hono/zod-openapi"

const id = z.uuid()
const step = z
  .strictObject({
    after: z
      .number()
      .int()
      .min(0)
      .max(1440)
      .openapi({ description: "Minutes after the step before, or for the first after the call, while nobody is on it" }),
    keepers: z.boolean().openapi({ description: "Who made the watch, leads and administrators" }),
    agents: z.array(id).max(200),
    teams: z.array(id).max(50),
  })
  .refine(({ keepers, agents, teams }) => keepers || agents.length + teams.length > 0, "listening.alert.nobody")

export const alertPlan = z.strictObject({
  steps: z
    .array(step)
    .max(10)
    .refine((steps) => steps.every(({ after }, n) => n === 0 || after > 0), "listening.alert.noTime")
    .openapi({ description: "Who is told, one step after the other until somebody is on it; none: nobody is told" }),
  stopsWhen: z
    .enum(["taken", "seen"])
    .openapi({ description: "What ends the steps: that somebody is on it, or that somebody told has seen it" }),
  wakeFrom: z.number().min(1).max(1000).nullable().openapi({ description: "From this strength on nobody's quiet hours hold it" }),
  throughQuiet: z.boolean().openapi({ description: "From the second step on nobody's quiet hours hold it" }),
})

/** Who is told of the surges of one watch, inbox or topic, and when who else. */
export type AlertPlan = z.infer<typeof alertPlan>
export type AlertStep = AlertPlan["steps"][number]

/** Where nobody said otherwise. */
export const USUAL: AlertPlan = {
  steps: [{ after: 0, keepers: true, agents: [], teams: [] }],
  stopsWhen: "taken",
  wakeFrom: null,
  throughQuiet: false,
}
