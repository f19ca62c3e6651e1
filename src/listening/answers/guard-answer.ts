import { standingCases } from "#cases"
import { type Actor, seesInbox } from "#people"
import { type FieldProblem, Invalid, type Reader } from "#platform"
import { tiedCases } from "../decisions/decisions-of.ts"
import type { PrivatePiece } from "../guard/find-private.ts"
import { guardPublicText } from "../guard/guard-public-text.ts"
import { fold } from "../text/fold.ts"
import { answerRoom, type PublicAnswer, type Release } from "./tables.ts"

export interface Finding extends PrivatePiece {
  caseNumber: number
  /** A person said that it is no private fact. */
  released: Release | null
}

export interface Guarded {
  found: Finding[]
  /** There are cases of which the actor doesn't see all: somebody who does has to look. */
  unseen: boolean
}

/** What a person must be a lead for to call it no private fact: these are hardly ever anything else. */
export const HARD: ReadonlySet<PrivatePiece["kind"]> = new Set(["reference", "case-number", "address"])

type ToGuard = Pick<PublicAnswer, "mention_id" | "case_id" | "text"> & { id: string | null }

/** Private facts in an answer, of every case that its mention is tied to and of the one that was in sight. */
export async function guardAnswer(actor: Actor, reader: Reader, { id, mention_id, case_id, text }: ToGuard): Promise<Guarded> {
  const named = case_id === null ? undefined : (await standingCases(reader, [case_id])).get(case_id)
  const cases = new Map([...(await tiedCases(reader, mention_id)), ...(named ? [named] : [])].map((one) => [one.id, one]))
  const releases = id === null ? [] : await releasesOf(reader, id)
  const guarded: Guarded = { found: [], unseen: false }
  for (const { id: caseId, number, inboxIds } of cases.values()) {
    if (!inboxIds.every((inbox) => seesInbox(actor, [inbox]))) {
      guarded.unseen = true
      continue
    }
    const pieces = await guardPublicText(actor, reader, caseId, text, [mention_id])
    guarded.found.push(...pieces.map((piece) => ({ ...piece, caseNumber: number, released: releaseFor(releases, piece) })))
  }
  return { ...guarded, found: guarded.found.sort((a, b) => a.start - b.start) }
}

/** Refuses what tells a private fact, each at its place. @throws Invalid */
export function requireClean({ found }: Guarded): void {
  const fields: FieldProblem[] = found
    .filter(({ released }) => !released)
    .map(({ kind, start, end, text, own }) => ({
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
