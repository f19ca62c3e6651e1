import { parseArgs } from "node:util"
import { Problem, readConfig, systemClock } from "#platform"
import { type Language, say } from "#words"
import type { Command, CommandContext } from "./commands/command.ts"
import { commands } from "./commands/commands.ts"
import { openGround } from "./ground.ts"
import { startRefusal } from "./start-refusal.ts"
import { stopSignals } from "./stop-signals.ts"
import { terminalLanguage } from "./terminal-language.ts"

/** The command line: `bin/vigie COMMAND`. Works on the same data folder as the server, while it runs or not. */
async function main(words: string[]): Promise<number> {
  const language = terminalLanguage()
  const found = findCommand(words)
  if (!found) return usage(language, words)
  const { command, rest } = found
  const { values, positionals } = parseArgs({ args: rest, options: command.options, allowPositionals: true, strict: true })
  const missing = command.required.find((name) => values[name] === undefined)
  if (missing) {
    console.error(say(language, "cli.missing", { option: `--${missing}`, usage: `bin/vigie ${command.usage}` }))
    return 2
  }
  const args = { values: values as Record<string, string | undefined>, positionals }
  if (command.alone) return command.alone(args, { language, print: (line) => console.log(line) })
  return withGround(language, (context) => command.run(args, context))
}

/** Opens the ground, runs, and leaves it: a database that nobody else uses is stopped again. */
async function withGround(language: Language, run: (context: CommandContext) => Promise<number>): Promise<number> {
  const config = readConfig({ VIGIE_LOG: "warn", ...process.env })
  const stop = stopSignals()
  const ground = await openGround(config, systemClock, 3, stop)
  // What a command was doing is undone with its transaction.
  stop.addEventListener("abort", () => void Promise.resolve(ground.postgres?.stop()).finally(() => process.exit(130)))
  try {
    return await run({ ...ground, language, print: (line) => console.log(line) })
  } catch (error) {
    if (stop.aborted) return 130
    throw error
  } finally {
    await ground.db.close()
    await ground.postgres?.stop()
  }
}

function findCommand(words: string[]): { command: Command; rest: string[] } | null {
  for (const length of [2, 1]) {
    const command = commands.find(({ name }) => name === words.slice(0, length).join(" "))
    if (command) return { command, rest: words.slice(length) }
  }
  return null
}

function usage(language: Language, words: string[]): number {
  const asked = words.length === 0 || words[0] === "help" || words[0] === "--help"
  const print = asked ? console.log : console.error
  if (!asked) print(say(language, "cli.unknown", { command: words.slice(0, 2).join(" ") }))
  print(say(language, "cli.usage"))
  for (const { usage: line, summary } of commands) print(`  bin/vigie ${line}\n      ${say(language, summary)}`)
  return asked ? 0 : 2
}

function tell(error: unknown): number {
  const language = terminalLanguage()
  if (error instanceof Problem) {
    console.error(say(language, error.key, error.values))
    for (const { path, key, values } of error.fields) console.error(`  ${path}: ${say(language, key, values)}`)
    return 1
  }
  if (error instanceof Error && error.name === "AbortError") return 130 // Ctrl-C before it had begun
  const refusal = startRefusal(error, language)
  if (refusal) console.error(refusal)
  else if (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) console.error(error.message)
  else console.error(error)
  return 2
}

process.exitCode = await main(process.argv.slice(2)).catch(tell)
