import { HOUR, MINUTE } from "#platform"

/** What a browser is told of. The words are fetched when it leaves, with the rights that the agent has then. */
export type About =
  | { kind: "notification"; id: string }
  | { kind: "alarms"; ids: readonly string[] }
  | { kind: "team"; caseId: string; teamId: string }
  | { kind: "test" }

/** After so long, in milliseconds, it is no news any more. */
export const LASTS: Readonly<Record<About["kind"], number>> = {
  notification: 12 * HOUR,
  alarms: HOUR,
  team: 4 * HOUR,
  test: 5 * MINUTE,
}

/** What the browser shows. */
export interface Shown {
  title: string
  body: string
  /** One with the same tag takes its place. */
  tag: string
  /** Where a click leads. */
  data: string
  lang: string
  /** Wakes a device that saves its battery. */
  urgent: boolean
}
