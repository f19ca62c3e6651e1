import type { AutomationRule } from "../../api/types.ts"
import type { RuleAction, RuleCondition, RuleConditions, RuleTrigger } from "../../api/automation.ts"
import type { Words } from "../../words/use-words.ts"
import type { Names } from "./use-names.ts"

/** A rule as the three parts of a sentence. */
export function ruleInWords(
  { trigger, conditions, actions }: Pick<AutomationRule, "trigger" | "conditions" | "actions">,
  names: Names,
  words: Words,
): { when: string; given: string; done: string } {
  return {
    when: triggerInWords(trigger, names, words),
    given: conditions.parts.length ? conditionsInWords(conditions, names, words) : words.say("rules.always"),
    done: words.list(actions.map((action) => actionInWords(action, names, words))),
  }
}

export function triggerInWords(trigger: RuleTrigger, names: Names, { say }: Words): string {
  switch (trigger.on) {
    case "message":
      return say(trigger.first ? "rules.trigger.first" : "rules.trigger.message")
    case "status":
      return trigger.to ? say("rules.say.status", { what: names.of("categories", trigger.to) }) : say("rules.trigger.status")
    case "tag":
      return say("rules.say.tag", { what: trigger.tag })
    case "silence":
    case "deadline":
    case "promise-due":
      return say(`rules.say.${trigger.on}`, { hours: trigger.hours })
    case "fact":
      return trigger.kind ? say("rules.say.fact", { what: say(`rules.fact.${trigger.kind}`) }) : say("rules.trigger.fact")
    default:
      return say(`rules.trigger.${trigger.on}`)
  }
}

function conditionsInWords({ match, parts }: RuleConditions, names: Names, words: Words): string {
  const said = parts.map((part) => ("match" in part ? `(${conditionsInWords(part, names, words)})` : conditionInWords(part, names, words)))
  const key = match === "all" ? "rules.andWords" : "rules.orWords"
  return said.reduce((before, after) => words.say(key, { before, after }))
}

export function conditionInWords(condition: RuleCondition, names: Names, words: Words): string {
  const { say } = words
  if (condition.field === "custom") {
    const field = say("rules.say.custom", { key: names.of("fields", condition.key) })
    if (!("values" in condition)) return say(`rules.say.${condition.is}`, { field })
    return say(`rules.say.${condition.is}`, { field, values: quoted(condition.values, words) })
  }
  if (!("values" in condition)) return say(`rules.flag.${condition.field}.${condition.is}`)
  const values = condition.values.map((value) => valueInWords(condition.field, value, names, say("rules.nobody")))
  return say(`rules.say.${condition.is}`, { field: say(`rules.field.${condition.field}`), values: quoted(values, words) })
}

/** Which list the values of a field come from; null: they are typed. */
export const LIST_OF = {
  inbox: "inboxes",
  language: "languages",
  priority: "priorities",
  status: "categories",
  team: "teams",
  owner: "agents",
} as const

export function isListed(field: string): field is keyof typeof LIST_OF {
  return field in LIST_OF
}

function valueInWords(field: string, value: string, names: Names, nobody: string): string {
  if (!isListed(field)) return value
  return value === "none" ? nobody : names.of(LIST_OF[field], value)
}

/** Values in the quotation marks of the language. */
function quoted(values: readonly string[], { language }: Words): string {
  return values.map((value) => (language === "fr" ? `«\u00a0${value}\u00a0»` : `“${value}”`)).join(", ")
}

export function actionInWords(action: RuleAction, names: Names, words: Words): string {
  return words.say(`rules.done.${action.do}`, { what: objectOf(action, names, words) })
}

function objectOf(action: RuleAction, names: Names, words: Words): string {
  const { say, list } = words
  switch (action.do) {
    case "assign":
      return names.of("agents", action.ownerId)
    case "team":
      return names.of("teams", action.teamId)
    case "tag":
    case "untag":
      return quoted(action.tags, words)
    case "priority":
      return quoted([names.of("priorities", action.priority)], words)
    case "status":
      return quoted([names.of("categories", action.category)], words)
    case "snooze":
      return String(action.hours)
    case "follow":
      return list(action.agentIds.map((id) => names.of("agents", id)))
    case "note":
      return ""
    case "draft":
    case "send":
      return action.templateId ? say("rules.template") : say("rules.ownText")
    case "webhook":
      return names.of("webhooks", action.webhookId)
  }
}
