import { sql } from "kysely"
import { accessCase, familyOf as familyOfCase } from "#cases"
import type { Actor } from "#people"
import type { Reader } from "#platform"
import { accessStory, familyOf } from "../gathering/access-story.ts"
import { accessMention } from "../mentions/list-mentions.ts"
import { tiesOfCases } from "../ties/list-ties.ts"
import { seenAnswers } from "./access-answer.ts"
import { answerRoom, type AnswerState, type PublicAnswer } from "./tables.ts"

export interface AnswersAsked {
  mentionId?: string | undefined
  caseId?: string | undefined
  storyId?: string | undefined
  states?: readonly AnswerState[] | undefined
}

/** Answers that the actor may see, the latest first; what was thrown away is in no list. @throws NotFound */
export async function listAnswers(
  actor: Actor,
  reader: Reader,
  asked: AnswersAsked,
  limit: number,
  before: string | null,
): Promise<{ rows: PublicAnswer[]; next: string | null }> {
  let page = answerRoom(reader).selectFrom("public_answers").selectAll().where("state", "<>", "discarded").orderBy("id", "desc")
  if (asked.mentionId) page = page.where("mention_id", "=", (await accessMention(reader, asked.mentionId)).id)
  if (asked.caseId) {
    const { id } = await accessCase(actor, reader, asked.caseId)
    const family = await familyOfCase(reader, id)
    const tied = (await tiesOfCases(reader, family, ["confirmed"])).map(({ mention_id }) => mention_id)
    page = page.where((is) => is.or([is("case_id", "in", family), ...(tied.length > 0 ? [is("mention_id", "in", tied)] : [])]))
  }
  if (asked.storyId) {
    const family = await familyOf(reader, (await accessStory(reader, asked.storyId)).id)
    page = page.where(sql<boolean>`mention_id in (select mention_id from story_mentions where story_id = any(${family}::uuid[]))`)
  }
  if (asked.states?.length) page = page.where("state", "in", [...asked.states])
  if (before) page = page.where("id", "<", before)
  const rows = await page.limit(limit + 1).execute()
  const shown = rows.slice(0, limit)
  return { rows: await seenAnswers(actor, reader, shown), next: rows.length > limit ? shown.at(-1)!.id : null }
}
