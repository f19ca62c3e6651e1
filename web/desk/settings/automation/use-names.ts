import { useQuery } from "@tanstack/react-query"
import { fieldsQuery } from "../../api/case-settings.ts"
import { webhooksQuery } from "../../api/webhooks.ts"
import { agentsQuery, teamsQuery } from "../../api/people.ts"
import { inboxesQuery } from "../../api/settings.ts"
import { useWords } from "../../words/use-words.ts"

export interface Named {
  value: string
  label: string
}

/** Everything that a rule can name, with the words for it. */
export interface Names {
  agents: Named[]
  teams: Named[]
  inboxes: Named[]
  webhooks: Named[]
  fields: Named[]
  priorities: Named[]
  categories: Named[]
  languages: Named[]
  /** The name behind an id or a code, else the id. */
  of: (kind: "agents" | "teams" | "inboxes" | "webhooks" | "fields" | "priorities" | "categories" | "languages", id: string) => string
}

export function useNames(): Names {
  const { say } = useWords()
  const agents = (useQuery(agentsQuery).data ?? []).filter(({ disabled }) => !disabled).map(named)
  const teams = (useQuery(teamsQuery).data ?? []).map(named)
  const inboxes = (useQuery(inboxesQuery).data ?? []).map(({ id, address }) => ({ value: id, label: address }))
  const webhooks = (useQuery(webhooksQuery).data ?? []).map(named)
  const fields = (useQuery(fieldsQuery).data ?? []).filter(({ retired }) => !retired).map(({ key, name }) => ({ value: key, label: name }))
  const priorities = (["low", "normal", "high", "urgent"] as const).map((value) => ({ value, label: say(`priority.${value}`) }))
  const categories = (["new", "open", "waiting", "snoozed", "resolved", "spam"] as const).map((value) => ({
    value,
    label: say(`category.${value}`),
  }))
  const languages = (["fr", "en"] as const).map((value) => ({ value, label: say(`rules.language.${value}`) }))
  const all = { agents, teams, inboxes, webhooks, fields, priorities, categories, languages }
  return { ...all, of: (kind, id) => all[kind].find(({ value }) => value === id)?.label ?? id }
}

const named = ({ id, name }: { id: string; name: string }): Named => ({ value: id, label: name })
