import type { Agent } from "#people"
import type { Subject } from "./subject.ts"

/** Whether somebody sees one of the inboxes that it speaks of, or it is of what is said in the open. */
export const maySee = ({ inboxes }: Pick<Agent, "inboxes">, { inboxIds }: Pick<Subject, "inboxIds">): boolean =>
  inboxIds === null || inboxes === "every" || inboxes.some((inbox) => inboxIds.includes(inbox))
