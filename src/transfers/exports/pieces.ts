import type { CaseView } from "#cases"
import { type ContactView, listContacts, presentContacts } from "#contacts"
import { contactSight, messagesOfConversations } from "#conversations"
import type { PersonActor } from "#people"
import type { Reader } from "#platform"
import type { Language } from "#words"

const PAGE = 200

export async function* pagesOfContacts(actor: PersonActor, reader: Reader): AsyncGenerator<ContactView[]> {
  let cursor: string | undefined
  do {
    const page = await listContacts(actor, reader, { limit: PAGE, cursor }, contactSight)
    yield await presentContacts(reader, page.items)
    cursor = page.next ?? undefined
  } while (cursor)
}

/** What was said in cases, case by case. Notes are for colleagues, and come only when asked for. */
export async function* messagesOfCases(
  reader: Reader,
  language: Language,
  pages: AsyncIterable<readonly CaseView[]>,
  notes: boolean,
): AsyncGenerator<object> {
  for await (const cases of pages)
    for (const { conversationIds } of cases) {
      let before: { at: Date; id: string } | undefined
      for (;;) {
        const asked = { limit: 500, givenUp: true, ...(before ? { before } : {}) }
        const messages = await messagesOfConversations(reader, language, conversationIds, asked)
        for (const { related: _, mentions: __, ...message } of messages) if (notes || message.direction !== "note") yield message
        if (messages.length < 500) break
        before = { at: new Date(messages[0]!.receivedAt), id: messages[0]!.id }
      }
    }
}
