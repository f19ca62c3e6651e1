import { COMMAND_IDS, COMMANDS, type CommandId } from "../../shell/commands.ts"
import { keysOf, type MyKeys } from "../../shell/my-keys.ts"

/** Why keys can't do a command: another has them, or begins with them; the browser or the page needs them; they would be typed. */
export type Conflict =
  | { kind: "taken"; keys: string; by: CommandId; theirs: string }
  | { kind: "browser" | "page" | "typing"; keys: string }

/** What browsers don't give away, or what would be missed. */
const BROWSERS = /^Mod\+(Shift\+)?[twnqrlcvxazfp]$|^F(1|5|11|12)$|^Alt\+(ArrowLeft|ArrowRight|F4)$/
/** Keys by which one moves through a page and uses what has focus. */
const PAGES = /^(Shift\+)?(Tab|Enter|Space|Escape|Arrow\w+|Page\w+|Home|End|Backspace|Delete)$/

export function conflictOf(id: CommandId, keys: string, mine: MyKeys): Conflict | null {
  for (const stroke of keys.split(" ")) {
    if (PAGES.test(stroke)) return { kind: "page", keys }
    if (BROWSERS.test(stroke)) return { kind: "browser", keys }
  }
  const command = COMMANDS[id]
  if ("typing" in command && !/^(Mod|Alt|Ctrl)\+/.test(keys)) return { kind: "typing", keys }
  for (const by of COMMAND_IDS) {
    if (by === id) continue
    const theirs = keysOf(by, mine).find((each) => each === keys || each.startsWith(`${keys} `) || keys.startsWith(`${each} `))
    if (theirs !== undefined) return { kind: "taken", keys, by, theirs }
  }
  return null
}
