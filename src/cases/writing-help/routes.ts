import { createRoute, z } from "@hono/zod-openapi"
import { type PeopleEnv, requireRole } from "#people"
import { idParam, json, newRouter } from "#platform"
import { body } from "../routes/parts.ts"
import { type HelpNeed, type HelpPart, giveHelp, noteUsed } from "./give-help.ts"
import { TONES } from "./prompt.ts"
import { settingsRoutes } from "./settings-routes.ts"
import { readWritingHelp } from "./settings.ts"
import { HELPS } from "./tables.ts"

const tags = ["writing help"]
const offered = z
  .object({
    helps: z.array(z.enum(HELPS)),
    service: z.string().nullable().openapi({ description: "Whose words they are: the service's host" }),
  })
  .openapi("WritingHelp")

const asked = z.strictObject({
  caseId: z.string().max(100),
  help: z.enum(HELPS),
  text: z.string().max(20_000).default("").openapi({ description: "The agent's own words, to translate or rewrite" }),
  messageId: z.uuid().nullable().default(null).openapi({ description: "A message to translate, instead of one's own words" }),
  articleIds: z.array(z.string().max(100)).max(3).default([]).openapi({ description: "For an answer; none: the likest" }),
  to: z.enum(["en", "fr"]).default("en"),
  tone: z.enum(TONES).default("plainer"),
})

/** Help with writing, where an administrator switched it on. What it proposes goes nowhere by itself. */
export function writingHelpRoutes(need: HelpNeed) {
  const { db } = need
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: "get",
        path: "/api/writing",
        tags,
        summary: "Which helps are on",
        responses: { 200: json(offered, "None when it is off") },
      }),
      async (c) => {
        const settings = await readWritingHelp(db.read)
        return c.json({ helps: settings?.helps ?? [], service: settings ? new URL(settings.baseUrl).host : null }, 200)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/writing",
        tags,
        summary: "Ask for help: server-sent events begun, text, done, failed",
        request: body(asked),
        responses: { 200: { description: "As it comes; hang up to stop it" } },
      }),
      async (c) => {
        requireRole(c.get("actor"), "agent")
        const stop = new AbortController()
        const parts = await giveHelp(need, c.get("actor"), c.get("language"), c.req.valid("json"), stop.signal)
        return new Response(eventsOf(parts, stop), {
          headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store" },
        })
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/writing/{id}/used",
        tags,
        summary: "A proposal was taken into an answer",
        request: { params: idParam },
        responses: { 204: { description: "Recorded" } },
      }),
      async (c) => {
        requireRole(c.get("actor"), "agent")
        await noteUsed(need, c.get("actor"), c.req.valid("param").id)
        return c.body(null, 204)
      },
    )
    .route("/", settingsRoutes(need))
}

/** Whoever hangs up stops the service too; what came of it is recorded all the same, so the walk goes to its end. */
function eventsOf(parts: AsyncIterable<HelpPart>, stop: AbortController): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const tell = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    for await (const { kind, ...data } of parts) {
      if (!stop.signal.aborted) controller.enqueue(encoder.encode(`event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`))
    }
    if (!stop.signal.aborted) controller.close()
  }
  return new ReadableStream({
    start: (controller) => void tell(controller).catch((error: unknown) => controller.error(error)),
    cancel: () => stop.abort(),
  })
}
