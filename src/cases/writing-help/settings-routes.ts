import { createRoute, z } from "@hono/zod-openapi"
import { type PeopleEnv, requireRole } from "#people"
import { Invalid, json, newRouter, NotFound } from "#platform"
import { say } from "#words"
import { body } from "../routes/parts.ts"
import type { HelpNeed } from "./give-help.ts"
import { complete, NoHelp } from "./protocol.ts"
import { removeWritingHelp, setWritingHelp } from "./change-settings.ts"
import { openKey, readWritingHelp } from "./settings.ts"
import { HELPS } from "./tables.ts"

const path = "/api/settings/writing-help"
const tags = ["settings"]
const parts = {
  model: z.string().trim().min(1).max(200),
  helps: z.array(z.enum(HELPS)).max(HELPS.length),
}
const view = z.object({ ...parts, baseUrl: z.string(), hasKey: z.boolean() }).openapi("WritingHelpSettings")
const wanted = z.strictObject({
  ...parts,
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .refine((url) => {
      const { username, password, search, hash } = new URL(url)
      return !username && !password && !search && !hash
    }, "writing.baseUrl"),
  key: z.string().max(500).optional().openapi({ description: "Left out: the one that is there stays; empty: none" }),
})
const tried = z.object({
  works: z.boolean(),
  detail: z.string(),
  said: z.string().openapi({ description: "What the service itself answered" }),
})

/** The service that helps with writing: set, tried, removed (admin). */
export function settingsRoutes({ db, keys, outbound }: HelpNeed) {
  const present = async () => {
    const found = await readWritingHelp(db.read)
    if (!found) throw new NotFound("writing.off")
    return found
  }
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: "get",
        path,
        tags,
        summary: "The service that helps with writing (admin)",
        responses: { 200: json(view, "Without its key") },
      }),
      async (c) => {
        requireRole(c.get("actor"), "admin")
        return c.json(await present(), 200)
      },
    )
    .openapi(
      createRoute({ method: "put", path, tags, summary: "Set it (admin)", request: body(wanted), responses: { 200: json(view, "Set") } }),
      async (c) => {
        await db.transact((tx) => setWritingHelp(c.get("actor"), tx, keys, c.req.valid("json")))
        return c.json(await present(), 200)
      },
    )
    .openapi(
      createRoute({
        method: "delete",
        path,
        tags,
        summary: "No help with writing any more (admin)",
        responses: { 204: { description: "Removed" } },
      }),
      async (c) => {
        await db.transact((tx) => removeWritingHelp(c.get("actor"), tx))
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: `${path}/try` as const,
        tags,
        summary: "Ask it for one word, to see whether it answers (admin)",
        responses: { 200: json(tried, "Whether it works, and why not") },
      }),
      async (c) => {
        requireRole(c.get("actor"), "admin")
        const settings = await readWritingHelp(db.read)
        if (!settings) throw new Invalid("writing.off")
        const service = { ...settings, key: await openKey(db.read, keys) }
        const language = c.get("language")
        try {
          let said = ""
          const asked = [{ role: "user" as const, content: "Answer with the one word: ready" }]
          for await (const words of complete(outbound, service, asked, new AbortController().signal, 20_000)) said += words
          return c.json({ works: true, detail: say(language, "writing.works"), said: said.slice(0, 100) }, 200)
        } catch (error) {
          if (!(error instanceof NoHelp)) throw error
          return c.json({ works: false, detail: say(language, `writing.failed.${error.code}`), said: error.detail }, 200)
        }
      },
    )
}
