import type { PublicChannel, PublicFixed } from "#conversations"
import { systemActor } from "#people"
import { type Database, failpoint, type Reader } from "#platform"
import { accessMention } from "../mentions/list-mentions.ts"
import { answeredWords } from "./answered-words.ts"
import { keepFixed } from "./claim-answers.ts"
import { guardAnswer, standingIn } from "./guard-answer.ts"
import type { Attempted } from "./settle-answer.ts"
import type { PublicAnswer } from "./tables.ts"

const GONE = { kind: "refused", code: "gone", answer: "", until: null } as const

interface Parts {
  db: Database
  channel: PublicChannel
  signal: AbortSignal
}

/**
 * Says it in the open, once. What will be sent is kept before it leaves; whatever was tried before is looked for first. Null: another
 * worker has it by now.
 */
export async function attemptAnswer({ db, channel, signal }: Parts, row: PublicAnswer): Promise<Attempted | null> {
  const accountId = row.account_id
  if (row.fixed !== null && row.attempts > 1) {
    const looked = await channel.look({ accountId, fixed: row.fixed }, signal)
    if (looked.kind === "there") return { outcome: { ...looked, kind: "sent" }, absent: false }
    if (looked.kind !== "absent") return { outcome: looked, absent: false }
  }
  // What is deleted while an answer waits to be tried again isn't answered any more.
  if ((await accessMention(db.read, row.mention_id)).gone_at) return { outcome: GONE, absent: true }
  const composed: PublicFixed = row.fixed === null ? await compose({ db, channel }, row) : { kind: "fixed", fixed: row.fixed }
  if (composed.kind !== "fixed") return { outcome: notLeft(composed), absent: true }
  if (await tellsPrivate(db.read, row)) return { outcome: { kind: "refused", code: "private", answer: "", until: null }, absent: true }
  const { fixed } = composed
  if (row.fixed === null && !(await db.transact((tx) => keepFixed(tx, row, fixed)))) return null
  failpoint("after-sending-marked")
  const outcome = await channel.send({ accountId, fixed }, signal)
  failpoint("before-sent-marked")
  return { outcome, absent: true }
}

/** A case may have been tied to the mention since the guard read these words. */
async function tellsPrivate(reader: Reader, row: PublicAnswer): Promise<boolean> {
  return standingIn(await guardAnswer(systemActor("answers"), reader, row)).length > 0
}

async function compose({ db, channel }: Pick<Parts, "db" | "channel">, row: PublicAnswer): Promise<PublicFixed> {
  const mention = await accessMention(db.read, row.mention_id)
  if (mention.gone_at || row.post_key === null) return GONE
  const answers = await answeredWords(db.read, mention)
  const { account_id: accountId, text, language, post_key: postKey } = row
  return channel.compose({ accountId, text, language, postKey, at: db.clock.now(), answers })
}

/** Nothing was sent yet: what isn't understood can be tried again. */
const notLeft = (trouble: Exclude<PublicFixed, { kind: "fixed" }>) =>
  trouble.kind === "uncertain" ? { ...trouble, kind: "unreachable" as const } : trouble
