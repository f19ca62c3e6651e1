import { z } from "@hono/zod-openapi"
import { agentNames } from "#people"
import type { Reader } from "#platform"
import { type Decision, WAYS } from "./tables.ts"

const moment = z.iso.datetime()
const person = z.object({ ref: z.string(), name: z.string().nullable() })

export const DecisionView = z
  .object({
    id: z.string(),
    mentionId: z.string().nullable().openapi({ description: "What it is about; null: a whole story" }),
    storyId: z.string().nullable(),
    way: z.enum(WAYS).openapi({ description: "Speak in public, in private, watch, or leave it" }),
    aim: z.string(),
    tone: z.string(),
    reason: z.string(),
    by: person,
    at: moment,
    lookAgainAt: moment.nullable(),
    undone: z.object({ by: person, at: moment }).nullable().openapi({ description: "Taken back: it doesn’t hold" }),
  })
  .openapi("MentionDecision")

/** Decisions as they leave the room. */
export async function presentDecisions(reader: Reader, decisions: readonly Decision[]): Promise<z.infer<typeof DecisionView>[]> {
  const names = await agentNames(
    reader,
    decisions.flatMap(({ by_actor, undone_by }) =>
      [by_actor, undone_by ?? ""].flatMap((ref) => (ref.startsWith("agent:") ? [ref.slice(6)] : [])),
    ),
  )
  const person = (ref: string) => ({ ref, name: names.get(ref.slice(6)) ?? null })
  return decisions.map(({ id, mention_id, story_id, way, aim, tone, reason, by_actor, at, look_again_at, undone_at, undone_by }) => ({
    id,
    mentionId: mention_id,
    storyId: story_id,
    way,
    aim,
    tone,
    reason,
    by: person(by_actor),
    at: at.toISOString(),
    lookAgainAt: look_again_at?.toISOString() ?? null,
    undone: undone_at && undone_by ? { by: person(undone_by), at: undone_at.toISOString() } : null,
  }))
}
