import type { ParseArgsConfig } from "node:util"
import type { Language, WordKey } from "#words"
import type { Ground } from "../ground.ts"

export interface CommandArgs {
  values: Record<string, string | undefined>
  positionals: string[]
}

export interface CommandContext extends Ground {
  language: Language
  print(line: string): void
}

/** One command of the command line. `run` gives the exit code. */
export interface Command {
  /** One or two words. */
  name: string
  usage: string
  summary: WordKey
  options: NonNullable<ParseArgsConfig["options"]>
  required: readonly string[]
  run(args: CommandArgs, context: CommandContext): Promise<number>
  /** For a command that needs neither folder nor database. */
  alone?(args: CommandArgs, context: Pick<CommandContext, "language" | "print">): Promise<number>
}
