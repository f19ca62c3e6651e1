import { standingCases } from "#cases"
import { type Actor, seesInbox } from "#people"
import { type FieldProblem, Invalid, NotFound, type Reader } from "#platform"
import type { PrivatePiece } from "../guard/find-private.ts"
import { guardPersonsFacts, guardPublicText } from "../guard/guard-public-text.ts"
import { fold } from "../text/fold.ts"
import { tieRoom } from "../ties/tables.ts"
import { answerRoom, type PublicAnswer, type Release } from "./tables.ts"

export interface Finding extends PrivatePiece {
  /** Null: of somebody who has no case. */
  caseNumber: number | null
  /** A person said that it is no private fact. */
  released: Release | null
}

export interface Guarded {
  found: Finding[]
  /** There are cases or people of whom the actor doesn't see all: somebody who does has to look. */
  unseen: boolean
  /** There is more of a case than is read: somebody has to look. */
  unread: boolean
}

/** What a person must be a lead for to call it no private fact: these are hardly ever anything else. */
export const HARD: ReadonlySet<PrivatePiece["kind"]> = new Set(["reference", "case-number", "address"])

type ToGuard = Pick<PublicAnswer, "mention_id" | "case_id" | "text"> & { id: string | null }

/**
 * Private facts in an answer, of every case and person that its mention is tied to, or may belong to as was proposed, and of the case that was
 * in sight.
 */
export async function guardAnswer(actor: Actor, reader: Reader, { id, mention_id, case_id, text }: ToGuard): Promise<Guarded> {
  const ties = await tieRoom(reader)
    .selectFrom("ties")
    .select(["case_id", "contact_id"])
    .where("mention_id", "=", mention_id)
    .where("state", "in", ["confirmed", "proposed"])
    .execute()
  const standing = await standingCases(
    reader,
    [...ties.map((tie) => tie.case_id), case_id].flatMap((one) => one ?? []),
  )
  const cases = new Map([...standing.values()].map((one) => [one.id, one]))
  const releases = id === null ? [] : await releasesOf(reader, id)
  const guarded: Guarded = { found: [], unseen: false, unread: false }
  for (const { id: caseId, number, inboxIds } of cases.values()) {
    if (!inboxIds.every((inbox) => seesInbox(actor, [inbox]))) {
      guarded.unseen = true
      continue
    }
    const { found, unread } = await guardPublicText(actor, reader, caseId, text, [mention_id])
    guarded.unread ||= unread
    guarded.found.push(...found.map((piece) => ({ ...piece, caseNumber: number, released: releaseFor(releases, piece) })))
  }
  for (const contactId of new Set(ties.flatMap(({ contact_id }) => contact_id ?? []))) {
    const pieces = await guardPersonsFacts(actor, reader, contactId, text, [mention_id]).catch((error: unknown) => {
      if (error instanceof NotFound) return null
      throw error
    })
    if (pieces === null) guarded.unseen = true
    else guarded.found.push(...pieces.map((piece) => ({ ...piece, caseNumber: null, released: releaseFor(releases, piece) })))
  }
  return { ...guarded, found: guarded.found.sort((a, b) => a.start - b.start) }
}

/** What tells a private fact, and that nobody said is none. */
export const standingIn = ({ found }: Guarded): Finding[] => found.filter(({ soft, released }) => !soft && !released)

/** Refuses what tells a private fact, each at its place. @throws Invalid */
export function requireClean(guarded: Guarded): void {
  const fields: FieldProblem[] = standingIn(guarded).map(({ kind, start, end, text, own }) => ({
    path: "text",
    key: `answers.private.${kind}`,
    values: { text, own: own.slice(0, 200) },
    at: { start, end },
  }))
  if (fields.length > 0) throw new Invalid("answers.private", {}, fields)
}

export const releasedWords = (written: string): string => written.split(/\s+/).map(fold).join(" ")

function releaseFor(releases: readonly Release[], { kind, text }: PrivatePiece): Release | null {
  return releases.find((release) => release.kind === kind && release.words === releasedWords(text)) ?? null
}

function releasesOf(reader: Reader, answerId: string): Promise<Release[]> {
  return answerRoom(reader).selectFrom("public_answer_releases").selectAll().where("answer_id", "=", answerId).execute()
}
