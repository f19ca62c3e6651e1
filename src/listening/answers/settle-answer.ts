import type { PublicChannel, PublicOutcome, PublicTakenBack, PublicTrouble } from "#conversations"
import { fitJson, MINUTE, SECOND, type Tx } from "#platform"
import { tellWriters } from "./approve-answer.ts"
import type { Claimed } from "./claim-answers.ts"
import { moveAnswer } from "./move-answer.ts"
import { noteReplaced } from "./one-there.ts"
import { answerRoom, type PublicAnswer } from "./tables.ts"

const BY = "system:answers"
/** Pauses after a passing failure; after the last, Vigie gives up and says so. Half a day: what is said in public later is stale. */
const PAUSES = [10 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE, 120 * MINUTE, 240 * MINUTE, 240 * MINUTE]

export interface Attempted {
  outcome: PublicOutcome
  /** The place has said that it isn't there. */
  absent: boolean
}

/** Writes down what became of an attempt to say it. A worker whose lease was taken over writes nothing (fencing). */
export async function settleSent(
  tx: Tx,
  channel: Pick<PublicChannel, "accounts">,
  { row, before }: Claimed,
  { outcome, absent }: Attempted,
): Promise<void> {
  const held = await stillHeld(tx, row)
  if (!held) return
  if (outcome.kind === "sent") {
    const { place, url } = outcome
    const sent = { state: "sent", reason: null, place: fitJson(place), url, sent_at: tx.now, ...FREE } as const
    await moveAnswer(BY, tx, held, sent, { step: "sent" })
    const account = (await channel.accounts(tx)).find(({ id }) => id === held.account_id)
    if (account?.keepsOne) await noteReplaced(BY, tx, held)
    return
  }
  const why = { code: outcome.code, answer: outcome.answer }
  // What may be there stays so until the place has said otherwise.
  const mayStand = outcome.kind === "uncertain" || (before === "uncertain" && !absent)
  const due = nextTry(held, outcome, tx.now)
  const reason = fitJson(why)
  if (mayStand) await moveAnswer(BY, tx, held, { state: "uncertain", reason, due_at: due, ...FREE }, { step: "uncertain", detail: why })
  else if (outcome.kind !== "refused" && due)
    await moveAnswer(BY, tx, held, { state: "retry", reason, due_at: due, ...FREE }, { step: "retry", detail: why })
  else await moveAnswer(BY, tx, held, { state: "failed", reason, due_at: null, ...FREE }, { step: "failed", detail: why })
  if (outcome.kind === "refused" || !due) await tellWriters(tx, held, "answer-failed", BY)
}

/** Writes down what became of an attempt to take it back. */
export async function settleTakenBack(tx: Tx, { row }: Claimed, outcome: PublicTakenBack): Promise<void> {
  const held = await stillHeld(tx, row)
  if (!held) return
  if (outcome.kind === "taken-back") {
    await moveAnswer(BY, tx, held, { state: "withdrawn", reason: null, due_at: null, ...FREE }, { step: "withdrawn" })
    return
  }
  const why = { code: outcome.code, answer: outcome.answer }
  const due = outcome.kind === "refused" ? null : nextTry(held, outcome, tx.now)
  const reason = fitJson(why)
  if (due) await moveAnswer(BY, tx, held, { reason, due_at: due, ...FREE }, { step: "retry", detail: why })
  else {
    await moveAnswer(BY, tx, held, { state: "sent", reason, due_at: null, ...FREE }, { step: "still-there", detail: why })
    await tellWriters(tx, held, "answer-failed", BY)
  }
}

const FREE = { leased_by: null, leased_until: null } as const

function nextTry({ attempts }: PublicAnswer, { until }: PublicTrouble, now: Date): Date | null {
  const pause = PAUSES[attempts - 1]
  if (pause === undefined) return null
  return new Date(Math.max(now.getTime() + pause, until?.getTime() ?? 0))
}

async function stillHeld(tx: Tx, { id, lease }: PublicAnswer): Promise<PublicAnswer | undefined> {
  return answerRoom(tx)
    .selectFrom("public_answers")
    .selectAll()
    .where("id", "=", id)
    .where("lease", "=", lease)
    .where("leased_by", "is not", null)
    .forUpdate()
    .executeTakeFirst()
}
