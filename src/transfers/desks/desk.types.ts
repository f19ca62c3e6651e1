import type { Category, Priority } from "#cases"

/** Somebody in another desk: a customer or an agent. */
export interface DeskPerson {
  key: string
  name: string
  email: string
  phone: string
  agent: boolean
}

export interface DeskWords {
  key: string
  /** ISO 8601. */
  at: string
  author: string
  text: string
  public: boolean
  /** By which side, where the export says so; else the author does. */
  side: "in" | "out" | null
  /** Files are links into the other desk, which may end: their names are kept in the text. */
  files: string[]
}

export interface DeskTicket {
  key: string
  number: number | null
  subject: string
  requester: string
  assignee: string
  status: Category
  priority: Priority
  tags: string[]
  at: string
  closedAt: string | null
  recipient: string
}

/** One thing of an export, ready to be kept until all of it is read. */
export type Staged =
  | { kind: "user"; key: string; body: DeskPerson }
  | { kind: "ticket"; key: string; at: string; body: DeskTicket }
  | { kind: "comment"; key: string; parent: string; at: string; body: DeskWords }

/** How one desk's export is read: each thing of it becomes what can be kept; null: nothing that is brought in, and no loss. */
export type ReadItem = (list: string, value: Record<string, unknown>) => Staged[] | null
