import { z } from "@hono/zod-openapi"
import { defineSource, type SourceKind } from "../source.ts"

const settings = z.strictObject({})

/** What others tell us of their own accord: programs through the API, people with a file. Nothing is read, so nothing is ever missing. */
export const told: readonly SourceKind[] = ["api", "import"].map((kind) =>
  defineSource({ kind, place: kind, readable: "freely", keeps: "all", settings, nameOf: () => kind }),
)
