import { sql } from "kysely"
import { conversationForCase, messageForCase } from "#conversations"
import { type Fact, isId, type Subscriber, type Tx } from "#platform"
import { type CaseRow, room } from "../tables.ts"
import { minders } from "./minders.ts"
import { notify } from "./notify.ts"

function caseRow(tx: Tx, id: string): Promise<CaseRow | undefined> {
  return room(tx).selectFrom("cases").selectAll().where("id", "=", id).executeTakeFirst()
}

/** Something was said in a conversation of a case that somebody minds. */
async function whereSaid(tx: Tx, fact: Fact) {
  const conversation = fact.about.conversation ? await conversationForCase(tx, fact.about.conversation) : null
  const row = conversation?.caseId ? await caseRow(tx, conversation.caseId) : undefined
  return conversation && row ? { conversation, row } : null
}

/** message.received: a customer wrote; automatic mail is told to nobody, and nobody minds a case yet that it opens. */
const noteReply: Subscriber = async (tx, fact) => {
  if (fact.data?.["automatic"] || fact.data?.["first"] || !fact.about.message) return
  const said = await whereSaid(tx, fact)
  if (!said || said.row.category === "spam") return
  await notify(tx, minders(said.row), {
    kind: "reply",
    caseId: said.row.id,
    conversationId: said.conversation.id,
    inboxIds: said.conversation.inboxIds,
    messageId: fact.about.message,
    by: fact.actor,
  })
}

/** note.added: those who are named in it, and those who mind the case. */
const noteMention: Subscriber = async (tx, fact) => {
  const said = await whereSaid(tx, fact)
  if (!said || !fact.about.message) return
  const mentions = fact.data?.["mentions"]
  const named = Array.isArray(mentions) ? mentions.filter((id): id is string => typeof id === "string" && isId(id)) : []
  const news = {
    caseId: said.row.id,
    conversationId: said.conversation.id,
    inboxIds: said.conversation.inboxIds,
    messageId: fact.about.message,
    by: fact.actor,
  }
  await notify(tx, named, { ...news, kind: "mention" })
  await notify(
    tx,
    minders(said.row).filter((id) => !named.includes(id)),
    { ...news, kind: "note" },
  )
}

/** case.assigned: to somebody, by somebody else. */
const noteAssigned: Subscriber = async (tx, { about, data, actor }) => {
  const owner = data?.["owner"]
  if (typeof owner !== "string" || owner === data?.["ownerBefore"] || !about.case) return
  const row = await caseRow(tx, about.case)
  if (row) await notify(tx, [owner], { kind: "assigned", caseId: row.id, conversationId: null, inboxIds: row.inbox_ids, by: actor })
}

/** message.failed, message.uncertain: to whoever wrote it and whoever owns the case. It may be two days later, and they elsewhere. */
const noteUnsent =
  (kind: "send-failed" | "send-uncertain"): Subscriber =>
  async (tx, fact) => {
    const message = fact.about.message ? await messageForCase(tx, fact.about.message) : null
    const said = await whereSaid(tx, fact)
    if (!said || !message || message.automatic !== null) return
    await notify(
      tx,
      [message.agentId, said.row.owner_id].filter((id) => id !== null),
      {
        kind,
        caseId: said.row.id,
        conversationId: said.conversation.id,
        inboxIds: said.conversation.inboxIds,
        messageId: message.id,
        by: fact.actor,
      },
    )
  }

/** case.promise-broken: to whoever made it, too. */
const noteBroken: Subscriber = async (tx, { about, data, actor }) => {
  const promise = data?.["promise"]
  if (typeof promise === "string" && about.case) await tellPromise(tx, about.case, promise, "promise-broken", actor)
}

async function tellPromise(tx: Tx, caseId: string, promiseId: string, kind: "promise-due" | "promise-broken", by: string): Promise<void> {
  const row = await caseRow(tx, caseId)
  const promise = await room(tx).selectFrom("promises").select("made_by").where("id", "=", promiseId).executeTakeFirst()
  if (!row || !promise) return
  const maker = promise.made_by.startsWith("agent:") ? [promise.made_by.slice(6)] : []
  const news = { kind, caseId: row.id, conversationId: null, inboxIds: row.inbox_ids, promiseId, by }
  await notify(tx, [...minders(row), ...maker], news)
}

/** Promises that come due within the hour, told once to those who can still keep them. Called each minute. */
export async function tellDuePromises(tx: Tx): Promise<void> {
  const due = await sql<{ id: string; case_id: string }>`
    select p.id, coalesce(c.merged_into, c.id) as case_id from promises as p join cases as c on c.id = p.case_id
    where p.kept_at is null and p.broken_at is null and p.withdrawn_at is null
      and p.due_at > ${tx.now} and p.due_at <= ${tx.now}::timestamptz + interval '1 hour'
      and not exists (select from notifications as n where n.promise_id = p.id and n.kind = 'promise-due' and n.case_id = coalesce(c.merged_into, c.id))
    order by p.due_at limit 500`.execute(tx.sql)
  for (const { id, case_id } of due.rows) await tellPromise(tx, case_id, id, "promise-due", "system:clock")
}

/** To be subscribed after the cases have filed what came. */
export const notificationSubscribers: [Fact["kind"], Subscriber][] = [
  ["message.received", noteReply],
  ["note.added", noteMention],
  ["case.assigned", noteAssigned],
  ["case.promise-broken", noteBroken],
  ["message.failed", noteUnsent("send-failed")],
  ["message.uncertain", noteUnsent("send-uncertain")],
]
