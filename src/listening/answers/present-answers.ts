import type { z } from "@hono/zod-openapi"
import { standingCases } from "#cases"
import type { PublicChannel } from "#conversations"
import { type Actor, agentNames, seesInbox } from "#people"
import type { Reader } from "#platform"
import { type Language, say } from "#words"
import { mayApprove } from "./accounts.ts"
import type { AnswerDetail, AnswerView } from "./answer-view.ts"
import { answerRoom, type PublicAnswer, type Why } from "./tables.ts"

export interface Onlooker {
  actor: Actor
  language: Language
}

/** Answers as one actor may see them; whoever asks has made sure that they may. */
export async function presentAnswers(
  { actor, language }: Onlooker,
  reader: Reader,
  channel: PublicChannel,
  rows: readonly PublicAnswer[],
): Promise<z.infer<typeof AnswerView>[]> {
  if (rows.length === 0) return []
  const standing = (await channel.accounts(reader)).map((account) => [account.id, account] as const)
  const accounts = new Map(standing)
  const cases = await standingCases(
    reader,
    rows.flatMap(({ case_id }) => case_id ?? []),
  )
  const doer = await doersOf(
    reader,
    rows.flatMap(({ writers, approved_by }) => [...writers, ...(approved_by ? [approved_by] : [])]),
  )
  return rows.map((row) => {
    const account = accounts.get(row.account_id)
    const found = row.case_id === null ? undefined : cases.get(row.case_id)
    const { id = row.account_id, kind = "", name = say(language, "answers.account.removed"), handle = "", url = null } = account ?? {}
    return {
      id: row.id,
      mentionId: row.mention_id,
      account: { id, kind, name, handle, url },
      case: found && seesInbox(actor, found.inboxIds) ? { id: found.id, number: found.number } : null,
      text: row.text,
      language: row.language,
      revision: row.revision,
      writers: row.writers.map(doer),
      approvedBy: row.approved_by === null ? null : doer(row.approved_by),
      state: row.state,
      since: row.state_since.toISOString(),
      reason: row.reason && presentWhy(row.reason, language),
      dueAt: row.due_at?.toISOString() ?? null,
      url: row.url,
      sentAt: row.sent_at?.toISOString() ?? null,
      createdAt: row.created_at.toISOString(),
      canWithdraw: row.state === "sent" && (account?.takesBack ?? false),
      canApprove: row.state === "asked" && account !== undefined && mayApprove(actor, account) && !row.writers.includes(actor.ref),
    }
  })
}

/** One answer with all that was done with it; of one written beside a case, who can't see that case reads only what was said in the open. */
export async function presentDetail(
  onlooker: Onlooker,
  reader: Reader,
  channel: PublicChannel,
  row: PublicAnswer,
): Promise<z.infer<typeof AnswerDetail>> {
  const [view] = await presentAnswers(onlooker, reader, channel, [row])
  const steps = await answerRoom(reader)
    .selectFrom("public_answer_steps")
    .selectAll()
    .where("answer_id", "=", row.id)
    .orderBy("n")
    .execute()
  const doer = await doersOf(
    reader,
    steps.map(({ by_actor }) => by_actor),
  )
  const isHidden = row.case_id !== null && view!.case === null
  return {
    ...view!,
    steps: steps.map(({ id, step, by_actor, at, reason, detail, text }) => ({
      id,
      step,
      by: doer(by_actor),
      at: at.toISOString(),
      reason: isHidden ? null : reason,
      detail: detail && presentWhy(detail, onlooker.language),
      text: isHidden && text !== row.text ? null : text,
    })),
  }
}

/** Why something stands so, in a sentence, with the place's own words where it has any. */
export function presentWhy({ code, answer }: Why, language: Language) {
  const sentence = say(language, `answers.reason.${code}`)
  return { code, detail: answer ? say(language, "answers.reasonAnd", { sentence, answer }) : sentence }
}

export async function doersOf(reader: Reader, refs: readonly string[]) {
  const agents = refs.flatMap((ref) => (ref.startsWith("agent:") ? [ref.slice("agent:".length)] : []))
  const names = await agentNames(reader, [...new Set(agents)])
  return (ref: string) => ({ ref, name: names.get(ref.slice("agent:".length)) ?? null })
}
