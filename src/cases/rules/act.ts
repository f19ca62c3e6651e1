import { type Sending } from "#conversations"
import { accessAgent, accessTeam, agentNames, type SystemActor } from "#people"
import { HOUR, NotFound, Problem, type Reader, type Tx } from "#platform"
import { callableWebhook, callWebhook } from "#webhooks"
import { assignHeld } from "../assign.ts"
import { changeCase } from "../change-case.ts"
import { isClosed } from "../change-status.ts"
import { changeFollowers } from "../followers.ts"
import type { Later } from "../later.ts"
import { refreshCase } from "../refresh-case.ts"
import { setStatus } from "../set-status.ts"
import { snooze } from "../snooze.ts"
import { type CaseRow, room } from "../tables.ts"
import { checkTags } from "../tags.ts"
import { chooseMember, noteTurn } from "./choose-member.ts"
import type { ActionOf, RuleAction } from "./rule.types.ts"
import type { Sight } from "./sight.ts"
import type { Deed, RuleRow } from "./tables.ts"
import { write } from "./write.ts"

/** What acting needs beside the transaction. */
export interface RuleDeps {
  sending: Sending
  later: Later
  /** Where the company is when it hasn't said. */
  timeZone: string
  /** What a called webhook is shown of a case. */
  showCase: (reader: Reader, caseId: string, webhook: { inboxIds: readonly string[] | null; bodies: boolean }) => Promise<object>
}

export interface Acting {
  actor: SystemActor
  rule: RuleRow
  sight: Sight
  deps: RuleDeps
}

/** Does one thing of a rule, by the same verbs as a person does it. What can't be done now is said in the deed. */
export async function act(tx: Tx, acting: Acting, action: RuleAction): Promise<Deed> {
  try {
    return await perform(tx, acting, action)
  } catch (error) {
    // A refusal comes before anything is written.
    if (error instanceof Problem) return { action, did: false, why: "refused", said: error.key }
    throw error
  }
}

async function perform(tx: Tx, acting: Acting, action: RuleAction): Promise<Deed> {
  const { actor, sight } = acting
  const row = await fresh(tx, sight.row)
  switch (action.do) {
    case "assign": {
      const said = (await agentNames(tx, [action.ownerId])).get(action.ownerId) ?? ""
      return assignTo(tx, acting, row, action, { ownerId: action.ownerId }, said)
    }
    case "team":
      return giveToTeam(tx, acting, row, action)
    case "tag":
    case "untag": {
      const named = checkTags(action.tags)
      const tags = action.do === "tag" ? [...new Set([...row.tags, ...named])] : row.tags.filter((tag) => !named.includes(tag))
      if (tags.length === row.tags.length) return { action, did: false, why: "already" }
      const changed = action.do === "tag" ? named.filter((tag) => !row.tags.includes(tag)) : named.filter((tag) => row.tags.includes(tag))
      await changeCase(actor, tx, row.id, { tags })
      return { action, did: true, before: { changed } }
    }
    case "priority":
      if (row.priority === action.priority) return { action, did: false, why: "already" }
      await changeCase(actor, tx, row.id, { priority: action.priority })
      return { action, did: true, before: { priority: row.priority } }
    case "status": {
      if (row.category === action.category) return { action, did: false, why: "already" }
      await setStatus(actor, tx, row.id, { category: action.category })
      return { action, did: true, before: { status: row.status_id, change: await lastChange(tx, row.id) } }
    }
    case "snooze": {
      if (isClosed(row.category)) return { action, did: false, why: "closed" }
      const before = { status: row.status_id, category: row.category }
      await snooze(actor, tx, acting.deps.later, row.id, new Date(tx.now.getTime() + action.hours * HOUR))
      return { action, did: true, before: { ...before, change: await lastChange(tx, row.id) } }
    }
    case "follow": {
      const add = action.agentIds.filter((id) => !row.followers.includes(id))
      if (add.length === 0) return { action, did: false, why: "already" }
      await changeFollowers(actor, tx, row.id, { add })
      return { action, did: true, before: { add } }
    }
    case "note":
    case "draft":
    case "send":
      return write(tx, acting, row, action)
    case "webhook":
      return call(tx, acting, row, action)
  }
}

async function assignTo(
  tx: Tx,
  { actor }: Acting,
  row: CaseRow,
  action: RuleAction,
  to: { ownerId?: string; teamId?: string },
  said: string,
): Promise<Deed> {
  const changed = await assignHeld(actor, tx, row, to)
  if (!changed) return { action, did: false, why: "already", said }
  await refreshCase(tx, row.id)
  return { action, did: true, said, before: { owner: row.owner_id, team: row.team_id, toOwner: to.ownerId ?? row.owner_id } }
}

/** Somebody who has the case already keeps it: a team's turn is only for what nobody has. */
async function giveToTeam(tx: Tx, acting: Acting, row: CaseRow, action: ActionOf<"team">): Promise<Deed> {
  const team = await accessTeam(tx, action.teamId)
  const member = row.owner_id ? null : await chooseMember(tx, row, action)
  const said = member ? `${team.name} · ${member.name}` : team.name
  const deed = await assignTo(tx, acting, row, action, { teamId: team.id, ...(member ? { ownerId: member.id } : {}) }, said)
  if (member && deed.did) await noteTurn(tx, team.id, member.id)
  return action.who !== "nobody" && !member && !row.owner_id ? { ...deed, why: "nobody-there" } : deed
}

async function call(tx: Tx, { rule, deps }: Acting, row: CaseRow, action: ActionOf<"webhook">): Promise<Deed> {
  const webhook = await callableWebhook(tx, action.webhookId, row.inbox_ids)
  if (!webhook) return { action, did: false, why: "no-webhook" }
  const shown = await deps.showCase(tx, row.id, { inboxIds: webhook.inbox_ids, bodies: webhook.bodies })
  await callWebhook(tx, webhook, row.id, { rule: { id: rule.id, name: rule.name }, case: shown })
  return { action, did: true, said: webhook.name }
}

async function fresh(tx: Tx, row: CaseRow): Promise<CaseRow> {
  return room(tx).selectFrom("cases").selectAll().where("id", "=", row.id).executeTakeFirstOrThrow()
}

async function lastChange(tx: Tx, caseId: string): Promise<string | null> {
  const found = await room(tx)
    .selectFrom("status_changes")
    .select("id")
    .where("case_id", "=", caseId)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst()
  return found?.id ?? null
}

/** What a rule would do to a case, without doing it. */
export async function wouldAct(reader: Reader, { sight: { row } }: Pick<Acting, "sight">, action: RuleAction): Promise<Deed> {
  switch (action.do) {
    case "assign": {
      const agent = await accessAgent(reader, action.ownerId).catch(gone)
      return { action, did: agent !== null && row.owner_id !== agent.id, ...(agent ? { said: agent.name } : { why: "refused" }) }
    }
    case "team": {
      const team = await accessTeam(reader, action.teamId).catch(gone)
      const member = team && !row.owner_id ? await chooseMember(reader, row, { ...action, present: false }) : null
      if (!team) return { action, did: false, why: "refused" }
      return { action, did: row.team_id !== team.id || member !== null, said: member ? `${team.name} · ${member.name}` : team.name }
    }
    case "tag":
      return { action, did: action.tags.some((tag) => !row.tags.includes(tag.toLowerCase())) }
    case "untag":
      return { action, did: action.tags.some((tag) => row.tags.includes(tag.toLowerCase())) }
    case "priority":
      return { action, did: row.priority !== action.priority }
    case "status":
      return { action, did: row.category !== action.category }
    case "snooze":
      return { action, did: !isClosed(row.category) }
    default:
      return { action, did: true }
  }
}

function gone(error: unknown): null {
  if (error instanceof NotFound) return null
  throw error
}
