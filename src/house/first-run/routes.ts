import { createRoute, z } from "@hono/zod-openapi"
import { accessInbox } from "#conversations"
import { accessAgent, changeCompany, company, type PeopleEnv, requirePerson, requireRole } from "#people"
import { Invalid, json, newRouter } from "#platform"
import { say } from "#words"
import type { Ground } from "../ground.ts"
import type { OpenMail } from "../open-mail.ts"
import { firstMail } from "./first-mail.ts"
import { readProgress, STEPS } from "./progress.ts"

const step = z.enum(STEPS)
export const progress = z
  .object({
    steps: z.array(z.object({ step, state: z.enum(["done", "skipped", "open"]) })),
    finished: z.boolean(),
    firstCase: z.number().int().nullable(),
    address: z.object({ smtp: z.string(), host: z.string() }).openapi({ description: "Where this Vigie takes mail" }),
  })
  .openapi("SettingUp")
export const trial = z
  .object({ ok: z.boolean(), words: z.string().openapi({ description: "What came of it, and what would be right" }), answer: z.string() })
  .openapi("RelayTrial")

/** Setting up, a step after the other: what is done, what was left out; trials of what goes out and comes in. For admins. */
export function firstRunRoutes({ db, config, clock }: Ground, mail: OpenMail) {
  const read = async (actor: PeopleEnv["Variables"]["actor"]) => ({
    ...(await readProgress(actor, db.read)),
    address: { smtp: `${config.smtp.host}:${mail.port()}`, host: config.url.hostname },
  })
  const body = <Schema extends z.ZodType>(schema: Schema) => ({ body: { required: true, content: { "application/json": { schema } } } })
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: "get",
        path: "/api/start",
        tags: ["start"],
        summary: "How far this Vigie is set up (admin)",
        responses: { 200: json(progress, "Step by step") },
      }),
      async (c) => {
        requireRole(c.get("actor"), "admin")
        return c.json(await read(c.get("actor")), 200)
      },
    )
    .openapi(
      createRoute({
        method: "patch",
        path: "/api/start",
        tags: ["start"],
        summary: "Leave steps out, take them up again, or be done with setting up (admin)",
        request: body(z.strictObject({ skipped: z.array(step).max(10).optional(), finished: z.boolean().optional() })),
        responses: { 200: json(progress, "As it is now") },
      }),
      async (c) => {
        await db.transact((tx) => changeCompany(c.get("actor"), tx, c.req.valid("json")))
        return c.json(await read(c.get("actor")), 200)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/start/relay-trial",
        tags: ["start"],
        summary: "Send a mail to oneself through the relay, now (admin)",
        responses: { 200: json(trial, "What came of it") },
      }),
      async (c) => {
        const me = await self(c.get("actor"))
        const language = c.get("language")
        const held = mail.channel.heldBecause()
        if (held) return c.json({ ok: false, words: say(language, "house.relayTrial.none"), answer: "" }, 200)
        const { kind, answer } = await mail.sendAside({
          to: { name: me.name, address: me.email },
          subject: say(language, "house.relayTrial.subject"),
          text: say(language, "house.relayTrial.text", { name: me.name, company: (await company(db.read)).name || "Vigie" }),
          language,
        })
        return c.json({ ok: kind === "sent", words: say(language, `house.relayTrial.${kind}`, { address: me.email }), answer }, 200)
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/start/first-mail",
        tags: ["start"],
        summary: "Put a mail from oneself before the door of an inbox (admin)",
        request: body(z.strictObject({ inboxId: z.uuid() })),
        responses: { 202: { description: "Accepted; it becomes a case in a moment" } },
      }),
      async (c) => {
        const me = await self(c.get("actor"))
        const inbox = await accessInbox(c.get("actor"), db.read, c.req.valid("json").inboxId)
        await mail.takeIn(inbox.id, firstMail({ name: me.name, address: me.email }, inbox, c.get("language"), clock.now()))
        return c.body(null, 202)
      },
    )

  /** The administrator who asks, by name and address. */
  async function self(actor: PeopleEnv["Variables"]["actor"]) {
    requireRole(actor, "admin")
    const { name, email } = await accessAgent(db.read, requirePerson(actor).id)
    if (!email) throw new Invalid("house.firstMail.noAddress")
    return { name, email }
  }
}
