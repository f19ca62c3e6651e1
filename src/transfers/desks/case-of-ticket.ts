import type { PastCase, PastChange } from "#cases"
import type { PastMessage, PastNote } from "#conversations"
import { DAY } from "#platform"
import type { Ours } from "../mail/ours.ts"
import type { ArchiveSettings } from "../settings.ts"
import type { DeskWords } from "./desk.types.ts"
import type { WholeTicket } from "./file-tickets.ts"

interface Around {
  ours: Ours
  contactOf(key: string): string | null
  now: Date
}

/** A ticket of another desk as a case; null when nothing was said in it. */
export function caseOfTicket(
  { ticket, says, people }: WholeTicket,
  settings: ArchiveSettings,
  { ours, contactOf, now }: Around,
): PastCase | null {
  if (says.length === 0) return null
  const inboxId = ours.inboxOf(ticket.recipient) ?? settings.inboxId
  const personOf = (key: string) => ({ name: people.get(key)?.name ?? "", address: people.get(key)?.email ?? "" })
  const agentOf = (key: string) => ours.agentOf(people.get(key)?.email ?? "")
  const sideOf = (words: DeskWords) =>
    words.side ??
    (words.author !== ticket.requester && (people.get(words.author)?.agent || ours.has(people.get(words.author)?.email ?? ""))
      ? "out"
      : "in")
  const contactId = contactOf(ticket.requester)
  const messages: PastMessage[] = []
  const notes: PastNote[] = []
  for (const words of says) {
    const at = new Date(words.at)
    const text = [words.text, ...words.files.map((name) => `[${name}]`)].filter(Boolean).join("\n\n")
    if (!words.public) {
      const agentId = agentOf(words.author)
      const writer = personOf(words.author).name
      notes.push({ key: words.key, at, agentId, text: agentId || !writer ? text : `${writer}:\n\n${text}` })
      continue
    }
    const direction = sideOf(words)
    const us = { name: personOf(words.author).name, address: ticket.recipient }
    messages.push({
      key: words.key,
      direction,
      at,
      from: direction === "in" ? personOf(words.author) : us,
      to: direction === "in" ? [{ name: "", address: ticket.recipient }].filter(({ address }) => address) : [personOf(ticket.requester)],
      contactId: direction === "in" ? (contactOf(words.author) ?? contactId) : contactId,
      agentId: direction === "out" ? agentOf(words.author) : null,
      text,
    })
  }
  const owner = agentOf(ticket.assignee)
  return {
    key: ticket.key,
    ...(ticket.number ? { number: ticket.number } : {}),
    subject: ticket.subject || (messages[0]?.text ?? notes[0]!.text).slice(0, 80),
    contactId,
    priority: ticket.priority,
    tags: ticket.tags.map(tagOf).filter(Boolean).slice(0, 30),
    assignments: owner ? [{ at: new Date(ticket.at), ownerId: owner, teamId: null, by: "system:import" }] : [],
    changes: endOf({ ticket, says }, settings, now),
    conversations: [{ key: "ticket", inboxIds: [inboxId], subject: ticket.subject, messages, notes }],
  }
}

/** How it stands here at the end: as it stood there, unless all is to come in resolved. */
function endOf({ ticket, says }: Pick<WholeTicket, "ticket" | "says">, settings: ArchiveSettings, now: Date): PastChange[] {
  const last = new Date(says.reduce((latest, { at }) => (at > latest ? at : latest), ticket.at))
  const closed = new Date(Math.max(last.getTime(), ticket.closedAt ? Date.parse(ticket.closedAt) : 0))
  const at = closed < now ? closed : now
  const old = now.getTime() - last.getTime() > 30 * DAY
  const by = "system:import"
  if (ticket.status === "resolved" || ticket.status === "spam") return [{ at, to: ticket.status, by }]
  if (settings.finish === "resolved" || (settings.finish === "recent" && old)) return [{ at: last, to: "resolved", by }]
  // A snooze there has no end that we know: it comes back in a week.
  if (ticket.status === "snoozed") return [{ at: last, to: "snoozed", until: new Date(now.getTime() + 7 * DAY), by }]
  return ticket.status === "new" ? [] : [{ at: last, to: ticket.status, by }]
}

function tagOf(tag: string): string {
  return tag
    .normalize("NFC")
    .replace(/[,"\u0000-\u001f\u007f]/g, " ")
    .trim()
    .slice(0, 50)
}
