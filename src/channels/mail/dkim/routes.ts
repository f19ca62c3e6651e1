import { createRoute, z } from "@hono/zod-openapi"
import { domainOf, listInboxes, normalAddress } from "#conversations"
import { type Actor, type PeopleEnv, requireRole } from "#people"
import { type Database, Invalid, json, newRouter, pageOf, type Reader } from "#platform"
import type { DkimKeys } from "./dkim-keys.ts"

export const SigningView = z
  .object({
    domain: z.string(),
    signs: z.boolean(),
    records: z
      .array(z.object({ name: z.string(), type: z.literal("TXT"), value: z.string() }))
      .openapi({ description: "What belongs into the DNS of this domain" }),
  })
  .openapi("Signing")

const Asked = z.strictObject({ domain: z.string().trim().min(1).max(253), ed25519: z.boolean().default(false) })
const domainParam = z.object({
  domain: z
    .string()
    .max(253)
    .openapi({ param: { name: "domain", in: "path" } }),
})

/** DKIM signing of the mail that leaves, by domain of the inboxes; for admins. */
export function signingRoutes({ db, dkim }: { db: Database; dkim: DkimKeys }) {
  const shown = (domain: string) => ({ domain, signs: dkim.of(domain).length > 0, records: dkim.records(domain) })
  return newRouter<PeopleEnv>()
    .openapi(
      createRoute({
        method: "get",
        path: "/api/dkim",
        summary: "Which domains' mail is signed",
        responses: { 200: json(pageOf(SigningView), "Every domain of an inbox") },
      }),
      async (c) => c.json({ items: (await domainsOf(c.get("actor"), db.read)).map(shown), next: null }, 200),
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/api/dkim",
        summary: "Makes keys for a domain; its mail is signed from now on",
        request: { body: json(Asked, "RSA always, Ed25519 beside it when asked") },
        responses: { 201: json(SigningView, "With the records to publish") },
      }),
      async (c) => {
        const { domain, ed25519 } = c.req.valid("json")
        const known = await knownDomain(c.get("actor"), db.read, domain)
        await dkim.make(known, db.clock.now(), { ed25519 })
        await db.transact((tx) =>
          tx.record({ kind: "signing.started", actor: c.get("actor").ref, about: {}, audience: "audit", data: { domain: known } }),
        )
        return c.json(shown(known), 201)
      },
    )
    .openapi(
      createRoute({
        method: "delete",
        path: "/api/dkim/{domain}",
        summary: "Forgets a domain's keys; its mail leaves unsigned",
        request: { params: domainParam },
        responses: { 204: { description: "Take the records out of the DNS once nothing signed is on its way" } },
      }),
      async (c) => {
        const known = await knownDomain(c.get("actor"), db.read, c.req.valid("param").domain)
        await dkim.remove(known)
        await db.transact((tx) =>
          tx.record({ kind: "signing.stopped", actor: c.get("actor").ref, about: {}, audience: "audit", data: { domain: known } }),
        )
        return c.body(null, 204)
      },
    )
}

async function domainsOf(actor: Actor, reader: Reader): Promise<string[]> {
  requireRole(actor, "admin")
  const inboxes = await listInboxes(actor, reader)
  return [...new Set(inboxes.map(({ address }) => domainOf(normalAddress(address))))].sort()
}

async function knownDomain(actor: Actor, reader: Reader, domain: string): Promise<string> {
  const asked = domainOf(normalAddress(`x@${domain}`))
  if (!(await domainsOf(actor, reader)).includes(asked))
    throw new Invalid("mail.dkim.domain", { domain }, [{ path: "domain", key: "mail.dkim.domain", values: { domain } }])
  return asked
}
