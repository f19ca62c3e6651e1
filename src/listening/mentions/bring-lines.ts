import type { z } from "@hono/zod-openapi"
import { systemActor } from "#people"
import { type DateOrder, isAmbiguousMoment } from "#platform"
import type { Hearing } from "../hearing/take-in.ts"
import { sameKeyOtherWords, wordsHash } from "./former-keys.ts"
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
interface LeftOut {
  line: number
  reason: Why
  detail: string
}

/** Takes lines of a file, some at a time: those that are mentions are kept, the others named. Given again, nothing changes. */
export function bringLines(hearing: Hearing) {
  return {
    canRead: (columns: readonly string[]): boolean => columns.some((column) => fieldOf(column) === "text"),
    momentColumns: (columns: readonly string[]): string[] => columns.filter((column) => fieldOf(column) === "publishedAt"),
    begin(source: ImportedFrom, form: "table" | "objects") {
      /** Of each id in the file, its first words: what says something else under it is another, and neither takes the other's place. */
      const first = new Map<string, string>()
      const readLines = (lines: readonly Line[]) => {
        const read: { line: number; heard: GivenHeard }[] = []
        const leftOut: LeftOut[] = []
        for (const { line, given } of lines) {
          const told = form === "table" && isRow(given) ? mentionOfRow(given, source.dates) : given
          const parsed = givenMention.safeParse(told)
          if (parsed.success) read.push({ line, heard: heardOf(parsed.data) })
          else leftOut.push({ line, ...(ambiguous(told) ?? wrong(parsed.error.issues[0])) })
        }
        // What has no id of its own is known by its words already.
        const named = read.flatMap(({ heard }) => (heard.former === null ? heard : []))
        return { read, leftOut, strange: sameKeyOtherWords(named, first) }
      }
      return {
        pass: (lines: readonly Line[]): void => void readLines(lines),
        async take(lines: readonly Line[]) {
          const { read, leftOut, strange } = readLines(lines)
          const heard = read.map((one) => (strange.has(one.heard) ? withWords(one.heard) : one.heard))
          const { added, changed } = await takeGiven(hearing, ACTOR, { kind: "import", name: source.name, place: source.place }, heard, [])
          for (const one of read)
            if (strange.has(one.heard)) leftOut.push({ line: one.line, reason: "same-key", detail: one.heard.key.slice(0, 100) })
          return { added, changed, known: read.length - added - changed, leftOut }
        },
      }
    },
  }
}

/** Known by its id and its words. */
const withWords = (heard: GivenHeard): GivenHeard => ({ ...heard, key: `${heard.key.slice(0, 1900)} ${wordsHash(heard)}` })

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
