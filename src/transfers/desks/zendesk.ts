import type { Category, Priority } from "#cases"
import type { DeskPerson, ReadItem, Staged } from "./desk.types.ts"
import { list, type Loose, moment, part, text } from "./loose.ts"

const STATUS: Readonly<Record<string, Category>> = {
  new: "new",
  open: "open",
  pending: "waiting",
  hold: "snoozed",
  solved: "resolved",
  closed: "resolved",
  deleted: "spam",
  suspended: "spam",
}
const PRIORITY: Readonly<Record<string, Priority>> = { low: "low", normal: "normal", high: "high", urgent: "urgent" }

/**
 * Reads what Zendesk gives out: the account's JSON export (a ticket a line, with its people and comments in it), and pages of its API
 * (tickets, users, and comments that name their `ticket_id`).
 */
export const readZendesk: ReadItem = (name, value) => {
  if (name === "users" || (text(value["role"]) && "email" in value && !("subject" in value)))
    return [userOf(value)].flatMap((one) => one ?? [])
  if (name === "comments" || name === "ticket_events" || ("author_id" in value && "body" in value)) {
    const ticket = text(value["ticket_id"])
    return ticket ? commentsOf(ticket, [value]) : []
  }
  return "subject" in value || "requester_id" in value || name === "tickets" ? ticketOf(value) : null
}

function ticketOf(value: Loose): Staged[] {
  const key = text(value["id"])
  const at = moment(value["created_at"])
  if (!key || !at) return []
  const people = ["requester", "submitter", "assignee"].flatMap((role) => userOf(part(value[role])) ?? [])
  const id = (role: string) => text(value[`${role}_id`]) || text(part(value[role])["id"])
  const says = list(value["comments"])
  const status = STATUS[text(value["status"])] ?? "open"
  const metrics = part(value["metric_set"])
  const closed = moment(metrics["solved_at"]) ?? moment(value["solved_at"]) ?? moment(value["updated_at"])
  return [
    ...people,
    {
      kind: "ticket",
      key,
      at: at.toISOString(),
      body: {
        key,
        number: Number.isSafeInteger(Number(key)) ? Number(key) : null,
        subject: text(value["raw_subject"]) || text(value["subject"]),
        requester: id("requester") || id("submitter"),
        assignee: id("assignee"),
        status,
        priority: PRIORITY[text(value["priority"])] ?? "normal",
        tags: list(value["tags"]).map(text),
        at: at.toISOString(),
        closedAt: status === "resolved" || status === "spam" ? (closed?.toISOString() ?? null) : null,
        recipient: text(value["recipient"]),
      },
    },
    // Without comments there are the first words at least.
    ...(says.length || !text(value["description"])
      ? commentsOf(key, says)
      : commentsOf(key, [
          { id: `${key}-description`, author_id: id("requester"), body: value["description"], created_at: at.toISOString(), first: true },
        ])),
  ]
}

function commentsOf(ticket: string, comments: readonly unknown[]): Staged[] {
  return comments.flatMap((one, n): Staged[] => {
    const value = part(one)
    const at = moment(value["created_at"])
    const said = text(value["plain_body"]) || text(value["body"])
    if (!at || (!said && list(value["attachments"]).length === 0)) return []
    const key = value["first"] ? text(value["id"]) : text(value["id"]) || `${ticket}-${n}`
    const files = list(value["attachments"]).map((file) => text(part(file)["file_name"]) || text(part(file)["filename"]))
    const body = {
      key,
      at: at.toISOString(),
      author: text(value["author_id"]) || text(part(value["author"])["id"]),
      text: said,
      public: value["public"] !== false,
      side: null,
      files: files.filter(Boolean),
    }
    return [{ kind: "comment", key, parent: ticket, at: body.at, body }]
  })
}

function userOf(value: Loose): Extract<Staged, { kind: "user" }> | null {
  const key = text(value["id"])
  if (!key) return null
  const role = text(value["role"])
  const body: DeskPerson = {
    key,
    name: text(value["name"]),
    email: text(value["email"]),
    phone: text(value["phone"]),
    agent: role === "agent" || role === "admin",
  }
  return { kind: "user", key, body }
}
