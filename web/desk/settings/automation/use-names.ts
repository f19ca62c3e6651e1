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
  /** The name behind an id or a code, while it is still coming “…”, else the id. */
  of: (kind: "agents" | "teams" | "inboxes" | "webhooks" | "fields" | "priorities" | "categories" | "languages", id: string) => string
}

export function useNames(): Names {
  const { say } = useWords()
  const found = {
    agents: useQuery(agentsQuery).data,
    teams: useQuery(teamsQuery).data,
    inboxes: useQuery(inboxesQuery).data,
    webhooks: useQuery(webhooksQuery).data,
    fields: useQuery(fieldsQuery).data,
  }
  const agents = (found.agents ?? []).filter(({ disabled }) => !disabled).map(named)
  const teams = (found.teams ?? []).map(named)
  const inboxes = (found.inboxes ?? []).map(({ id, address }) => ({ value: id, label: address }))
  const webhooks = (found.webhooks ?? []).map(named)
  const fields = (found.fields ?? []).filter(({ retired }) => !retired).map(({ key, name }) => ({ value: key, label: name }))
  const priorities = (["low", "normal", "high", "urgent"] as const).map((value) => ({ value, label: say(`priority.${value}`) }))
  const categories = (["new", "open", "waiting", "snoozed", "resolved", "spam"] as const).map((value) => ({
    value,
    label: say(`category.${value}`),
  }))
  const languages = (["fr", "en"] as const).map((value) => ({ value, label: say(`rules.language.${value}`) }))
  const all = { agents, teams, inboxes, webhooks, fields, priorities, categories, languages }
  const coming = Object.values(found).includes(undefined)
  return { ...all, of: (kind, id) => all[kind].find(({ value }) => value === id)?.label ?? (coming ? "…" : id) }
}

const named = ({ id, name }: { id: string; name: string }): Named => ({ value: id, label: name })
