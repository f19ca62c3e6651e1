import type { IconName } from "../parts/icon-paths.ts"

/** Sections of the bar, in this order. */
export const SECTIONS = ["recent", "actions", "cases", "people", "articles", "views", "settings"] as const
export type Section = (typeof SECTIONS)[number]

/** One thing that the bar can do or reach. */
export interface Offer {
  id: string
  section: Section
  words: string
  /** Also found by these. */
  also?: string
  icon: IconName
  detail?: string
  keys?: string | undefined
  /** Found by the server for exactly these words: it isn't asked whether it fits. */
  found?: boolean
  do: () => void
}
