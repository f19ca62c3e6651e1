import type { z } from "@hono/zod-openapi"
import { systemActor } from "#people"
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
type Why = "not-mention" | "no-words" | "bad-field" | "same-key"

/** Takes lines of a file, some at a time: those that are mentions are kept, the others named. Given again, nothing changes. */
export function bringLines(hearing: Hearing) {
  return {
    canRead: (columns: readonly string[]): boolean => columns.some((column) => fieldOf(column) === "text"),
    async take(source: { name: string; place: string | null }, form: "table" | "objects", lines: readonly Line[]) {
      const read: { line: number; heard: GivenHeard }[] = []
      const leftOut: { line: number; reason: Why; detail: string }[] = []
      for (const { line, given } of lines) {
        const parsed = givenMention.safeParse(form === "table" && isRow(given) ? mentionOfRow(given) : given)
        if (parsed.success) read.push({ line, heard: heardOf(parsed.data) })
        else leftOut.push({ line, ...wrong(parsed.error.issues[0]) })
      }
      const strange = sameKeyOtherWords(read.map(({ heard }) => heard))
      for (const { line, heard } of read)
        if (strange.has(heard)) leftOut.push({ line, reason: "same-key", detail: heard.key.slice(0, 100) })
      const heard = read.flatMap((one) => (strange.has(one.heard) ? [] : one.heard))
      const { added, changed } = await takeGiven(hearing, ACTOR, { kind: "import", ...source }, heard, [])
      return { added, changed, known: heard.length - added - changed, leftOut }
    },
  }
}

const isRow = (given: unknown): given is Record<string, unknown> => typeof given === "object" && given !== null

function wrong(issue: z.core.$ZodIssue | undefined): { reason: Why; detail: string } {
  const detail = issue?.path.join(".") ?? ""
  return { reason: detail === "" ? "not-mention" : detail === "text" ? "no-words" : "bad-field", detail: detail === "text" ? "" : detail }
}
