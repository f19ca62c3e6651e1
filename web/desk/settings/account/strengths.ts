/** From which strength on an alarm doesn't wait: of what it takes to be called. */
export const STRENGTHS = ["never", "three", "two", "any"] as const
export type Strength = (typeof STRENGTHS)[number]

const VALUES = { never: null, three: 3, two: 2, any: 1 } as const

export const strengthOf = (strength: Strength): number | null => VALUES[strength]

/** The nearest that the desk offers; a program may have said any number. */
export function strengthIn(from: number | null): Strength {
  if (from === null) return "never"
  return from <= 1 ? "any" : from <= 2 ? "two" : "three"
}
