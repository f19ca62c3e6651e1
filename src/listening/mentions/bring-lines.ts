import type { z } from "@hono/zod-openapi"
import { systemActor } from "#people"
import { type DateOrder, isAmbiguousMoment } from "#platform"
import type { Hearing } from "../hearing/take-in.ts"
import { sameKeyOtherWords } from "./former-keys.ts"
import { type GivenHeard, givenMention, heardOf } from "./given.ts"
import { fieldOf, mentionOfRow } from "./table-fields.ts"
import { takeGiven } from "./take-given.ts"

const ACTOR = systemActor("import")

interface Line {
  line: number
  given: unknown
}
interface ImportedFrom {
  name: string
  place: string | null
  /** How dates in numbers are written; null: nobody can say. */
  dates: DateOrder | null
}
type Why = "not-mention" | "no-words" | "bad-field" | "same-key" | "ambiguous-date"

/** Takes lines of a file, some at a time: those that are mentions are kept, the others named. Given again, nothing changes. */
export function bringLines(hearing: Hearing) {
  return {
    canRead: (columns: readonly string[]): boolean => columns.some((column) => fieldOf(column) === "text"),
    momentColumns: (columns: readonly string[]): string[] => columns.filter((column) => fieldOf(column) === "publishedAt"),
    async take(source: ImportedFrom, form: "table" | "objects", lines: readonly Line[]) {
      const read: { line: number; heard: GivenHeard }[] = []
      const leftOut: { line: number; reason: Why; detail: string }[] = []
      for (const { line, given } of lines) {
        const told = form === "table" && isRow(given) ? mentionOfRow(given, source.dates) : given
        const parsed = givenMention.safeParse(told)
        if (parsed.success) read.push({ line, heard: heardOf(parsed.data) })
        else leftOut.push({ line, ...(ambiguous(told) ?? wrong(parsed.error.issues[0])) })
      }
      const edits = sameKeyOtherWords(read.map(({ heard }) => heard))
      const kept = { added: 0, changed: 0 }
      // What has the id of a line before it and says something else comes after it, as its edit: neither takes the other's place unseen.
      for (let rest = read; rest.length > 0;) {
        const strange = sameKeyOtherWords(rest.map(({ heard }) => heard))
        const heard = rest.flatMap((one) => (strange.has(one.heard) ? [] : one.heard))
        const { added, changed } = await takeGiven(hearing, ACTOR, { kind: "import", name: source.name, place: source.place }, heard, [])
        kept.added += added
        kept.changed += changed
        rest = rest.filter((one) => strange.has(one.heard))
      }
      for (const { line, heard } of read) if (edits.has(heard)) leftOut.push({ line, reason: "same-key", detail: heard.key.slice(0, 100) })
      return { ...kept, known: read.length - kept.added - kept.changed, leftOut }
    },
  }
}

const isRow = (given: unknown): given is Record<string, unknown> => typeof given === "object" && given !== null

/** A date that two people read as two days is nobody's to guess. */
function ambiguous(told: unknown): { reason: Why; detail: string } | null {
  const date = isRow(told) ? told["publishedAt"] : null
  return typeof date === "string" && isAmbiguousMoment(date) ? { reason: "ambiguous-date", detail: date } : null
}

function wrong(issue: z.core.$ZodIssue | undefined): { reason: Why; detail: string } {
  const detail = issue?.path.join(".") ?? ""
  return { reason: detail === "" ? "not-mention" : detail === "text" ? "no-words" : "bad-field", detail: detail === "text" ? "" : detail }
}
