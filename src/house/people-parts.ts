import { openAddresses } from "#conversations"
import { authenticate, peopleRoutes, type PersonActor, refreshActor, signInRoutes } from "#people"
import type { Jobs, Reader, SafeFetch } from "#platform"
import type { Ground } from "./ground.ts"
import type { OpenMail } from "./open-mail.ts"
import { mailSignInLink } from "./sign-in-mail.ts"

interface Parts {
  ground: Ground
  outbound: SafeFetch
  jobs: Jobs
  mail: OpenMail
  ipOf: (request: Request, env: unknown) => string
}

/** Signing in, and who asks. */
export function peopleParts({ ground: { config, db, keys, log }, outbound, jobs, mail, ipOf }: Parts) {
  const deps = {
    db,
    keys,
    log,
    url: config.url,
    outbound,
    ipOf: (c: { req: { raw: Request }; env: unknown }) => ipOf(c.req.raw, c.env),
    mailSignInLink: mail.channel.heldBecause() ? null : mailSignInLink(jobs),
    mailLeaves: async (reader: Reader) => (await openAddresses(reader, mail.channel.kind)).size > 0,
  }
  const secure = config.url.protocol === "https:"
  return {
    open: [signInRoutes(deps)],
    rooms: [peopleRoutes(deps)],
    authenticate: (request: { authorization: string | null; cookie: string | null; ip: string }) =>
      authenticate(db, keys, { ...request, secure }),
    refresh: (actor: PersonActor) => refreshActor(db.read, actor),
  }
}
