import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { type Database, newRouter, streamText } from "#platform"
import { mentionsAsCsv } from "../mentions/mentions-as-csv.ts"
import { accessWatch } from "../watches/access-watch.ts"
import { filterOf, filters } from "./mention-filters.ts"
import { route } from "./route.ts"

const asked = filters.omit({ limit: true, cursor: true }).extend({
  watch: z.string().max(100).optional().openapi({ description: "What this watch heard; absent: all" }),
  delimiter: z.enum([",", ";"]).default(",").openapi({ description: "`;` where spreadsheets write decimals with a comma" }),
  bom: z
    .enum(["true", "false"])
    .default("true")
    .transform((text) => text === "true")
    .openapi({ description: "The mark by which Excel knows UTF-8" }),
})

/** Taking along what was heard. */
export function mentionExportRoutes({ db }: { db: Database }) {
  return newRouter<PeopleEnv>().openapi(
    createRoute({
      ...route("get", "/api/exports/mentions.csv", "What was heard, as a table, to its end"),
      request: { query: asked },
      responses: { 200: { description: "The file, as it is made", content: { "text/csv": { schema: z.string() } } } },
    }),
    async (c) => {
      const { watch, delimiter, bom, ...rest } = c.req.valid("query")
      const filter = { ...filterOf(rest), ...(watch ? { watchId: (await accessWatch(db.read, watch)).id } : {}) }
      const data = { what: "mentions", format: "csv", watch: watch ?? "" }
      await db.transact((tx) => tx.record({ kind: "export.made", actor: c.get("actor").ref, about: {}, audience: "audit", data }))
      return new Response(streamText(mentionsAsCsv(c.get("language"), db.read, filter, { delimiter, bom })), {
        headers: {
          "content-type": "text/csv; charset=utf-8",
          "content-disposition": `attachment; filename="mentions-${db.clock.now().toISOString().slice(0, 10)}.csv"`,
          "x-content-type-options": "nosniff",
        },
      })
    },
  )
}
