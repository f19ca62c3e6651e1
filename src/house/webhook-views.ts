import { accessCase, caseOfConversation, presentCases } from "#cases"
import { contactSummaries } from "#contacts"
import { accessMessage, showMessage } from "#conversations"
import type { PersonActor } from "#people"
import { NotFound, type Reader } from "#platform"
import { eyesOf, type Present } from "#webhooks"

/** What a webhook is shown of what a fact is about: case, message, contact, as they stand now. Words only where they were asked for. */
export const presentForWebhooks: Present = async (reader, actor, { kind, about }, bodies) => {
  const filed = about.case === undefined && about.conversation ? await caseOfConversation(reader, about.conversation) : null
  const caseId = about.case ?? filed?.id ?? null
  const message = about.message && kind.startsWith("message.") ? await seen(() => messageOf(reader, actor, about.message!, bodies)) : null
  const views = {
    ...(caseId ? { case: await seen(() => caseForProgram(reader, actor, caseId, bodies)) } : {}),
    ...(message ? { message } : {}),
    ...(about.contact && kind.startsWith("contact.") ? { contact: await contactOf(reader, about.contact) } : {}),
  }
  return { caseId, views }
}

/** A case without what was said in it, unless words were asked for. */
async function caseForProgram(reader: Reader, actor: PersonActor, caseId: string, bodies: boolean): Promise<object> {
  const [view] = await presentCases(actor, reader, actor.language, [await accessCase(actor, reader, caseId)])
  const { lastWords, openPromises, contradictions, ...rest } = view!
  const promises = openPromises.map(({ text, ...promise }) => (bodies ? { ...promise, text } : promise))
  const found = contradictions.map(({ id, code, foundAt }) => ({ id, code, foundAt }))
  return { ...rest, openPromises: promises, contradictions: found, ...(bodies ? { lastWords } : {}) }
}

async function messageOf(reader: Reader, actor: PersonActor, messageId: string, bodies: boolean): Promise<object> {
  await accessMessage(actor, reader, messageId)
  const view = await showMessage({ read: reader }, actor.language, actor, messageId)
  const { id, conversationId, direction, channel, from, to, cc, subject, identity, automatic, state, receivedAt, attachments } = view
  const files = attachments.map(({ name, type, size }) => ({ name, type, size }))
  const shown = {
    id,
    conversationId,
    direction,
    channel,
    messageId: view.messageId,
    from,
    to,
    cc,
    subject,
    identity,
    automatic,
    state,
    receivedAt,
  }
  return { ...shown, attachments: files, ...(bodies ? { text: view.text, newText: view.newText, signature: view.signature } : {}) }
}

async function contactOf(reader: Reader, contactId: string): Promise<object | null> {
  const found = (await contactSummaries(reader, [contactId])).get(contactId)
  return found
    ? { id: found.id, name: found.name, address: found.address, language: found.language, organisation: found.organisation }
    : null
}

/** What is no more, or lies elsewhere by now, is null. */
async function seen(look: () => Promise<object>): Promise<object | null> {
  try {
    return await look()
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}

/** The same for a webhook that a rule calls. */
export async function caseForRule(
  reader: Reader,
  caseId: string,
  { inboxIds, bodies }: { inboxIds: readonly string[] | null; bodies: boolean },
): Promise<object> {
  return caseForProgram(reader, eyesOf({ id: caseId, name: "", inbox_ids: inboxIds }), caseId, bodies)
}
