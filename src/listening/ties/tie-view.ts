import { z } from "@hono/zod-openapi"
import { PIECE_KINDS } from "../evidence/sides.ts"
import { PROPOSE, WEIGHTS } from "../evidence/weights.ts"
import { MentionView, presentMention } from "../views/mention-view.ts"
import type { ListedMention } from "../mentions/list-mentions.ts"
import type { SeenTie } from "./list-ties.ts"
import { TIE_STATES } from "./tables.ts"

const moment = z.iso.datetime()

export const TieView = z
  .object({
    id: z.string(),
    state: z.enum(TIE_STATES),
    mention: MentionView,
    case: z
      .object({ id: z.string(), number: z.number().int(), subject: z.string() })
      .nullable()
      .openapi({ description: "Null: tied to a person who has no case" }),
    contact: z.object({ id: z.string(), name: z.string() }).nullable().openapi({ description: "The person, where no case is" }),
    score: z.number().openapi({
      description: `All weights together, with ${WEIGHTS.prior} before anything is known; from ${PROPOSE} on a person is asked`,
    }),
    likely: z.number().openapi({ description: "The same as a chance, from 0 to 1: as judged, not measured" }),
    pieces: z
      .array(
        z.object({
          kind: z.enum(PIECE_KINDS),
          weight: z.number().openapi({ description: "Natural logarithm; below zero it speaks against" }),
          open: z.string().openapi({ description: "What the mention says" }),
          own: z.string().nullable().openapi({ description: "What the case says; null for who sees a part of the case only" }),
        }),
      )
      .openapi({ description: "The weightiest first" }),
    byHand: z.boolean(),
    proposedAt: moment,
    decided: z.object({ by: z.object({ ref: z.string(), name: z.string().nullable() }), at: moment }).nullable(),
    canUndo: z.boolean(),
  })
  .openapi("Tie")

export function presentTie(seen: SeenTie, mention: ListedMention): z.infer<typeof TieView> {
  const { tie, decidedBy } = seen
  return {
    id: tie.id,
    state: tie.state,
    mention: presentMention(mention),
    case: seen.case,
    contact: seen.contact,
    score: tie.score,
    likely: Math.round(100 / (1 + Math.exp(-tie.score))) / 100,
    pieces: seen.pieces,
    byHand: tie.by_hand,
    proposedAt: tie.proposed_at.toISOString(),
    decided: decidedBy && tie.decided_at ? { by: decidedBy, at: tie.decided_at.toISOString() } : null,
    canUndo: tie.before !== null,
  }
}
