import { agentAdd } from "./agent-add.ts"
import { backup } from "./backup.ts"
import type { Command } from "./command.ts"
import { doctor } from "./doctor.ts"
import { explain } from "./explain-mail.ts"
import { feedRead } from "./feed-read.ts"
import { figuresRecount } from "./figures-recount.ts"
import { importCommand } from "./import.ts"
import { inboxAdd } from "./inbox-add.ts"
import { restore } from "./restore.ts"
import { tokenAdd } from "./token-add.ts"
import { watchMatch } from "./watch-match.ts"
import { watchSurge } from "./watch-surge.ts"

/** Every command, in the order in which help tells them. */
export const commands: readonly Command[] = [
  agentAdd,
  tokenAdd,
  inboxAdd,
  explain,
  importCommand,
  feedRead,
  watchMatch,
  watchSurge,
  figuresRecount,
  doctor,
  backup,
  restore,
]
