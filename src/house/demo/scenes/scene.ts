import type { Tongue } from "../company/customer.ts"
import type { OpenStep } from "../open-air/open-air.ts"
import type { WatchKey } from "../open-air/watches.ts"
import type { Door } from "../speech/topic.ts"
import type { Writer } from "../tonight/written-mail.ts"

/** So many days ago at an hour in Paris, or so many minutes ago; negative minutes lie ahead. */
export type When = readonly [days: number, time: string] | number

type Did =
  | { mail: { from: Writer; to: Door; subject?: string; text: string } }
  | { answer: string; by: string }
  | { note: string; by: string }
  | { promise: string; by: string; due: When }
  | { decide: string; by: string }
  | {
      change: {
        owner?: string | null
        priority?: "low" | "normal" | "high" | "urgent"
        tags?: readonly string[]
        fields?: Record<string, string | number | boolean>
      }
      by: string
    }
  | {
      fact: { kind: "order" | "delivery" | "payment" | "outage" | "other"; state: string; reference?: string; text: string; source: string }
    }
  | { person: Record<string, unknown>; wishes?: object; by: string }
  | { link: string; kind: "related" | "duplicate" | "cause"; by: string }
  | { merge: string; by: string }
  | { close: true; by: string }
  | { snooze: When; by: string }
  | OpenStep

/** One thing that happens in a scene. `in`: in which of its cases, named by the scene; the first is `main`. */
export type Step = Did & { at: When; in?: string }

/** What happens next when a newcomer says so; `late`: so many seconds after that. */
export type NextStep = Did & { in?: string; late?: number }

/** A story as it goes in one language. */
export interface Telling {
  steps: readonly Step[]
  /** Where it is seen in the open: something that was heard, the story it is of, a watch, the alarms. */
  open?: readonly ({ show: "mention" | "story"; of: string } | { show: "watch"; of: WatchKey } | { show: "alarms" })[]
  /** Each click plays one of these. */
  next: readonly (readonly NextStep[])[]
}

/** A story that Vigie exists for, as it plays in the example company. */
export interface Scene {
  key: string
  /** Its number among the stories. */
  story: number
  told: Readonly<Record<Tongue, Telling>>
}
