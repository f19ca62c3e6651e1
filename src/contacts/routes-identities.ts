import { createRoute, z } from "@hono/zod-openapi"
import type { PeopleEnv } from "#people"
import { idParam, newRouter } from "#platform"
import { accessContactToChange } from "./access.ts"
import { addIdentity, removeIdentity, verifyIdentity } from "./identities.ts"
import { IDENTITY_KINDS } from "./identity.ts"
import { presentContacts } from "./present.ts"
import type { ContactsNeed } from "./routes.ts"
import { ContactView } from "./views.ts"

export const IdentityInput = z.strictObject({
  kind: z.enum(IDENTITY_KINDS),
  network: z.string().max(100).default("").openapi({ description: "Of a handle or a reference: where it is valid" }),
  value: z.string().min(1).max(400),
})

const contact = (description: string) => ({ description, content: { "application/json": { schema: ContactView } } })
const identityParams = idParam.extend({ identityId: z.string().openapi({ param: { name: "identityId", in: "path" } }) })

const add = createRoute({
  method: "post",
  path: "/api/contacts/{id}/identities",
  tags: ["contacts"],
  request: { params: idParam, body: { content: { "application/json": { schema: IdentityInput } }, required: true } },
  responses: { 201: contact("The contact with it") },
})

const verify = createRoute({
  method: "patch",
  path: "/api/contacts/{id}/identities/{identityId}",
  tags: ["contacts"],
  request: {
    params: identityParams,
    body: { content: { "application/json": { schema: z.strictObject({ verified: z.boolean() }) } }, required: true },
  },
  responses: { 200: contact("The contact with it") },
})

const remove = createRoute({
  method: "delete",
  path: "/api/contacts/{id}/identities/{identityId}",
  tags: ["contacts"],
  request: { params: identityParams },
  responses: { 200: contact("The contact without it") },
})

export function identityRoutes({ db, sight }: ContactsNeed) {
  return newRouter<PeopleEnv>()
    .openapi(add, async (c) => {
      const actor = c.get("actor")
      const view = await db.transact(async (tx) => {
        const found = await accessContactToChange(actor, tx, c.req.valid("param").id, sight)
        await addIdentity(actor, tx, found, c.req.valid("json"), sight)
        return presentContacts(tx, [found])
      })
      return c.json(view[0]!, 201)
    })
    .openapi(verify, async (c) => {
      const actor = c.get("actor")
      const { id, identityId } = c.req.valid("param")
      const view = await db.transact(async (tx) => {
        const found = await accessContactToChange(actor, tx, id, sight)
        await verifyIdentity(actor, tx, found, identityId, c.req.valid("json").verified)
        return presentContacts(tx, [found])
      })
      return c.json(view[0]!, 200)
    })
    .openapi(remove, async (c) => {
      const actor = c.get("actor")
      const { id, identityId } = c.req.valid("param")
      const view = await db.transact(async (tx) => {
        const found = await accessContactToChange(actor, tx, id, sight)
        await removeIdentity(actor, tx, found, identityId)
        return presentContacts(tx, [found])
      })
      return c.json(view[0]!, 200)
    })
}
