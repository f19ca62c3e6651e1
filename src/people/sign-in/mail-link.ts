import { MINUTE } from "#platform"
import { systemActor } from "../actor.ts"
import { findAgentByEmail } from "../agents/find-agent.ts"
import type { PeopleDeps } from "../deps.ts"
import { issueSignInLink, MAILED_LINK } from "./sign-in-link.ts"

/** Mails a sign-in link to whoever has this address; nothing when nobody does. */
export async function mailLink({ db, url, mailSignInLink }: PeopleDeps, email: string): Promise<void> {
  if (!mailSignInLink) return
  const agent = await findAgentByEmail(db.read, email)
  if (!agent?.email || agent.disabled) return
  const { id: agentId, email: address, name, language } = agent
  await db.transact(async (tx) => {
    const token = await issueSignInLink(tx, agentId, MAILED_LINK)
    await tx.record({ kind: "agent.link-mailed", actor: systemActor("sign-in").ref, about: { agent: agentId }, audience: "audit" })
    await mailSignInLink(tx, {
      agentId,
      address,
      name,
      language,
      url: new URL(`/sign-in/${token}`, url).href,
      minutes: MAILED_LINK / MINUTE,
    })
  })
}
