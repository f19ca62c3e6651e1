import { standingCases } from "#cases"
import { contactSummaries, seesContact } from "#contacts"
import { contactSight } from "#conversations"
import { type Actor, agentNames, seesInbox } from "#people"
import type { Reader } from "#platform"
import type { Piece } from "../evidence/sides.ts"
import { accessMention } from "../mentions/list-mentions.ts"
import { type Tie, tieRoom, type TieState } from "./tables.ts"

/** A tie as one actor may see it. */
export interface SeenTie {
  tie: Tie
  /** One of the two. */
  case: { id: string; number: number; subject: string } | null
  contact: { id: string; name: string } | null
  /** What the case says is left out for who sees a part of it only. */
  pieces: (Omit<Piece, "own"> & { own: string | null })[]
  decidedBy: { ref: string; name: string | null } | null
}

type Whose = Pick<SeenTie, "case" | "contact"> & { whole: boolean }

/** Those of these ties whose cases, or people, the actor may see: of the others not even that they are. */
export async function seenTies(actor: Actor, reader: Reader, ties: readonly Tie[]): Promise<SeenTie[]> {
  const cases = await seenCases(actor, reader, ties)
  const people = await seenPeople(actor, reader, ties)
  const names = await agentNames(
    reader,
    ties.flatMap(({ decided_by }) => (decided_by?.startsWith("agent:") ? [decided_by.slice(6)] : [])),
  )
  return ties.flatMap((tie) => {
    const whose = tie.case_id === null ? people.get(tie.contact_id ?? "") : cases.get(tie.case_id)
    if (!whose) return []
    return [
      {
        tie,
        case: whose.case,
        contact: whose.contact,
        pieces: tie.pieces.map((piece) => ({ ...piece, own: whose.whole ? piece.own : null })),
        decidedBy: tie.decided_by ? { ref: tie.decided_by, name: names.get(tie.decided_by.slice(6)) ?? null } : null,
      },
    ]
  })
}

async function seenCases(actor: Actor, reader: Reader, ties: readonly Tie[]): Promise<Map<string, Whose>> {
  const standing = await standingCases(
    reader,
    ties.flatMap(({ case_id }) => case_id ?? []),
  )
  const seen = [...standing].filter(([, { inboxIds }]) => seesInbox(actor, inboxIds))
  return new Map(
    seen.map(([asked, { id, number, subject, inboxIds }]) => [
      asked,
      { case: { id, number, subject }, contact: null, whole: inboxIds.every((inbox) => seesInbox(actor, [inbox])) },
    ]),
  )
}

async function seenPeople(actor: Actor, reader: Reader, ties: readonly Tie[]): Promise<Map<string, Whose>> {
  const people = await contactSummaries(reader, [...new Set(ties.flatMap(({ contact_id }) => contact_id ?? []))])
  const seen = new Map<string, Whose>()
  for (const [asked, { id, name, address }] of people)
    if (await seesContact(actor, reader, id, contactSight))
      seen.set(asked, { case: null, contact: { id, name: name || address || "" }, whole: true })
  return seen
}

const SHOWN: readonly TieState[] = ["proposed", "confirmed", "refused"]
const MOST = 100

/** Ties of a mention, the likeliest first: with what the actor may see. */
export async function tiesOfMention(actor: Actor, reader: Reader, mentionId: string): Promise<SeenTie[]> {
  const { id } = await accessMention(reader, mentionId)
  return seenTies(actor, reader, await tiesBy(reader, "mention_id", [id], SHOWN))
}

/** Ties of these cases (one, and what was merged into it), the likeliest first. */
export function tiesOfCases(reader: Reader, caseIds: readonly string[], states: readonly TieState[] = SHOWN): Promise<Tie[]> {
  return tiesBy(reader, "case_id", caseIds, states)
}

/** Ties of a contact under all their ids, the likeliest first. */
export function tiesOfContact(reader: Reader, contactIds: readonly string[]): Promise<Tie[]> {
  return tiesBy(reader, "contact_id", contactIds, SHOWN)
}

function tiesBy(
  reader: Reader,
  by: "mention_id" | "case_id" | "contact_id",
  ids: readonly string[],
  states: readonly TieState[],
): Promise<Tie[]> {
  return tieRoom(reader)
    .selectFrom("ties")
    .selectAll()
    .where(by, "in", [...ids])
    .where("state", "in", [...states])
    .orderBy("score", "desc")
    .orderBy("id")
    .limit(MOST)
    .execute()
}
