import { listInboxes } from "#conversations"
import { company, countAgents, type PersonActor } from "#people"
import type { Reader } from "#platform"
import { countCalendars, firstCase } from "#cases"

export const STEPS = ["company", "inbox", "agents", "hours", "case"] as const
export type Step = (typeof STEPS)[number]

export interface Progress {
  steps: { step: Step; state: "done" | "skipped" | "open" }[]
  /** Somebody said that setting up is done with, or every step is. */
  finished: boolean
  /** The first case there ever was, once there is one. */
  firstCase: number | null
}

/** How far this Vigie is set up: read from what is there, so that a step done elsewhere is done. */
export async function readProgress(actor: PersonActor, reader: Reader): Promise<Progress> {
  const [{ name, skipped, finishedAt }, inboxes, agents, calendars, first] = await Promise.all([
    company(reader),
    listInboxes(actor, reader),
    countAgents(reader),
    countCalendars(reader),
    firstCase(reader),
  ])
  const done: Record<Step, boolean> = {
    company: name !== "",
    inbox: inboxes.length > 0,
    agents: agents > 1,
    hours: calendars > 0,
    case: first !== null,
  }
  const steps = STEPS.map((step) => ({
    step,
    state: done[step] ? ("done" as const) : skipped.includes(step) ? ("skipped" as const) : ("open" as const),
  }))
  return { steps, finished: finishedAt !== null || steps.every(({ state }) => state !== "open"), firstCase: first }
}
