import { useQuery } from "@tanstack/react-query"
import { fieldsQuery, statusesQuery } from "../api/case-settings.ts"
import { agentsQuery, teamsQuery } from "../api/people.ts"
import { inboxesQuery } from "../api/settings.ts"
import { allTagsQuery } from "../api/tags.ts"
import { statusName } from "../words/status-name.ts"
import { useWords } from "../words/use-words.ts"
import type { DraftCondition } from "./draft.ts"

export interface Option {
  value: string
  label: string
}

const CATEGORIES = ["new", "open", "waiting", "snoozed", "resolved", "spam"] as const
const PRIORITIES = ["low", "normal", "high", "urgent"] as const
const LANGUAGES = ["fr", "en", "de", "es", "it", "nl", "pt", "pl", "ar", "zh"] as const

/** What a condition may name, in words. */
export function useOptions({ field, key }: Pick<DraftCondition, "field" | "key">): Option[] {
  const { say, language } = useWords()
  const statuses = useQuery({ ...statusesQuery, enabled: field === "status" }).data ?? []
  const agents = useQuery({ ...agentsQuery, enabled: field === "owner" }).data ?? []
  const teams = useQuery({ ...teamsQuery, enabled: field === "team" }).data ?? []
  const inboxes = useQuery({ ...inboxesQuery, enabled: field === "inbox" }).data ?? []
  const tags = useQuery({ ...allTagsQuery, enabled: field === "tag" }).data ?? []
  const fields = useQuery({ ...fieldsQuery, enabled: field === "custom" }).data ?? []
  const named = (rows: readonly { id: string; name: string }[]): Option[] => rows.map(({ id, name }) => ({ value: id, label: name }))
  switch (field) {
    case "category":
      return CATEGORIES.map((value) => ({ value, label: say(`category.${value}`) }))
    case "priority":
      return PRIORITIES.map((value) => ({ value, label: say(`priority.${value}`) }))
    case "language": {
      const names = new Intl.DisplayNames(language, { type: "language" })
      return LANGUAGES.map((value) => ({ value, label: names.of(value) ?? value }))
    }
    case "status":
      return statuses.map((status) => ({ value: status.id, label: statusName(status, language) }))
    case "owner":
      return [{ value: "me", label: say("condition.me") }, { value: "none", label: say("assign.nobody") }, ...named(agents)]
    case "team":
      return [{ value: "mine", label: say("condition.myTeams") }, { value: "none", label: say("assign.noTeam") }, ...named(teams)]
    case "inbox":
      return inboxes.map(({ id, name, address }) => ({ value: id, label: name || address }))
    case "tag":
      return tags.map((tag) => ({ value: tag, label: tag }))
    case "custom": {
      const known = fields.find((each) => each.key === key)
      if (known?.type === "boolean")
        return (["true", "false"] as const).map((value) => ({ value, label: say(`condition.boolean.${value}`) }))
      return (known?.choices ?? []).map((choice) => ({ value: choice, label: choice }))
    }
    default:
      return []
  }
}
