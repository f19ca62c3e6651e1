import { once } from "node:events"
import { createInterface } from "node:readline"
import { countColumns, PLAIN_COLUMNS, readCount, TimedDetector } from "#listening"
import { type Language, say } from "#words"
import type { Command } from "./command.ts"

/** Decides row by row which counts are a surge, without folder or database. */
export const watchSurge: Command = {
  name: "watch surge",
  usage: "watch surge",
  summary: "cli.watchSurge",
  options: {},
  required: [],
  run: () => Promise.resolve(2),
  async alone(_args, { language }) {
    process.stdout.once("error", endUnread)
    await write("timestamp,value,score,alarm")
    const bad = await judgeLines(language)
    if (bad > 0) console.error(say(language, "listening.count.badRows", { count: bad }))
    return bad > 0 ? 1 : 0
  },
}

/** Answers each row of standard input before it reads the next; gives how many couldn't be read. */
async function judgeLines(language: Language): Promise<number> {
  const detector = new TimedDetector()
  const tell = (line: number, problem: string) =>
    console.error(say(language, "listening.file.line", { file: "-", line: String(line), problem }))
  let columns = null
  let line = 0
  let bad = 0
  for await (const written of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    line++
    const row = line === 1 ? written.replace(/^\ufeff/, "") : written
    if (row.trim() === "") continue
    if (!columns) {
      const named = countColumns(row)
      columns = named ?? PLAIN_COLUMNS
      if (named) continue
    }
    const read = readCount(row, columns)
    if ("key" in read) {
      bad++
      tell(line, say(language, read.key, read.values))
      continue
    }
    const { score, isAlarm, missing, isBackward } = detector.push(read)
    if (missing > 0) tell(line, say(language, "listening.count.missing", { count: missing }))
    if (isBackward) tell(line, say(language, "listening.count.backward"))
    await write(`${read.timestamp},${read.value},${score === null ? scoreUnread(read.posts) : rounded(score)},${isAlarm ? 1 : 0}`)
  }
  return bad
}

/** Nothing where nothing was read; 0 for a catch-up, which isn't judged. */
const scoreUnread = (posts: number | null): string => (posts === null ? "" : rounded(0))

/** Downwards, so that 1 is an alarm and nothing below it looks like one. */
const rounded = (score: number): string => (Math.floor(score * 10_000) / 10_000).toFixed(4)

async function write(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, "drain")
}

/** Who reads this has enough (`| head`): nothing is left to do. */
function endUnread(error: NodeJS.ErrnoException): never {
  if (error.code === "EPIPE") process.exit(0)
  throw error
}
