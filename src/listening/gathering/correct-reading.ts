import { type Actor, requireRole } from "#people"
import { Invalid, isId, newId, NotFound, type Reader, type Tx } from "#platform"
import { TONES } from "../tone/read-tone.ts"
import { type Correctable, gathering } from "./tables.ts"

/** What a person said of a reading: of the tone which it is; of a sign `there` or `not-there`. */
export interface Correction {
  id: string
  about: Correctable
  said: string
  was: string | null
  by: string
  at: Date
}

export interface ReadingNow {
  language: string | null
  tone: string | null
  sureness: number
  doubts: string[]
  signs: { kind: string; words: string }[]
  /** The latest about each thing. */
  corrections: Correction[]
}

const SIGN_ANSWERS = ["there", "not-there"]

/**
 * Says what a mention's tone is, or whether it has a sign: as it was read, or otherwise. Both count, so that how often the reading is right
 * can be told. @throws NotFound, Invalid
 */
export async function correctReading(actor: Actor, tx: Tx, mentionId: string, about: Correctable, said: string): Promise<void> {
  requireRole(actor, "agent")
  const allowed: readonly string[] = about === "tone" ? TONES : SIGN_ANSWERS
  if (!allowed.includes(said)) throw new Invalid("listening.reading.badAnswer")
  const reading = await readingOf(tx, mentionId)
  const was = about === "tone" ? reading.tone : reading.signs.some(({ kind }) => kind === about) ? "there" : "not-there"
  await gathering(tx)
    .insertInto("mention_corrections")
    .values({
      id: newId(tx.now),
      mention_id: mentionId,
      about,
      was_read: was,
      said,
      language: reading.language,
      by_actor: actor.ref,
      at: tx.now,
    })
    .execute()
  await tx.record({
    kind: "mention.corrected",
    actor: actor.ref,
    about: {},
    audience: "all",
    data: { mention: mentionId, about, was, said },
  })
}

/** Takes back what a person said of a reading: what was said or read before counts again. @throws NotFound */
export async function takeBackCorrection(actor: Actor, tx: Tx, mentionId: string, correctionId: string): Promise<void> {
  requireRole(actor, "agent")
  const gone = isId(correctionId)
    ? await gathering(tx)
        .deleteFrom("mention_corrections")
        .where("id", "=", correctionId)
        .where("mention_id", "=", mentionId)
        .returning(["about", "was_read", "said"])
        .executeTakeFirst()
    : undefined
  if (!gone) throw new NotFound("listening.reading.noCorrection")
  await tx.record({
    kind: "mention.correction-undone",
    actor: actor.ref,
    about: {},
    audience: "all",
    data: { mention: mentionId, about: gone.about, was: gone.was_read, said: gone.said },
  })
}

/** What was read of a mention, and what people said of that. @throws NotFound where nothing was read yet */
export async function readingOf(reader: Pick<Reader, "sql">, mentionId: string): Promise<ReadingNow> {
  const reading = await gathering(reader).selectFrom("mention_readings").selectAll().where("mention_id", "=", mentionId).executeTakeFirst()
  if (!reading) throw new NotFound("listening.reading.notFound")
  const corrections = await gathering(reader)
    .selectFrom("mention_corrections")
    .distinctOn("about")
    .selectAll()
    .where("mention_id", "=", mentionId)
    .orderBy("about")
    .orderBy("n", "desc")
    .execute()
  return {
    language: reading.language,
    tone: reading.tone,
    sureness: reading.sureness,
    doubts: reading.doubts,
    signs: reading.signs,
    corrections: corrections.map(({ id, about, said, was_read: was, by_actor: by, at }) => ({ id, about, said, was, by, at })),
  }
}
