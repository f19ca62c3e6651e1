import { STORIES } from "./settings.ts"

const MOST = STORIES.terms
const BITS = Array.from({ length: MOST + 1 }, (_, of) => Array.from({ length: MOST + 1 }, (__, shared) => waysBits(of, shared)))

/** In how many ways so many of so many terms can be shared, as bits: what looks for any of them finds some. */
export const chanceBits = (of: number, shared: number): number => BITS[of]![shared]!

function waysBits(of: number, shared: number): number {
  let bits = 0
  for (let n = 0; n < Math.min(shared, of); n++) bits += Math.log2((of - n) / (n + 1))
  return bits
}
