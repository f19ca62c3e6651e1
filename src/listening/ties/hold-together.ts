import { DAY, type Tx } from "#platform"
import type { OpenSide, OwnSide } from "../evidence/sides.ts"
import { weigh } from "../evidence/weigh.ts"
import { wordsIn } from "../evidence/words-in.ts"
import { accessMention, mentionsByIds } from "../mentions/list-mentions.ts"
import { candidatesFor, mentionsFor } from "./candidates.ts"
import { marksOf, openSide, saidIn } from "./open-side.ts"
import { ownSide, sideOf, sideOfContact } from "./own-side.ts"
import { propose, withdraw } from "./propose.ts"
import { askedFor, rarityOf } from "./rarity.ts"
import { tieRoom, type Whose } from "./tables.ts"

/** Mentions that came in or were edited: each held against the cases and people that it may be about. */
export async function holdMentions(tx: Tx, mentionIds: readonly string[]): Promise<void> {
  const mentions = (await mentionsByIds(tx, mentionIds)).map((mention) => ({ mention, open: openSide(mention) }))
  if (mentions.length === 0) return
  await tieRoom(tx)
    .insertInto("tie_marks")
    .values(mentions.map(({ mention, open }) => ({ mention_id: mention.id, said_at: mention.said_at, marks: marksOf(open) })))
    .onConflict((conflict) => conflict.column("mention_id").doUpdateSet((row) => ({ marks: row.ref("excluded.marks") })))
    .execute()
  const known = Map.groupBy(await openTies(tx, "mention_id", mentionIds), ({ mention_id }) => mention_id)
  for (const { mention, open } of mentions) {
    const before = (known.get(mention.id) ?? []).map(whoseOf)
    const candidates = new Map([...(await candidatesFor(tx, open)), ...before].map((whose) => [JSON.stringify(whose), whose]))
    for (const whose of candidates.values()) {
      const own = await sideOf(tx, whose)
      if (own) await propose(tx, mention.id, whose, await compare(tx, mention.id, open, own))
    }
  }
}

/** A case in which something was said or told: held against what was heard. */
export const holdCase = (tx: Tx, caseId: string): Promise<void> => hold(tx, { caseId })

/** Somebody of whom something was told. Where they have a case by now, it stands for them: what was proposed of them alone goes. */
export async function holdContact(tx: Tx, contactId: string): Promise<void> {
  if (await sideOf(tx, { contactId })) return hold(tx, { contactId })
  for (const tie of await openTies(tx, "contact_id", [contactId])) await withdraw(tx, tie)
}

async function hold(tx: Tx, whose: Whose): Promise<void> {
  const own = await sideOf(tx, whose)
  if (!own) return
  const rarity = await rarityOf(tx, words(own.words))
  const known = await ("caseId" in whose ? openTies(tx, "case_id", [whose.caseId]) : openTies(tx, "contact_id", [whose.contactId]))
  const found = await mentionsFor(tx, own, rarity)
  const mentions = await mentionsByIds(tx, [...new Set([...found, ...known.map(({ mention_id }) => mention_id)])])
  for (const mention of mentions) {
    const open = openSide(mention)
    await propose(tx, mention.id, whose, await compare(tx, mention.id, open, own))
  }
}

/** Of somebody without a case, that nothing was told for long says nothing. */
const LONG = 45 * DAY

async function compare(tx: Tx, mentionId: string, open: OpenSide, side: OwnSide) {
  const near = side.moments.filter((at) => Math.abs(at.getTime() - open.saidAt.getTime()) <= LONG)
  const own = side.number === null ? { ...side, moments: near } : side
  return weigh(open, own, await rarityOf(tx, words([saidIn(open), ...own.words]), await askedFor(tx, mentionId)))
}

const words = (texts: readonly string[]): string[] => [...new Set(texts.flatMap((text) => wordsIn(text).map(({ word }) => word)))]

const whoseOf = ({ case_id, contact_id }: { case_id: string | null; contact_id: string | null }): Whose =>
  case_id === null ? { contactId: contact_id! } : { caseId: case_id }

function openTies(tx: Tx, by: "mention_id" | "case_id" | "contact_id", ids: readonly string[]) {
  return tieRoom(tx)
    .selectFrom("ties")
    .selectAll()
    .where(by, "in", [...ids])
    .where("state", "=", "proposed")
    .limit(30 * ids.length)
    .execute()
}

/** How much speaks for two that a person brings together. */
export async function compareByHand(tx: Tx, mentionId: string, whose: Whose) {
  const mention = await accessMention(tx, mentionId)
  const own = await ("caseId" in whose ? ownSide(tx, whose.caseId) : sideOfContact(tx, whose.contactId))
  return own ? compare(tx, mention.id, openSide(mention), own) : { score: 0, pieces: [] }
}
