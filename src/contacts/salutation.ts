import { type Language, say } from "#words"

/** A form of address that greets already: nothing is put before it. */
const GREETS = /^(bonjour|bonsoir|salut|cher|chère|chers|chères|coucou|hello|hi|hey|dear|good (?:morning|afternoon|evening))(?=[\s,!]|$)/iu

/**
 * The first line of an answer. Neutral while somebody hasn't said how to be addressed ("Bonjour,"): neither a name nor a gender
 * nor a title is ever made into one. Otherwise what they asked for, in their own words.
 */
export function salutationFor(contact: { salutation: string | null }, language: Language): string {
  const asked = contact.salutation?.trim().replace(/[\s,]+$/u, "")
  if (!asked) return say(language, "contacts.salutation.neutral")
  return GREETS.test(asked) ? `${asked},` : say(language, "contacts.salutation.asked", { form: asked })
}
