import { type OpenCase, openCases } from "#cases"
import { wordsBetween } from "#conversations"
import type { Actor } from "#people"
import type { Reader } from "#platform"
import type { CalledAlarm } from "../subject.ts"
import { queryReader } from "./query-reader.ts"
import { surgeSays } from "./surge-says.ts"

/** Why a case belongs: it is tied to what was said, its customer's words fit the query, they are those of the surge, or it is about the same product. */
export const REASONS = ["tie", "query", "words", "product"] as const
export type CaseReason = (typeof REASONS)[number]

export interface SurgeCase {
  id: string
  number: number
  subject: string
  reasons: CaseReason[]
  /** When its customer last wrote in this time; null: only tied. */
  at: Date | null
}

/** Messages that are looked at, at most: the latest. */
const LOOKED_AT = 2000
/** Of the surge's telling words so many make a case one of it. */
const ENOUGH_WORDS = 2

/**
 * Open cases that belong to a surge, of those that somebody may see: by what customers wrote from its beginning until `to`, by nothing that
 * came after. Tied ones first, then by how much speaks for them.
 */
export async function surgeCases(
  actor: Pick<Actor, "inboxes">,
  reader: Reader,
  alarm: CalledAlarm,
  from: Date,
  to: Date,
): Promise<SurgeCase[]> {
  const said = await surgeSays(reader, alarm)
  const written = await wordsBetween(reader, from, to, LOOKED_AT)
  const fits = await queryReader(reader, alarm.subject)
  const found = await openCases(reader, {
    conversationIds: [...new Set(written.map(({ conversationId }) => conversationId))],
    caseIds: said.tied,
  })
  const texts = Map.groupBy(written, ({ conversationId }) => conversationId)
  return found
    .filter(({ inboxIds }) => sees(actor, inboxIds))
    .flatMap((one) => {
      const words = one.conversations.filter(({ inboxIds }) => sees(actor, inboxIds)).flatMap(({ id }) => texts.get(id) ?? [])
      const reasons = reasonsOf(
        one,
        words.map(({ text }) => text),
      )
      const at = words.map((each) => each.at).toSorted((a, b) => b.getTime() - a.getTime())[0] ?? null
      const { id, number, subject } = one
      return reasons.length > 0 ? [{ id, number, subject, reasons, at }] : []
    })
    .toSorted((a, b) => worth(b) - worth(a) || (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0) || b.number - a.number)

  function reasonsOf({ id, labels }: OpenCase, words: readonly string[]): CaseReason[] {
    const reasons: CaseReason[] = []
    if (said.tied.includes(id)) reasons.push("tie")
    if (words.some(fits)) reasons.push("query")
    if (words.some((text) => said.words(text) >= ENOUGH_WORDS)) reasons.push("words")
    if (words.length > 0 && labels.some(said.isProduct)) reasons.push("product")
    return reasons
  }
}

const sees = ({ inboxes }: Pick<Actor, "inboxes">, ids: readonly string[]): boolean =>
  inboxes === "every" || ids.some((id) => inboxes.includes(id))

const worth = ({ reasons }: SurgeCase): number => reasons.length + (reasons.includes("tie") ? REASONS.length : 0)
