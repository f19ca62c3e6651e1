import { isIP } from "node:net"
import { createRoute, z } from "@hono/zod-openapi"
import { accessInbox, domainOf, normalAddress } from "#conversations"
import { type PeopleEnv, requireRole } from "#people"
import { type Database, idParam, json, newRouter } from "#platform"
import { say } from "#words"
import type { DkimKeys } from "../dkim/dkim-keys.ts"
import { checkDomain } from "./check-domain.ts"
import type { DnsResolver } from "./records.types.ts"

const record = z.object({
  wanted: z.enum(["mx", "spf", "dkim", "dmarc"]),
  type: z.enum(["MX", "TXT"]),
  name: z.string(),
  value: z.string().openapi({ description: "What belongs there" }),
  found: z.array(z.string()).openapi({ description: "What is there" }),
  state: z.enum(["right", "missing", "other", "unknown"]),
  why: z.string().openapi({ description: "What it is for, and what is wrong with it, in the reader's language" }),
})
export const DnsView = z.object({ domain: z.string(), checkedAt: z.iso.datetime(), records: z.array(record) }).openapi("DnsCheck")

interface Parts {
  db: Database
  dkim: DkimKeys
  dns: DnsResolver
  /** How others reach this server, and how its mail leaves. */
  host: string
  relay: string | null
}

/** What the DNS says of an inbox's domain, asked at the moment; keys are made where there are none. For admins. */
export function dnsRoutes({ db, dkim, dns, host: reached, relay }: Parts) {
  return newRouter<PeopleEnv>().openapi(
    createRoute({
      method: "post",
      path: "/api/inboxes/{id}/dns-check",
      summary: "The DNS records of an inbox's domain: what belongs there, and what is there",
      request: { params: idParam },
      responses: { 200: json(DnsView, "As the DNS says now") },
    }),
    async (c) => {
      const actor = c.get("actor")
      requireRole(actor, "admin")
      const domain = domainOf(normalAddress((await accessInbox(actor, db.read, c.req.valid("param").id)).address))
      if (dkim.of(domain).length === 0) {
        await dkim.make(domain, db.clock.now())
        await db.transact((tx) => tx.record({ kind: "signing.started", actor: actor.ref, about: {}, audience: "audit", data: { domain } }))
      }
      // A record names a host, never an address (RFC 5321 §5.1): until the server has a name, one is proposed.
      const host = nameOf(reached, domain)
      const found = await checkDomain(dns, { domain, host, relay, dkim: dkim.records(domain) })
      const language = c.get("language")
      const records = found.map(({ why, state, wanted, ...rest }) => ({
        ...rest,
        wanted,
        state,
        why: why ? say(language, `mail.dns.why.${why}`, { domain, host }) : say(language, `mail.dns.${state}.${wanted}`, { domain, host }),
      }))
      return c.json({ domain, checkedAt: db.clock.now().toISOString(), records }, 200)
    },
  )
}

function nameOf(reached: string, domain: string): string {
  return isIP(reached.replaceAll(/[[\]]/g, "")) || reached === "localhost" ? `mail.${domain}` : reached
}
