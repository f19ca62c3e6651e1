import { fold } from "../search/plain.ts"
import type { Condition, Conditions } from "./rule.types.ts"
import type { Sight } from "./sight.ts"
import type { Reason } from "./tables.ts"

export interface Verdict {
  held: boolean
  /** Every condition that was asked, in order. */
  reasons: Reason[]
}

/** Whether a rule's conditions hold for what is seen, and why, condition by condition. */
export function judge({ match, parts }: Conditions, sight: Sight): Verdict {
  const verdicts = parts.map((part) => ("match" in part ? judge(part, sight) : one(part, sight)))
  const held =
    match === "all" ? verdicts.every((verdict) => verdict.held) : verdicts.length === 0 || verdicts.some((verdict) => verdict.held)
  return { held, reasons: verdicts.flatMap(({ reasons }) => reasons) }
}

function one(condition: Condition, sight: Sight): Verdict {
  const { held, found } = look(condition, sight)
  return { held, reasons: [{ condition, held, found }] }
}

function look(condition: Condition, sight: Sight): { held: boolean; found: string[] } {
  if (!("values" in condition)) {
    const is = condition.field === "custom" ? isFilled(condition.key, sight) : flags[condition.field](sight)
    return { held: is === (condition.is === "yes" || condition.is === "filled"), found: [] }
  }
  const { is, values } = condition
  const found = values.filter((value) =>
    condition.field === "custom" ? isField(condition.key, value, sight) : listed[condition.field](value, sight),
  )
  return { held: found.length > 0 === (is === "any"), found }
}

type Listed = Extract<Condition, { values: string[]; field: Exclude<Condition["field"], "custom"> }>["field"]
type Flag = Exclude<Condition["field"], Listed | "custom">

/** Accents and case don't count; a word stands where a word begins. */
function says(text: string, words: string): boolean {
  const wanted = fold(words).trim()
  const all = fold(text)
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(all[at - 1]!)) return true
  }
  return false
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1).toLowerCase()

const listed: Readonly<Record<Listed, (value: string, sight: Sight) => boolean>> = {
  subject: (value, { row, message }) => says(message?.subject ?? row.subject, value),
  text: (value, { message }) => message !== null && says(message.text, value),
  words: (value, { row, message }) => says(`${message?.subject ?? row.subject}\n${message?.text ?? ""}`, value),
  sender: (value, { message }) => message?.fromAddress.toLowerCase() === value.toLowerCase(),
  domain: (value, { message }) => {
    const domain = domainOf(message?.fromAddress ?? "")
    const wanted = value.toLowerCase().replace(/^@/, "")
    return domain === wanted || domain.endsWith(`.${wanted}`)
  },
  inbox: (value, { row }) => row.inbox_ids.includes(value),
  language: (value, { language }) => language === value,
  tag: (value, { row }) => row.tags.some((tag) => fold(tag) === fold(value)),
  priority: (value, { row }) => row.priority === value,
  status: (value, { row }) => row.category === value || row.status_id === value,
  team: (value, { row }) => (row.team_id ?? "none") === value,
  owner: (value, { row }) => (row.owner_id ?? "none") === value,
}

const flags: Readonly<Record<Flag, (sight: Sight) => boolean>> = {
  attachment: ({ message }) => message?.attached === true,
  automatic: ({ message }) => message?.automatic === true,
  hours: ({ open }) => open,
  waiting: ({ row }) => row.waiting_since !== null,
  known: ({ known }) => known,
  verified: ({ message }) => message?.verified === true,
}

function isFilled(key: string, { row }: Sight): boolean {
  const value = row.fields[key]
  return value !== undefined && value !== null && value !== ""
}

function isField(key: string, value: string, { row }: Sight): boolean {
  return row.fields[key] !== undefined && fold(String(row.fields[key])) === fold(value)
}
