import { once } from "node:events"
import { readFile } from "node:fs/promises"
import { createInterface } from "node:readline"
import { type LineProblem, Matcher, readQueries, readText } from "#listening"
import { type Language, say } from "#words"
import type { Command } from "./command.ts"

const AROUND = 12

/** Matches texts against stored queries, without folder or database. */
export const watchMatch: Command = {
  name: "watch match",
  usage: "watch match --queries FILE [--brute]",
  summary: "cli.watchMatch",
  options: { queries: { type: "string" }, brute: { type: "boolean" } },
  required: ["queries"],
  run: () => Promise.resolve(2),
  async alone({ values }, { language }) {
    const file = values["queries"]!
    const content = await readFile(file, "utf8").catch(() => null)
    if (content === null) {
      console.error(say(language, "cli.noFile", { file }))
      return 2
    }
    const { queries, problems, remarks } = readQueries(content)
    for (const problem of [...problems, ...remarks]) console.error(problemLine(problem, file, language))
    const ids = new Map(queries.map(({ id }) => [String(id), id]))
    const matcher = new Matcher()
    for (const { id, query } of queries) matcher.put(String(id), query)
    const bad = await matchLines(matcher, ids, values["brute"] !== undefined, language)
    const lost = new Set(problems.map(({ line }) => line)).size
    if (lost > 0) console.error(say(language, "listening.file.summary", { count: lost, good: queries.length }))
    if (bad > 0) console.error(say(language, "listening.file.badTexts", { count: bad }))
    return lost + bad > 0 ? 1 : 0
  },
}

/** Answers each line of standard input as it comes; gives how many couldn't be read. */
async function matchLines(matcher: Matcher, ids: Map<string, string | number>, isBrute: boolean, language: Language): Promise<number> {
  let bad = 0
  let line = 0
  for await (const written of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    line++
    if (written.trim() === "") continue
    const read = readText(line === 1 ? written.replace(/^\ufeff/, "") : written)
    if ("key" in read) {
      bad++
      console.error(say(language, "listening.file.line", { file: "-", line, problem: say(language, read.key, read.values) }))
      continue
    }
    const found = isBrute ? matcher.matchBrute(read.text) : matcher.match(read.text)
    const answer = JSON.stringify({ id: read.id, queries: found.map((name) => ids.get(name)) })
    if (!process.stdout.write(`${answer}\n`)) await once(process.stdout, "drain")
  }
  return bad
}

function problemLine({ line, key, values, of }: LineProblem, file: string, language: Language): string {
  const problem = say(language, key, values)
  if (!of) return say(language, "listening.file.line", { file, line, problem })
  const { start, end } = of.problem
  const excerpt = of.query.slice(start, Math.min(end, start + 2 * AROUND)) || of.query.slice(Math.max(0, start - AROUND), start)
  return say(language, "listening.file.query", { file, line, id: String(of.id), character: start + 1, excerpt, problem })
}
