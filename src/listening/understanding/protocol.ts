import type { Item, Placement } from "../stories/item.ts"
import type { ToneRead } from "../tone/read-tone.ts"

/** What is to be understood: an item with its language, if that is known. */
export interface ToUnderstand {
  item: Item
  language: string | null
  /** The story that it belongs to already, because it was placed before and was edited since. */
  story: string | null
}

export interface Understood {
  placement: Placement | null
  tone: ToneRead
}

/** To the thread, which does one after the other. */
export type UnderstandingRequest =
  | { kind: "learn"; items: readonly { item: Item; story: string }[] }
  | { kind: "apart"; pairs: readonly (readonly [string, string])[] }
  | { kind: "understand"; items: readonly ToUnderstand[] }

export type UnderstandingAnswer = { kind: "learnt" } | { kind: "understood"; items: Understood[] } | { kind: "failed"; error: string }
