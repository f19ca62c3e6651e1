import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { idParam, json, newRouter, pageOf, pageQuery } from "#platform"
import { accessContact, accessContactToChange } from "./access.ts"
import { expectLeft, expectWishes } from "./as-left.ts"
import { changeContact } from "./change-contact.ts"
import { createContact } from "./create-contact.ts"
import { listContacts } from "./list-contacts.ts"
import { presentContacts } from "./present.ts"
import type { ContactsNeed } from "./routes.ts"
import { IdentityInput } from "./routes-identities.ts"
import { ContactView, WishesView } from "./views.ts"
import { setWishes } from "./set-wishes.ts"

const Said = z.strictObject({
  name: z.string().max(200).optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/, "contacts.language.code")
    .nullable()
    .optional(),
  salutation: z.string().max(200).nullable().optional(),
  grammar: z.enum(["feminine", "masculine", "neutral"]).nullable().optional(),
  familiarity: z.enum(["tu", "vous"]).nullable().optional(),
  organisation: z.string().max(200).optional(),
  note: z.string().max(20_000).optional(),
})

const LEFT = "To take a change back: what it made of the contact. Where somebody has changed the same since, nothing is done (409)"
const ContactChanges = Said.extend({ left: Said.optional().openapi({ description: LEFT }) })
const WishesToSet = WishesView.extend({ left: WishesView.nullable().optional().openapi({ description: LEFT }) }).openapi("WishesToSet")

const list = createRoute({
  method: "get",
  path: "/api/contacts",
  tags: ["contacts"],
  request: {
    query: pageQuery.extend({
      q: z.string().max(200).optional().openapi({ description: "Words of a name, an organisation, an address or a number" }),
    }),
  },
  responses: { 200: json(pageOf(ContactView), "Contacts, the newest first") },
})

const create = createRoute({
  method: "post",
  path: "/api/contacts",
  tags: ["contacts"],
  request: {
    body: {
      ...json(
        z.strictObject({ name: z.string().max(200).default(""), identities: z.array(IdentityInput).max(50).default([]) }),
        "Who it is",
      ),
      required: true,
    },
  },
  responses: { 201: json(ContactView, "The new contact") },
})

const read = createRoute({
  method: "get",
  path: "/api/contacts/{id}",
  tags: ["contacts"],
  request: { params: idParam },
  responses: { 200: json(ContactView, "The contact that this id means now") },
})

const change = createRoute({
  method: "patch",
  path: "/api/contacts/{id}",
  tags: ["contacts"],
  request: { params: idParam, body: { ...json(ContactChanges, "What changes"), required: true } },
  responses: { 200: json(ContactView, "The contact") },
})

const wish = createRoute({
  method: "put",
  path: "/api/contacts/{id}/wishes",
  tags: ["contacts"],
  request: { params: idParam, body: { ...json(WishesToSet, "How they wish to be reached"), required: true } },
  responses: { 200: json(ContactView, "The contact") },
})

export function contactRoutes({ db, sight }: ContactsNeed) {
  return newRouter<PeopleEnv>()
    .openapi(list, async (c) => {
      const { items, next } = await listContacts(c.get("actor"), db.read, c.req.valid("query"), sight)
      return c.json({ items: await presentContacts(db.read, items), next }, 200)
    })
    .openapi(create, async (c) => {
      const actor = c.get("actor")
      const { name, identities } = c.req.valid("json")
      const view = await db.transact(async (tx) => {
        const id = await createContact(actor, tx, { name, identities }, sight)
        // Read as the room itself: nothing has been written with this contact yet, and its maker is shown what was kept.
        return presentContacts(tx, [await accessContact({ ...actor, inboxes: "every" }, tx, id)])
      })
      return c.json(view[0]!, 201)
    })
    .openapi(read, async (c) => {
      const contact = await accessContact(c.get("actor"), db.read, c.req.valid("param").id, sight)
      return c.json((await presentContacts(db.read, [contact]))[0]!, 200)
    })
    .openapi(change, async (c) => {
      const actor = c.get("actor")
      const view = await db.transact(async (tx) => {
        const contact = await accessContactToChange(actor, tx, c.req.valid("param").id, sight)
        const { left, ...changes } = c.req.valid("json")
        if (left) await expectLeft(tx, contact.id, left)
        await changeContact(actor, tx, contact, changes)
        return presentContacts(tx, [await accessContact(actor, tx, contact.id, sight)])
      })
      return c.json(view[0]!, 200)
    })
    .openapi(wish, async (c) => {
      const actor = c.get("actor")
      const view = await db.transact(async (tx) => {
        const contact = await accessContactToChange(actor, tx, c.req.valid("param").id, sight)
        const { left, ...wishes } = c.req.valid("json")
        if (left !== undefined) await expectWishes(tx, contact.id, left)
        await setWishes(actor, tx, contact.id, wishes)
        return presentContacts(tx, [contact])
      })
      return c.json(view[0]!, 200)
    })
}
