import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { idParam, newRouter, pageOf } from "#platform"
import { accessContact, accessContactToChange } from "./access.ts"
import { OUTSIDE_KINDS, outsideFactsOf, tellOutsideFact } from "./outside-facts.ts"
import { presentFact } from "./present.ts"
import type { ContactsNeed } from "./routes.ts"
import { OutsideFactView } from "./views.ts"

const FactInput = z.strictObject({
  kind: z.enum(OUTSIDE_KINDS),
  state: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, "contacts.fact.kind"),
  reference: z.string().max(200).default(""),
  text: z.string().max(5000).default(""),
  source: z.string().trim().min(1).max(100),
  key: z
    .string()
    .min(1)
    .max(200)
    .nullable()
    .default(null)
    .openapi({ description: "The source's own name for this event: told twice, it is one" }),
  occurredAt: z.iso.datetime({ offset: true }),
})

const fact = (description: string) => ({ description, content: { "application/json": { schema: OutsideFactView } } })

const tell = createRoute({
  method: "post",
  path: "/api/contacts/{id}/facts",
  tags: ["contacts"],
  request: { params: idParam, body: { content: { "application/json": { schema: FactInput } }, required: true } },
  responses: { 200: fact("Told before: the fact as it stands"), 201: fact("The fact") },
})

const list = createRoute({
  method: "get",
  path: "/api/contacts/{id}/facts",
  tags: ["contacts"],
  request: { params: idParam },
  responses: {
    200: { description: "In the order in which it happened", content: { "application/json": { schema: pageOf(OutsideFactView) } } },
  },
})

export function factRoutes({ db, sight }: ContactsNeed) {
  return newRouter<PeopleEnv>()
    .openapi(tell, async (c) => {
      const actor = c.get("actor")
      const told = c.req.valid("json")
      const { fact: row, created } = await db.transact(async (tx) => {
        const contact = await accessContactToChange(actor, tx, c.req.valid("param").id, sight)
        return tellOutsideFact(actor, tx, contact, { ...told, occurredAt: new Date(told.occurredAt) })
      })
      return c.json(presentFact(row), created ? 201 : 200)
    })
    .openapi(list, async (c) => {
      const contact = await accessContact(c.get("actor"), db.read, c.req.valid("param").id, sight)
      return c.json({ items: (await outsideFactsOf(db.read, contact.id)).map(presentFact), next: null }, 200)
    })
}
