import type { Category, Priority } from "#cases"
import type { ReadItem, Staged } from "./desk.types.ts"
import { list, type Loose, moment, part, text } from "./loose.ts"

/** By name, and by number as older versions and the database have it. */
const STATUS: Readonly<Record<string, Category>> = {
  open: "open",
  resolved: "resolved",
  pending: "new",
  snoozed: "snoozed",
  "0": "open",
  "1": "resolved",
  "2": "new",
  "3": "snoozed",
}
const PRIORITY: Readonly<Record<string, Priority>> = { low: "low", medium: "normal", high: "high", urgent: "urgent" }
const SIDE: Readonly<Record<string, "in" | "out">> = { "0": "in", incoming: "in", "1": "out", outgoing: "out", "3": "out", template: "out" }

/** Reads what Chatwoot's API gives: conversations (with their messages in them, or apart), messages, contacts; each as a list, a page or a line. */
export const readChatwoot: ReadItem = (name, value) => {
  if ("message_type" in value) return messageOf(value, text(value["conversation_id"]))
  if (name === "contacts" || ("phone_number" in value && !("messages" in value))) return contactOf(value)
  return "messages" in value || "inbox_id" in value || name === "conversations" ? conversationOf(value) : null
}

function conversationOf(value: Loose): Staged[] {
  const key = text(value["id"]) || text(value["display_id"])
  const meta = part(value["meta"])
  const messages = list(value["messages"]).map(part)
  const at = moment(value["created_at"]) ?? moment(messages[0]?.["created_at"]) ?? moment(value["timestamp"])
  if (!key || !at) return []
  const sender = Object.keys(part(meta["sender"])).length ? part(meta["sender"]) : part(value["contact"])
  const assignee = part(meta["assignee"])
  const mail = part(part(value["additional_attributes"])["mail_subject"] ? value["additional_attributes"] : {})
  const status = STATUS[text(value["status"])] ?? "open"
  const closed = moment(value["resolved_at"]) ?? moment(value["last_activity_at"]) ?? moment(value["updated_at"])
  return [
    ...contactOf(sender),
    ...agentOf(assignee),
    {
      kind: "ticket",
      key,
      at: at.toISOString(),
      body: {
        key,
        number: Number.isSafeInteger(Number(key)) ? Number(key) : null,
        subject: text(mail["mail_subject"]) || text(value["subject"]),
        requester: `c${text(sender["id"])}`,
        assignee: text(assignee["id"]) ? `u${text(assignee["id"])}` : "",
        status,
        priority: PRIORITY[text(value["priority"])] ?? "normal",
        tags: list(value["labels"]).map(text),
        at: at.toISOString(),
        closedAt: status === "resolved" ? (closed?.toISOString() ?? null) : null,
        recipient: "",
      },
    },
    ...messages.flatMap((message) => messageOf(message, key)),
  ]
}

function messageOf(value: Loose, conversation: string): Staged[] {
  const key = text(value["id"])
  const at = moment(value["created_at"])
  const side = SIDE[text(value["message_type"])]
  const files = list(value["attachments"]).map((file) => nameOf(text(part(file)["data_url"])))
  const said = text(part(value["content_attributes"])["email"] ? readMail(value) : value["content"])
  // What happened (2, activity) was not said by anybody.
  if (!key || !at || !conversation || !side || (!said && files.length === 0)) return []
  const sender = part(value["sender"])
  const person = side === "in" ? contactOf(sender) : agentOf(sender)
  const author = side === "in" ? `c${text(sender["id"]) || text(value["sender_id"])}` : `u${text(sender["id"]) || text(value["sender_id"])}`
  const body = { key, at: at.toISOString(), author, text: said, public: value["private"] !== true, side, files: files.filter(Boolean) }
  return [...person, { kind: "comment", key, parent: conversation, at: body.at, body }]
}

/** A mail's own words, which Chatwoot keeps beside its rendering of them. */
function readMail(value: Loose): string {
  const mail = part(part(value["content_attributes"])["email"])
  return text(part(mail["text_content"])["reply"]) || text(part(mail["text_content"])["full"]) || text(value["content"])
}

function contactOf(value: Loose): Staged[] {
  const id = text(value["id"])
  if (!id) return []
  const key = `c${id}`
  return [
    {
      kind: "user",
      key,
      body: { key, name: text(value["name"]), email: text(value["email"]), phone: text(value["phone_number"]), agent: false },
    },
  ]
}

function agentOf(value: Loose): Staged[] {
  const id = text(value["id"])
  if (!id) return []
  const key = `u${id}`
  const name = text(value["available_name"]) || text(value["name"])
  return [{ kind: "user", key, body: { key, name, email: text(value["email"]), phone: "", agent: true } }]
}

function nameOf(url: string): string {
  try {
    return decodeURIComponent(new URL(url).pathname.split("/").at(-1) ?? "")
  } catch {
    return "" // no address: nothing is lost but a name
  }
}
