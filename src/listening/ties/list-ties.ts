import { standingCases } from "#cases"
import { type Actor, agentNames, seesInbox } from "#people"
import type { Reader } from "#platform"
import type { Piece } from "../evidence/sides.ts"
import { accessMention } from "../mentions/list-mentions.ts"
import { type Tie, tieRoom, type TieState } from "./tables.ts"

/** A tie as one actor may see it. */
export interface SeenTie {
  tie: Tie
  case: { id: string; number: number; subject: string }
  /** What the case says is left out for who sees a part of it only. */
  pieces: (Omit<Piece, "own"> & { own: string | null })[]
  decidedBy: { ref: string; name: string | null } | null
}

/** Those of these ties whose cases the actor may see: of the others not even that they are. */
export async function seenTies(actor: Actor, reader: Reader, ties: readonly Tie[]): Promise<SeenTie[]> {
  const standing = await standingCases(
    reader,
    ties.map(({ case_id }) => case_id),
  )
  const names = await agentNames(
    reader,
    ties.flatMap(({ decided_by }) => (decided_by?.startsWith("agent:") ? [decided_by.slice(6)] : [])),
  )
  return ties.flatMap((tie) => {
    const found = standing.get(tie.case_id)
    if (!found || !seesInbox(actor, found.inboxIds)) return []
    const whole = found.inboxIds.every((id) => seesInbox(actor, [id]))
    const { id, number, subject } = found
    return [
      {
        tie,
        case: { id, number, subject },
        pieces: tie.pieces.map((piece) => ({ ...piece, own: whole ? piece.own : null })),
        decidedBy: tie.decided_by ? { ref: tie.decided_by, name: names.get(tie.decided_by.slice(6)) ?? null } : null,
      },
    ]
  })
}

const SHOWN: readonly TieState[] = ["proposed", "confirmed", "refused"]
const MOST = 100

/** Ties of a mention, the likeliest first: with cases that the actor may see. */
export async function tiesOfMention(actor: Actor, reader: Reader, mentionId: string): Promise<SeenTie[]> {
  const { id } = await accessMention(reader, mentionId)
  const rows = await tieRoom(reader)
    .selectFrom("ties")
    .selectAll()
    .where("mention_id", "=", id)
    .where("state", "in", SHOWN)
    .orderBy("score", "desc")
    .orderBy("id")
    .limit(MOST)
    .execute()
  return seenTies(actor, reader, rows)
}

/** Ties of these cases (one, and what was merged into it), the likeliest first. */
export function tiesOfCases(reader: Reader, caseIds: readonly string[], states: readonly TieState[] = SHOWN): Promise<Tie[]> {
  return tieRoom(reader)
    .selectFrom("ties")
    .selectAll()
    .where("case_id", "in", [...caseIds])
    .where("state", "in", [...states])
    .orderBy("score", "desc")
    .orderBy("id")
    .limit(MOST)
    .execute()
}
