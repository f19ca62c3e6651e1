import { newKey } from "../api/request.ts"
import type { FieldDefinition, SavedView, ViewCondition, ViewQuery } from "../api/types.ts"
import { CUSTOM_SAYINGS, type Editor, type Field, SAYINGS } from "./condition-spec.ts"

/** A condition as it is being made: parts may still be missing. */
export interface DraftCondition {
  id: string
  field: Field
  is: string
  key?: string | undefined
  values: string[]
  text: string
  amount: string
  unit: "hours" | "days"
}

export interface DraftGroup {
  id: string
  match: "all" | "any"
  parts: DraftCondition[]
}

export interface Draft {
  name: string
  icon: string
  sort: SavedView["sort"]
  /** `me`, `everybody`, or a team's id. */
  shared: string
  match: "all" | "any"
  parts: (DraftCondition | DraftGroup)[]
}

export const newCondition = (field: Field, key?: string): DraftCondition => ({
  id: newKey(),
  field,
  key,
  is: field === "custom" ? "some" : (Object.keys(SAYINGS[field])[0] ?? "any"),
  values: [],
  text: "",
  amount: field === "created" || field === "last" ? "7" : "4",
  unit: field === "created" || field === "last" ? "days" : "hours",
})
export const newGroup = (): DraftGroup => ({ id: newKey(), match: "any", parts: [newCondition("tag")] })

/** A new view begins with what is going on. */
export const newDraft = (): Draft => ({
  name: "",
  icon: "all",
  sort: "waiting",
  shared: "me",
  match: "all",
  parts: [{ ...newCondition("category"), values: ["new", "open", "waiting"] }],
})

export function sayingsOf(
  { field, key }: Pick<DraftCondition, "field" | "key">,
  fields: readonly FieldDefinition[],
): Readonly<Record<string, Editor>> {
  if (field !== "custom") return SAYINGS[field]
  return CUSTOM_SAYINGS[fields.find((known) => known.key === key)?.type ?? "text"]
}

/** What the server takes; null while something is missing. */
export function conditionOf(draft: DraftCondition, editor: Editor | undefined): ViewCondition | null {
  const { field, is, key, values, text, amount, unit } = draft
  const number = Number(amount.replace(",", "."))
  const parts: Record<string, unknown> = { field, is }
  if (field === "custom") parts["key"] = key
  if (editor === "many" || editor === "contact") {
    if (values.length === 0) return null
    parts["values"] = values
  } else if (editor === "text" || editor === "date") {
    if (!text.trim()) return null
    parts["text"] = text.trim()
  } else if (editor === "hours" || editor === "number") {
    if (amount.trim() === "" || !Number.isFinite(number) || (editor === "hours" && number < 0)) return null
    parts[editor] = editor === "hours" ? number * (unit === "days" ? 24 : 1) : number
  }
  return parts as ViewCondition
}

export const isGroup = (part: DraftCondition | DraftGroup): part is DraftGroup => "parts" in part

/** The query of all that is complete, and how many conditions aren't yet. */
export function queryOf(draft: Draft, fields: readonly FieldDefinition[]): { query: ViewQuery; missing: number } {
  let missing = 0
  const one = (condition: DraftCondition): ViewCondition[] => {
    const made = conditionOf(condition, sayingsOf(condition, fields)[condition.is])
    if (!made) missing++
    return made ? [made] : []
  }
  const parts = draft.parts.flatMap((part): ViewQuery["parts"] => {
    if (!isGroup(part)) return one(part)
    const inner = part.parts.flatMap((condition) => one(condition))
    return inner.length ? [{ match: part.match, parts: inner }] : []
  })
  return { query: { match: draft.match, parts }, missing }
}

/** A saved view taken up again. */
export function draftOf(view: SavedView): Draft {
  const one = (condition: ViewCondition): DraftCondition => {
    const hours = "hours" in condition ? condition.hours : null
    const days = hours !== null && hours >= 24 && hours % 24 === 0
    return {
      ...newCondition(condition.field, "key" in condition ? condition.key : undefined),
      is: condition.is,
      values: "values" in condition ? [...condition.values] : [],
      text: "text" in condition ? condition.text : "",
      ...("number" in condition ? { amount: String(condition.number) } : {}),
      ...(hours === null ? {} : { amount: String(days ? hours / 24 : hours), unit: days ? ("days" as const) : ("hours" as const) }),
    }
  }
  return {
    name: view.name,
    icon: view.icon,
    sort: view.sort,
    shared: view.shared === "team" ? (view.teamId ?? "me") : view.shared,
    match: view.query.match,
    parts: view.query.parts.map((part) =>
      "match" in part ? { id: newKey(), match: part.match, parts: part.parts.map((inner) => one(inner)) } : one(part),
    ),
  }
}
