import { findOwners, seesContact, contactSummaries } from "#contacts"
import { agentOfAddress, type PersonActor } from "#people"
import type { Reader } from "#platform"
import type { Language } from "#words"
import type { Conversation, Message } from "./access.ts"
import { contactSight } from "./contact-sight.ts"
import { greetingOf, writtenIn } from "./greeting.ts"
import { listInboxes } from "./inboxes.ts"
import { deriveRecipients, type Recipients } from "./recipients.ts"
import { leavingTime } from "./when.ts"

interface Foreseen extends Recipients {
  sendsAt: string
  why: string
  timeZone: string | null
  language: Language
  greeting: string
  whose: string
}

interface Asked {
  conversation: Conversation
  answering: Message | null
  /** Addresses chosen instead of those derived. */
  chosen: readonly string[] | null
  undoSeconds: number
  /** Of the reader, where nothing else tells it. */
  language: Language
}

/** Who an answer would go to, when it would leave, and how it begins: by the wishes of the first who is no colleague, as when it is sent. */
export async function foresee(actor: PersonActor, reader: Reader, { conversation, answering, chosen, ...asked }: Asked): Promise<Foreseen> {
  const derived = await deriveRecipients(reader, conversation, answering)
  const addresses = chosen ?? [...derived.to, ...derived.cc].map(({ address }) => address)
  const contactId = (await contactOfFirst(reader, addresses)) ?? (chosen ? null : (answering?.contact_id ?? null))
  const inboxes = await listInboxes(actor, reader)
  const spoken = inboxes.find((inbox) => conversation.inbox_ids.includes(inbox.id))?.language ?? asked.language
  const language = answering ? writtenIn(answering, spoken) : spoken
  return { ...derived, ...(await byWishes(actor, reader, contactId, { ...asked, language })) }
}

type ByWishes = Omit<Foreseen, keyof Recipients>

/** When it would leave, and how it begins, by what is known of a contact; null: of nobody. */
async function byWishes(
  actor: PersonActor,
  reader: Reader,
  contactId: string | null,
  asked: Pick<Asked, "undoSeconds" | "language">,
): Promise<ByWishes> {
  const leaving = await leavingTime(reader, contactId, { undoSeconds: asked.undoSeconds, timeZone: actor.timeZone })
  const known = contactId !== null && (await seesContact(actor, reader, contactId, contactSight)) ? contactId : null
  const { greeting, language } = await greetingOf(reader, known, asked.language)
  const whose = known ? ((await contactSummaries(reader, [known])).get(known)?.name ?? "") : ""
  return { sendsAt: leaving.at.toISOString(), why: leaving.why, timeZone: leaving.timeZone, language, greeting, whose }
}

/** The same for somebody who is written to first. */
export async function foreseeFirst(
  actor: PersonActor,
  reader: Reader,
  address: string,
  asked: Pick<Asked, "undoSeconds" | "language">,
): Promise<ByWishes> {
  return byWishes(actor, reader, await contactOfFirst(reader, [address]), asked)
}

async function contactOfFirst(reader: Reader, addresses: readonly string[]): Promise<string | null> {
  for (const address of addresses) {
    if (await agentOfAddress(reader, address)) continue
    const [owner] = await findOwners(reader, [{ kind: "email", network: "", value: address }])
    return owner ?? null
  }
  return null
}
