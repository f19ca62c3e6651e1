import { agentNames } from "#people"
import type { Tx } from "#platform"
import { messageEntry, noteEntry } from "../search/index-entry.ts"
import { type Entry, indexEntries } from "../search/index-entries.ts"
import type { PlacedCase } from "./file-cases.ts"

/** Takes what was said in past cases into the search. */
export async function indexPast(tx: Tx, cases: readonly Pick<PlacedCase, "conversations">[]): Promise<void> {
  const noted = cases.flatMap(({ conversations }) => conversations.flatMap(({ notes }) => notes.flatMap(({ agentId }) => agentId ?? [])))
  const names = await agentNames(tx, [...new Set(noted)])
  const entries = cases.flatMap(({ conversations }) =>
    conversations.flatMap(({ id: conversationId, subject, messages, notes }): Entry[] => [
      ...messages.map((message) =>
        messageEntry({
          id: message.id,
          conversationId,
          at: message.at,
          subject: message.subject ?? subject,
          text: message.newText ?? message.text,
          from: [message.from.name, message.from.address].filter(Boolean),
          to: [...message.to, ...(message.cc ?? [])].flatMap(({ name, address }) => [name, address].filter(Boolean)),
          attachmentNames: (message.files ?? []).map(({ name }) => name),
        }),
      ),
      ...notes.map((note) =>
        noteEntry({ id: note.id, conversationId, at: note.at, text: note.text, author: names.get(note.agentId ?? "") ?? "" }),
      ),
    ]),
  )
  await indexEntries(tx, entries)
}
