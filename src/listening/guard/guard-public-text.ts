import { setImmediate } from "node:timers/promises"
import { accessCase, familyOf } from "#cases"
import { accessContact, mergedIdsOf } from "#contacts"
import { contactSight, listInboxes } from "#conversations"
import { type Actor, seesInbox } from "#people"
import { Forbidden, type Reader } from "#platform"
import { accessMention } from "../mentions/list-mentions.ts"
import { tiesOfCases, tiesOfContact } from "../ties/list-ties.ts"
import { openSide, saidIn } from "../ties/open-side.ts"
import { TIES } from "../ties/own-side.ts"
import { caseFacts, personsFacts } from "./case-facts.ts"
import { findPrivate, type PrivatePiece } from "./find-private.ts"
import { forAllThatMaySay } from "./for-all.ts"
import { withoutTurnsOfPhrase } from "./turns-of-phrase.ts"

interface GuardedText {
  found: PrivatePiece[]
  /** The case is too long to be read whole: a person looks. */
  unread: boolean
}

/**
 * Private facts of a case that stand in a text which is to be said in public: names, numbers, addresses, order references, words quoted
 * from it. What was said in the open by a mention that is tied to the case, or that the text answers, isn't private any more; nor is what the
 * company wrote there as it writes to everybody.
 * @throws NotFound; Forbidden for who sees a part of the case only: what is found would tell them the rest
 */
export async function guardPublicText(
  actor: Actor,
  reader: Reader,
  idOrNumber: string,
  text: string,
  answered: readonly string[] = [],
): Promise<GuardedText> {
  const row = await accessCase(actor, reader, idOrNumber)
  if (!row.inbox_ids.every((id) => seesInbox(actor, [id]))) throw new Forbidden("listening.guard.partOnly")
  const facts = await caseFacts(reader, row.id)
  if (!facts) return { found: [], unread: false }
  const ties = await tiesOfCases(reader, await familyOf(reader, row.id), ["confirmed"])
  const open = await openWords(reader, [...ties.map(({ mention_id }) => mention_id), ...answered])
  const ours = await ourAddresses(reader)
  const theirs = findPrivate(text, { ...facts.theirs, ours, open })
  await setImmediate()
  const others = findPrivate(text, { ...facts.others, ours, open })
  const forAll = await forAllThatMaySay(reader, others)
  const written = forAll.length === 0 ? others : findPrivate(text, { ...facts.others, ours, open: [...open, ...forAll] })
  const news = written.filter(({ kind, start, end }) => !theirs.some((one) => one.kind === kind && one.start <= start && end <= one.end))
  const found = [...theirs, ...(await withoutTurnsOfPhrase(reader, news, forAll, facts.contactId))]
  return { found: found.toSorted((a, b) => a.start - b.start || b.end - a.end), unread: !facts.isWhole }
}

/** The same for somebody who has no case: what they gave, and what systems told of them. @throws NotFound */
export async function guardPersonsFacts(
  actor: Actor,
  reader: Reader,
  contactId: string,
  text: string,
  answered: readonly string[],
): Promise<PrivatePiece[]> {
  const { id } = await accessContact(actor, reader, contactId, contactSight)
  const ties = await tiesOfContact(reader, await mergedIdsOf(reader, id))
  const said = ties.flatMap(({ state, mention_id }) => (state === "confirmed" ? mention_id : []))
  const open = await openWords(reader, [...said, ...answered])
  return findPrivate(text, { ...(await personsFacts(reader, id)), ours: await ourAddresses(reader), open })
}

const ourAddresses = async (reader: Reader): Promise<string[]> => (await listInboxes(TIES, reader)).map(({ address }) => address)

/** What these mentions say in the open, and by whom. */
async function openWords(reader: Reader, mentionIds: readonly string[]): Promise<string[]> {
  const mentions = await Promise.all([...new Set(mentionIds)].map((id) => accessMention(reader, id)))
  return mentions.map((mention) => [saidIn(openSide(mention)), mention.author_name, mention.author_handle].filter(Boolean).join("\n"))
}
