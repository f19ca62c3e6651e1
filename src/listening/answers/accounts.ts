import type { PublicAccount, PublicChannel } from "#conversations"
import { accessTeam, type Actor, atLeast, standingAgents, teamsByIds } from "#people"
import { Invalid, type Reader } from "#platform"
import type { ListedMention } from "../mentions/list-mentions.ts"
import { answeredWords } from "./answered-words.ts"

/** Accounts by which a mention can be answered. */
export async function reachingAccounts(
  channel: PublicChannel,
  reader: Reader,
  mention: ListedMention,
): Promise<{ account: PublicAccount; opening: string }[]> {
  if (mention.gone_at) return []
  const words = await answeredWords(reader, mention)
  return (await channel.accounts(reader))
    .filter((account) => channel.reaches(account, words))
    .map((account) => ({ account, opening: channel.opening(account, words) }))
}

/** The account of this id, if it can answer this mention. @throws Invalid */
export async function reachingAccount(channel: PublicChannel, reader: Reader, mention: ListedMention, id: string): Promise<PublicAccount> {
  const found = (await reachingAccounts(channel, reader, mention)).find(({ account }) => account.id === id)
  if (!found) throw new Invalid("request.invalid", {}, [{ path: "accountId", key: "answers.cannotReach" }])
  return found.account
}

/** Whether words wait for a second person on this account, for any of those who wrote them: whoever gives them on their way is one. */
export async function asksLeave(reader: Reader, writers: readonly string[], { approval, approvalTeams }: PublicAccount): Promise<boolean> {
  if (approval !== "teams") return approval === "everybody"
  // A program is of no team: somebody looks at what it writes.
  if (writers.some((ref) => !ref.startsWith("agent:"))) return true
  const teams = await Promise.all((await teamsByIds(reader, approvalTeams)).map(({ id }) => accessTeam(reader, id)))
  return teams.some(({ agentIds }) => agentIds.some((id) => writers.includes(`agent:${id}`)))
}

/** Whether somebody may give leave on this account: named, or a lead where nobody is. A program gives none. */
export function mayApprove(actor: Actor, { approvers }: PublicAccount): boolean {
  if (actor.kind !== "agent") return false
  return approvers.length > 0 ? approvers.includes(actor.id) || actor.role === "admin" : atLeast(actor.role, "lead")
}

/** Who is told that leave is asked for. */
export async function approversOf(reader: Reader, { approvers }: PublicAccount): Promise<string[]> {
  const agents = await standingAgents(reader, approvers.length > 0 ? { ids: approvers } : { roles: ["lead", "admin"] })
  return agents.map(({ id }) => id)
}
