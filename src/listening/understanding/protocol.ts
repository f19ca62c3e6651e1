import type { Item, Placement } from "../stories/item.ts"
import type { ToneRead } from "../tone/read-tone.ts"

/** What is to be understood: an item with the language that its source told, if it did. */
export interface ToUnderstand {
  item: Item
  language: string | null
  /** The story that it belongs to already, because it was placed before and was edited since. */
  story: string | null
}

export interface Understood {
  placement: Placement | null
  language: string | null
  tone: ToneRead
}

/** To the thread, which does one after the other. */
export type UnderstandingRequest =
  | { kind: "learn"; items: readonly { item: Item; story: string }[] }
  | { kind: "apart"; pairs: readonly (readonly [string, string])[] }
  | { kind: "understand"; items: readonly ToUnderstand[] }
  | { kind: "languages"; texts: readonly string[] }

export type UnderstandingAnswer =
  | { kind: "learnt" }
  | { kind: "understood"; items: Understood[] }
  | { kind: "languages"; languages: (string | null)[] }
  | { kind: "failed"; error: string }
