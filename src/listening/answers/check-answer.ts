import type { z } from "@hono/zod-openapi"
import { accessCase } from "#cases"
import type { PublicChannel } from "#conversations"
import type { Actor } from "#people"
import type { Reader } from "#platform"
import { accessMention } from "../mentions/list-mentions.ts"
import { accessAnswer } from "./access-answer.ts"
import { asksLeave, reachingAccount } from "./accounts.ts"
import type { Checked } from "./answer-view.ts"
import { countSigns, tooLongBy } from "./count-signs.ts"
import { guardAnswer, HARD } from "./guard-answer.ts"
import { doersOf } from "./present-answers.ts"

interface ToCheck {
  mentionId: string
  accountId: string
  answerId?: string | null | undefined
  caseId?: string | null | undefined
  text: string
}

/** What would be said of these words if they were given on their way now. @throws Invalid, NotFound */
export async function checkAnswer(actor: Actor, reader: Reader, channel: PublicChannel, given: ToCheck): Promise<z.infer<typeof Checked>> {
  const mention = await accessMention(reader, given.mentionId)
  const account = await reachingAccount(channel, reader, mention, given.accountId)
  const kept = given.answerId ? await accessAnswer(actor, reader, given.answerId) : null
  const case_id = kept ? kept.case_id : given.caseId ? (await accessCase(actor, reader, given.caseId)).id : null
  const guarded = await guardAnswer(actor, reader, { id: kept?.id ?? null, mention_id: mention.id, case_id, text: given.text })
  const doer = await doersOf(
    reader,
    guarded.found.flatMap(({ released }) => released?.by_actor ?? []),
  )
  return {
    length: countSigns(given.text, account.counting),
    most: account.counting.most,
    tooLongBy: tooLongBy(given.text, account.counting),
    needsApproval: (await asksLeave(reader, [...(kept?.writers ?? []), actor.ref], account)) || guarded.unseen || guarded.unread,
    unseen: guarded.unseen,
    unread: guarded.unread,
    found: guarded.found.map(({ kind, start, end, text, own, caseNumber, soft, released }) => ({
      kind,
      start,
      end,
      text,
      own,
      caseNumber,
      hard: HARD.has(kind),
      soft: soft ?? false,
      released: released && { reason: released.reason, by: doer(released.by_actor) },
    })),
  }
}
