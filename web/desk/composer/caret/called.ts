import type { CaretSource } from "./caret-source.ts"

/** A sign before the caret, and what was typed behind it. */
export interface Called {
  sign: CaretSource["sign"]
  /** Where the sign begins. */
  from: number
  to: number
  typed: string
}

const LONGEST = 40

/** Signs stand at the beginning of a word: an address (`a@b`), a date (`1/2`) or an hour (`9:30`) calls nothing. */
const CALLS = new RegExp(`(?:^|[\\s(«"'’])(\\/|@|:)([^\\n/@:]{0,${LONGEST}})$|(\\[\\[)([^\\n\\]]{0,${LONGEST}})$`, "u")

/** What the words before the caret call; null: nothing. */
export function calledAt(text: string, caret: number): Called | null {
  const found = CALLS.exec(text.slice(Math.max(0, caret - LONGEST - 4), caret))
  const sign = found?.[1] ?? found?.[3]
  const typed = found?.[2] ?? found?.[4] ?? ""
  if ((sign !== "/" && sign !== "@" && sign !== ":" && sign !== "[[") || /^\s|\s\s/.test(typed)) return null
  if (sign === ":" && /\s/.test(typed)) return null
  return { sign, from: caret - typed.length - sign.length, to: caret, typed }
}

/** Whether words contain all that was typed, each part at the beginning of a word; accents and capitals don't count. */
export function fits(typed: string, words: string): boolean {
  const parts = plain(typed).split(/\s+/).filter(Boolean)
  const said = plain(words).split(/[^\p{L}\p{N}]+/u)
  return parts.every((part) => said.some((word) => word.startsWith(part)))
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
}
