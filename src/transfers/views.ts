import { z } from "@hono/zod-openapi"
import { DATE_ORDERS } from "#platform"
import { type Language, say } from "#words"
import { COLUMN_MEANINGS } from "./settings.ts"
import { DELIMITERS } from "./contacts/rows.ts"
import type { Transfer } from "./transfer.ts"

const date = z.iso.datetime()
const count = z.number().int()
export const KINDS = ["mbox", "maildir", "contacts", "zendesk", "chatwoot", "mentions"] as const

export const TransferView = z
  .object({
    id: z.uuid(),
    kind: z.enum(KINDS),
    name: z.string(),
    runsIn: z.enum(["server", "terminal"]),
    state: z.enum(["draft", "waiting", "running", "stopping", "stopped", "failed", "done"]),
    files: z.array(z.object({ name: z.string(), size: z.number() })),
    phase: z.enum(["reading", "filing"]),
    total: count.nullable().openapi({ description: "Null while it isn't known" }),
    done: count,
    skipped: count,
    current: z.string(),
    counts: z.object({
      cases: count.optional(),
      messages: count.optional(),
      contacts: count.optional(),
      completed: count.optional().openapi({ description: "Known before, and something was missing" }),
      mentions: count.optional(),
      changed: count.optional(),
      known: count.optional().openapi({ description: "Brought in before, and the same" }),
    }),
    problem: z.string().nullable().openapi({ description: "Why it failed, in a sentence" }),
    createdAt: date,
    startedAt: date.nullable(),
    finishedAt: date.nullable(),
    movedAt: date,
  })
  .openapi("Import")
export type TransferView = z.infer<typeof TransferView>

export const SkipView = z
  .object({ place: count, item: z.string(), reason: z.string(), text: z.string(), detail: z.string() })
  .openapi("ImportSkip")

const ColumnView = z.object({ means: z.enum(COLUMN_MEANINGS), network: z.string() })
export const PreviewView = z
  .object({
    encoding: z.enum(["utf-8", "utf-16le", "utf-16be", "windows-1252"]),
    delimiter: z.enum(DELIMITERS),
    header: z.boolean(),
    dates: z.enum(DATE_ORDERS).nullable().openapi({ description: "How dates in numbers are written, chosen or proven" }),
    heads: z.array(z.string()).nullable(),
    columns: z.array(ColumnView),
    examples: z.array(z.array(z.string())),
    rows: z.array(
      z.object({
        line: count,
        name: z.string(),
        identities: z.array(z.string()),
        organisation: z.string(),
        language: z.string().nullable(),
        meets: z.object({ id: z.uuid(), name: z.string() }).nullable(),
        taken: z.boolean(),
        problems: z.array(z.object({ reason: z.string(), detail: z.string(), text: z.string() })),
      }),
    ),
  })
  .openapi("ContactsPreview")
export type PreviewView = z.infer<typeof PreviewView>

export function transferView(language: Language, one: Transfer): TransferView {
  const { cases, messages, contacts, completed, mentions, changed, known } = one.counts
  return {
    id: one.id,
    kind: one.kind,
    name: one.name,
    runsIn: one.runs_in,
    state: one.state,
    files: one.files.map(({ name, size }) => ({ name, size })),
    phase: one.phase,
    total: one.total,
    done: one.done,
    skipped: one.skipped,
    current: one.current,
    counts: {
      ...(cases ? { cases } : {}),
      ...(messages ? { messages } : {}),
      ...(contacts ? { contacts } : {}),
      ...(completed ? { completed } : {}),
      ...(mentions ? { mentions } : {}),
      ...(changed ? { changed } : {}),
      ...(known ? { known } : {}),
    },
    problem: one.problem === null ? null : say(language, one.problem),
    createdAt: one.created_at.toISOString(),
    startedAt: one.started_at?.toISOString() ?? null,
    finishedAt: one.finished_at?.toISOString() ?? null,
    movedAt: one.moved_at.toISOString(),
  }
}
