import { NotFound, type Tx } from "#platform"
import type { OpenSide, OwnSide } from "../evidence/sides.ts"
import { weigh } from "../evidence/weigh.ts"
import { wordsIn } from "../evidence/words-in.ts"
import { accessMention, mentionsByIds } from "../mentions/list-mentions.ts"
import { casesFor, mentionsFor } from "./candidates.ts"
import { marksOf, openSide, saidIn } from "./open-side.ts"
import { ownSide } from "./own-side.ts"
import { propose } from "./propose.ts"
import { askedFor, rarityOf } from "./rarity.ts"
import { tieRoom } from "./tables.ts"

/** A mention that came in or was edited: held against the cases that it may be about. */
export async function holdMention(tx: Tx, mentionId: string): Promise<void> {
  const mention = await accessMention(tx, mentionId).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
  if (!mention || mention.gone_at) return
  const open = openSide(mention)
  const row = { mention_id: mention.id, said_at: mention.said_at, marks: marksOf(open) }
  await tieRoom(tx)
    .insertInto("tie_marks")
    .values(row)
    .onConflict((conflict) => conflict.column("mention_id").doUpdateSet({ marks: row.marks }))
    .execute()
  const known = await openTies(tx, "mention_id", mention.id)
  const candidates = new Set([...(await casesFor(tx, open)), ...known.map(({ case_id }) => case_id)])
  for (const caseId of candidates) {
    const own = await ownSide(tx, caseId)
    if (own) await propose(tx, mention.id, caseId, await compare(tx, mention.id, open, own))
  }
}

/** A case in which something was said or told: held against what was heard. */
export async function holdCase(tx: Tx, caseId: string): Promise<void> {
  const own = await ownSide(tx, caseId)
  if (!own) return
  const rarity = await rarityOf(tx, words(own.words))
  const known = await openTies(tx, "case_id", caseId)
  const found = await mentionsFor(tx, own, rarity)
  const mentions = await mentionsByIds(tx, [...new Set([...found, ...known.map(({ mention_id }) => mention_id)])])
  for (const mention of mentions) {
    const open = openSide(mention)
    await propose(tx, mention.id, caseId, await compare(tx, mention.id, open, own))
  }
}

async function compare(tx: Tx, mentionId: string, open: OpenSide, own: OwnSide) {
  return weigh(open, own, await rarityOf(tx, words([saidIn(open), ...own.words]), await askedFor(tx, mentionId)))
}

const words = (texts: readonly string[]): string[] => [...new Set(texts.flatMap((text) => wordsIn(text).map(({ word }) => word)))]

function openTies(tx: Tx, by: "mention_id" | "case_id", id: string) {
  return tieRoom(tx)
    .selectFrom("ties")
    .select(["mention_id", "case_id"])
    .where(by, "=", id)
    .where("state", "=", "proposed")
    .limit(30)
    .execute()
}

/** How much speaks for two that a person brings together. */
export async function compareByHand(tx: Tx, mentionId: string, caseId: string) {
  const mention = await accessMention(tx, mentionId)
  const own = await ownSide(tx, caseId)
  return own ? compare(tx, mention.id, openSide(mention), own) : { score: 0, pieces: [] }
}
