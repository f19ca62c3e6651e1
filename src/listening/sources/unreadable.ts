/** Why a place can't be heard as one would wish, in November 2026. What is said of each stands in the words: `listening.place.NAME`. */
export type Why = "closed" | "costs" | "approval" | "own-only" | "private"

/** Kept dated: these rules changed three times in a year. */
export const AS_OF = "2026-11"

export interface HardPlace {
  place: string
  why: Why
}

export const HARD_PLACES: readonly HardPlace[] = [
  { place: "reddit", why: "closed" },
  { place: "x", why: "costs" },
  { place: "linkedin", why: "closed" },
  { place: "tiktok", why: "approval" },
  { place: "facebook", why: "own-only" },
  { place: "instagram", why: "own-only" },
  { place: "threads", why: "approval" },
  { place: "youtube", why: "approval" },
  { place: "reviews", why: "own-only" },
  { place: "messengers", why: "private" },
  { place: "paywalls", why: "closed" },
  { place: "broadcast", why: "closed" },
]
