import { newStore } from "../api/store.ts"
import { COMMANDS, type CommandId } from "./commands.ts"

/** Keys that the agent chose instead of ours; an empty list switches a command's keys off. */
export type MyKeys = Readonly<Record<string, readonly string[]>>

export const myKeys = newStore<MyKeys>({})

/** Single letters as shortcuts can be turned off (WCAG 2.1.4): speech input types letters. */
export const letters = newStore(true)

/** What does this command for this agent. */
export function keysOf(id: CommandId, mine: MyKeys): readonly string[] {
  return mine[id] ?? COMMANDS[id].keys
}

/** The first key of a command, to show beside its button; null: it has none. */
export function useKeyOf(id: CommandId | undefined): string | null {
  const mine = myKeys.use()
  const single = letters.use()
  const key = id === undefined ? undefined : keysOf(id, mine)[0]
  return key === undefined || (!single && isSingle(key)) ? null : key
}

/** Whether the key is a letter or sign alone, or one after another. */
export const isSingle = (keys: string): boolean => keys.split(" ").every((stroke) => [...stroke].length === 1)
