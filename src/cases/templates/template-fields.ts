import { contactSummaries, type OutsideFact, outsideFactsOf, salutationFor } from "#contacts"
import { conversationForCase } from "#conversations"
import type { PersonActor } from "#people"
import type { Reader } from "#platform"
import type { Language } from "#words"
import { accessCase } from "../access-case.ts"
import { teamNames } from "../names.ts"
import { type CaseRow, room } from "../tables.ts"
import type { TemplateFieldsView } from "./views.ts"

type Values = Record<string, string | null>

/**
 * What the fields of templates say in a case: `contact.salutation`, `case.number`, `order.reference`, `field.KEY`. What isn't known is null:
 * it becomes a gap that a person fills. A salutation is never guessed from a name or a title.
 */
export async function templateFields(actor: PersonActor, reader: Reader, idOrNumber: string): Promise<TemplateFieldsView> {
  const row = await accessCase(actor, reader, idOrNumber)
  const contact = row.contact_id ? (await contactSummaries(reader, [row.contact_id])).get(row.contact_id) : undefined
  const facts = row.contact_id ? await outsideFactsOf(reader, row.contact_id) : []
  const [promise, team, definitions, spoken] = await Promise.all([
    nextPromise(reader, row),
    row.team_id ? teamNames(reader, [row.team_id]).then((names) => names.get(row.team_id!) ?? null) : null,
    room(reader).selectFrom("field_definitions").select("key").where("retired_at", "is", null).execute(),
    languageOfCase(reader, row),
  ])
  const language = contact?.language === "fr" || contact?.language === "en" ? contact.language : spoken
  const inLanguage = (speaks: Language): Values => {
    const words = wordsIn(speaks, actor.timeZone)
    return {
      "contact.salutation": salutationFor(contact ?? { salutation: null }, speaks),
      "contact.name": contact?.name || null,
      "contact.address": contact?.address ?? null,
      "contact.organisation": contact?.organisation || null,
      "case.number": String(row.number),
      "case.subject": row.subject || null,
      "agent.name": actor.name,
      "team.name": team,
      ...ofFact("order", facts, words.day),
      ...ofFact("delivery", facts, words.day),
      ...ofFact("payment", facts, words.day),
      "promise.text": promise?.text ?? null,
      "promise.due": promise ? words.moment(promise.due_at) : null,
      today: words.day(reader.now),
      ...Object.fromEntries(definitions.map(({ key }) => [`field.${key}`, shown(row.fields[key], words)])),
    }
  }
  return { language, en: inLanguage("en"), fr: inLanguage("fr") }
}

/** The latest of a kind that was told from outside. */
function ofFact(kind: OutsideFact["kind"], facts: readonly OutsideFact[], day: (at: Date) => string): Values {
  const last = facts.findLast((fact) => fact.kind === kind)
  return {
    [`${kind}.reference`]: last?.reference || null,
    [`${kind}.text`]: last?.text || null,
    [`${kind}.date`]: last ? day(last.occurred_at) : null,
  }
}

async function nextPromise(reader: Reader, row: CaseRow): Promise<{ text: string; due_at: Date } | undefined> {
  return room(reader)
    .selectFrom("promises")
    .select(["text", "due_at"])
    .where("case_id", "=", row.id)
    .where("kept_at", "is", null)
    .where("broken_at", "is", null)
    .where("withdrawn_at", "is", null)
    .orderBy("due_at")
    .executeTakeFirst()
}

/** The language of the inbox in which the case is spoken. */
async function languageOfCase(reader: Reader, row: CaseRow): Promise<Language> {
  const last = await room(reader)
    .selectFrom("case_conversations")
    .select("conversation_id")
    .where("case_id", "=", row.id)
    .orderBy("last_at", "desc")
    .executeTakeFirst()
  return (last && (await conversationForCase(reader, last.conversation_id))?.language) ?? "en"
}

interface Words {
  day: (at: Date) => string
  moment: (at: Date) => string
  number: (value: number) => string
}

function wordsIn(language: Language, timeZone: string): Words {
  const tag = language === "fr" ? "fr-FR" : "en-GB"
  const days = new Intl.DateTimeFormat(tag, { timeZone, weekday: "long", day: "numeric", month: "long" })
  const moments = new Intl.DateTimeFormat(tag, {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
  })
  const numbers = new Intl.NumberFormat(tag)
  return { day: (at) => days.format(at), moment: (at) => moments.format(at), number: (value) => numbers.format(value) }
}

function shown(value: CaseRow["fields"][string] | undefined, { number }: Words): string | null {
  if (value === undefined || value === null || value === "" || typeof value === "boolean") return null
  return typeof value === "number" ? number(value) : value
}
