import { caseOfConversation, caseSubscribers, knowledgeSubscribers, planQuestion, searchSubscribers, takeQuestionBack } from "#cases"
import { acknowledge, askingReceipt, type Sending } from "#conversations"
import type { Config, Database, TakesTogether } from "#platform"
import { foundables } from "./search-parts.ts"

/** News upward: which rooms hear of which facts, in this order, inside the transaction that made them true. */
export function subscribe(db: Database, sending: Sending, config: Config): void {
  for (const [kind, subscriber] of caseSubscribers({ timeZone: config.timeZone })) db.subscribe(kind, subscriber)
  // A message is found under its case, and a receipt names it: both after the case is open.
  for (const [kind, subscriber] of searchSubscribers(foundables)) db.subscribe(kind, subscriber)
  for (const [kind, subscriber] of knowledgeSubscribers()) db.subscribe(kind, subscriber)
  db.subscribe("message.received", receipt(sending))
  db.subscribe("case.status-changed", planQuestion)
  db.subscribe("case.reopened", takeQuestionBack)
}

function receipt(sending: Sending): TakesTogether {
  return {
    async together(tx, facts) {
      const first = facts.filter(({ data }) => data?.["first"] && data["automatic"] === null)
      const asking = await askingReceipt(
        tx,
        first.flatMap(({ about }) => about.message ?? []),
      )
      for (const message of asking) {
        const conversation = first.find(({ about }) => about.message === message)?.about.conversation
        if (!conversation) continue
        await acknowledge(tx, sending, message, async () => {
          const filed = await caseOfConversation(tx, conversation)
          return filed && { reference: `#${filed.number}` }
        })
      }
    },
  }
}
