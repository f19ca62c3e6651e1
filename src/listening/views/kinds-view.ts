import { z } from "@hono/zod-openapi"
import { type Language, say } from "#words"
import type { SourceKind } from "../sources/source.ts"
import { AS_OF, HARD_PLACES } from "../sources/unreadable.ts"

const kindView = z.object({
  kind: z.string(),
  name: z.string(),
  place: z.string(),
  readable: z.enum(["freely", "with-key", "after-approval"]),
  keeps: z.enum(["all", "matched"]),
  isRegistered: z.boolean().openapi({ description: "A person enters the push address of its sources there" }),
  deletions: z.string().openapi({ description: "What becomes known of deletions there, in a sentence" }),
  costs: z.boolean().openapi({ description: "Reading it costs money by the piece" }),
  follows: z.boolean().openapi({ description: "It tells as things are said; others are asked now and then" }),
  settings: z.record(z.string(), z.unknown()).openapi({ description: "JSON Schema" }),
  secret: z.record(z.string(), z.unknown()).nullable().openapi({ description: "JSON Schema" }),
})
const placeView = z.object({ place: z.string(), name: z.string(), why: z.string(), detail: z.string() })
export const KindsView = z.object({
  items: z.array(kindView),
  next: z.null(),
  hard: z.array(placeView).openapi({ description: "What can't be heard as one would wish, and why" }),
  asOf: z.string().openapi({ description: "Year and month of that" }),
})
/** What can be heard, and what can't and why. */
export function presentKinds(kinds: readonly SourceKind[], language: Language): z.infer<typeof KindsView> {
  const items = kinds
    .filter((kind) => kind.read ?? kind.follow ?? kind.push)
    .map((kind) => ({
      kind: kind.kind,
      name: say(language, `listening.kind.${kind.kind}`),
      place: kind.place,
      readable: kind.readable,
      keeps: kind.keeps,
      isRegistered: kind.isRegistered ?? false,
      deletions: say(language, `listening.deletions.${kind.kind}`),
      costs: kind.budget !== undefined,
      follows: kind.follow !== undefined,
      settings: schemaOf(kind.settings),
      secret: kind.secret ? schemaOf(kind.secret) : null,
    }))
  const hard = HARD_PLACES.map(({ place, why }) => ({
    place,
    name: say(language, `listening.placeName.${place}`),
    why,
    detail: say(language, `listening.place.${place}`),
  }))
  return { items, next: null, hard, asOf: AS_OF }
}

function schemaOf(schema: z.ZodType): Record<string, unknown> {
  return { ...z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) }
}
