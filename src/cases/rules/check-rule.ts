import { listInboxes } from "#conversations"
import { accessAgent, accessTeam, type Actor, requireCovers } from "#people"
import { type FieldProblem, Invalid, NotFound, type Reader, type Tx } from "#platform"
import { callableWebhook } from "#webhooks"
import { accessTemplate } from "../templates/access-template.ts"
import { checkTags } from "../tags.ts"
import type { RuleParts } from "./define-rule.ts"
import { conditionsOf, type RuleAction } from "./rule.types.ts"

/** @throws Invalid with what is wrong beside each part; Forbidden for inboxes that the actor doesn't see */
export async function checkRule(actor: Actor, tx: Tx, parts: RuleParts): Promise<void> {
  requireCovers(actor, { role: "observer", inboxes: parts.inboxIds ?? "every", scopes: [] })
  const problems: FieldProblem[] = []
  if (parts.actions.length === 0) problems.push({ path: "actions", key: "cases.automation.noAction" })
  for (const [i, action] of parts.actions.entries()) {
    const key = await wrongWith(actor, tx, action, parts.inboxIds)
    if (key) problems.push({ path: `actions.${i}`, key })
  }
  const inboxes = new Set((await listInboxes(actor, tx)).map(({ id }) => id))
  const unseen = conditionsOf(parts.conditions).find((one) => one.field === "inbox" && one.values.some((id) => !inboxes.has(id)))
  if (unseen) problems.push({ path: "conditions", key: "cases.automation.inbox" })
  if (problems.length) throw new Invalid("request.invalid", {}, problems)
}

async function wrongWith(actor: Actor, tx: Tx, action: RuleAction, inboxIds: readonly string[] | null): Promise<string | null> {
  switch (action.do) {
    case "assign":
      return (await isThere(accessAgent(tx, action.ownerId))) ? null : "cases.owner.unknown"
    case "follow":
      return (await Promise.all(action.agentIds.map((id) => isThere(accessAgent(tx, id))))).every(Boolean) ? null : "cases.owner.unknown"
    case "team":
      return (await isThere(accessTeam(tx, action.teamId))) ? null : "cases.team.unknown"
    case "tag":
    case "untag":
      return tagProblem(action.tags)
    case "draft":
    case "send":
      if (!action.templateId) return action.text ? null : "cases.automation.noText"
      return (await isThere(templateFor(actor, tx, action.templateId))) ? null : "cases.template.notFound"
    case "webhook":
      return (await isCallable(tx, action.webhookId, inboxIds)) ? null : "cases.automation.webhook"
    default:
      return null
  }
}

/** A rule answers for all: with a template that is everybody's. */
async function templateFor(actor: Actor, reader: Reader, id: string): Promise<void> {
  const template = await accessTemplate(actor, reader, id)
  if (template.reach === "personal") throw new NotFound("cases.template.notFound")
}

async function isCallable(tx: Tx, webhookId: string, inboxIds: readonly string[] | null): Promise<boolean> {
  const any = await callableWebhook(tx, webhookId, inboxIds)
  return any !== null
}

function tagProblem(tags: readonly string[]): string | null {
  try {
    checkTags(tags)
    return null
  } catch (error) {
    if (error instanceof Invalid) return error.fields[0]?.key ?? error.key
    throw error
  }
}

async function isThere(looking: Promise<unknown>): Promise<boolean> {
  return looking.then(
    () => true,
    (error: unknown) => {
      if (error instanceof NotFound) return false
      throw error
    },
  )
}
