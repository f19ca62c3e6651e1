import { contactSummaries, salutationFor } from "#contacts"
import type { Reader } from "#platform"
import { type Language, evidentLanguage } from "#words"
import type { Message } from "./access.ts"

/** The language somebody wrote in, of those that Vigie speaks; the given one when their words don't tell. */
export function writtenIn({ subject, new_text }: Pick<Message, "subject" | "new_text">, otherwise: Language): Language {
  return evidentLanguage(`${subject}\n${new_text}`, otherwise)
}

/** The first line of what is written to somebody: as they asked to be addressed, else neutral, in their language where Vigie speaks it. */
export async function greetingOf(
  reader: Reader,
  contactId: string | null,
  fallback: Language,
): Promise<{ greeting: string; language: Language }> {
  const contact = contactId ? (await contactSummaries(reader, [contactId])).get(contactId) : undefined
  const language = contact?.language === "fr" || contact?.language === "en" ? contact.language : fallback
  return { greeting: salutationFor(contact ?? { salutation: null }, language), language }
}
