import { listInboxes } from "#conversations"
import { firstAdministrator, issueSignInLink, standingAdministrator, systemActor } from "#people"
import type { Config, Database } from "#platform"
import { say } from "#words"
import { terminalLanguage } from "./terminal-language.ts"

/** What a start prints: where the desk is, how to get in, and what is still missing. */
export async function greeting(
  config: Config,
  db: Database,
  smtp: { host: string; port: number },
  admin: string | null,
): Promise<string[]> {
  const language = terminalLanguage()
  const lines = [say(language, "house.ready", { url: config.url.href })]
  if (admin) lines.push(say(language, "house.signIn", { link: new URL(`/sign-in/${admin}`, config.url).href }))
  lines.push(say(language, "house.smtp", { address: `${smtp.host}:${smtp.port}` }))
  const inboxes = await listInboxes(systemActor("start"), db.read)
  if (inboxes.length === 0) lines.push(say(language, "house.noInbox", { url: new URL("/settings/inboxes", config.url).href }))
  if (config.demo) lines.push(say(language, "demo.keeps"))
  else if (!config.relay) lines.push(say(language, "house.noRelay"))
  return lines
}

/** A one-time link that whoever starts Vigie may come in by: as the first administrator, or later as the one who has been there longest. */
export function startLink(db: Database): Promise<string | null> {
  return db.transact(async (tx) => {
    const admin = (await firstAdministrator(tx)) ?? (await standingAdministrator(tx))
    return admin ? issueSignInLink(tx, admin.agentId) : null
  })
}
