import { isDeskKey, type DeskKey, type DeskValues } from "#words/desk"

type Say = (key: DeskKey, values?: DeskValues) => string

/** Fields that a template can name, as the API gives them; `field.KEY` are the company's own. */
export const FIELDS = [
  "contact.salutation",
  "contact.name",
  "contact.address",
  "contact.organisation",
  "case.number",
  "case.subject",
  "agent.name",
  "team.name",
  "order.reference",
  "order.text",
  "order.date",
  "delivery.reference",
  "delivery.date",
  "payment.text",
  "payment.date",
  "promise.text",
  "promise.due",
  "today",
] as const

/** A template's text with its fields filled. What isn't known, and what isn't a field, becomes a gap that a person sees: ⟦order number⟧. */
export function fillTemplate(text: string, values: Readonly<Record<string, string | null>>, say: Say): string {
  return text.replace(/\{\{\s*([^{}\n]{1,100}?)\s*\}\}/g, (_, name: string) => values[name] ?? gap(nameOf(name, say)))
}

/** What a field is called. */
export function nameOf(field: string, say: Say): string {
  const key = `template.field.${field}`
  return isDeskKey(key) ? say(key) : field.replace(/^field\./, "").replaceAll("_", " ")
}

const gap = (name: string): string => `⟦${name}⟧`

export interface Gap {
  from: number
  to: number
  name: string
}

/** The places in a text that a person has yet to fill. */
export function gapsIn(text: string): Gap[] {
  return [...text.matchAll(/⟦([^⟦⟧\n]{0,200})⟧/g)].map((found) => ({
    from: found.index,
    to: found.index + found[0].length,
    name: found[1] ?? "",
  }))
}
