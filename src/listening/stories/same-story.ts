import type { Frequency } from "./frequency.ts"
import type { LiveStories } from "./live-stories.ts"
import { STORIES } from "./settings.ts"
import { chanceBits } from "./chance.ts"

const { terms: TERMS } = STORIES

/** Whether two stories speak of the same by now: what both are settled on tells far more than chance. */
export function isSameStory(stories: LiveStories, a: number, b: number, frequency: Frequency): boolean {
  const settled = (slot: number, at: number) => Math.min(1, stories.weights[at]! / (stories.norms[slot]! * STORIES.settled))
  let [sum, bits, shared] = [0, 0, 0]
  for (let i = a * TERMS; i < (a + 1) * TERMS; i++) {
    if (stories.weights[i] === 0) continue
    for (let j = b * TERMS; j < (b + 1) * TERMS; j++) {
      if (stories.terms[j] !== stories.terms[i] || stories.weights[j] === 0) continue
      sum += stories.weights[i]! * stories.weights[j]!
      bits += frequency.bitsOf(stories.terms[i]!) * settled(a, i) * settled(b, j)
      shared++
      break
    }
  }
  const beyond = bits - chanceBits(TERMS, shared) - Math.log2(Math.max(stories.size, STORIES.join.among))
  return beyond >= STORIES.merge.bits && sum >= STORIES.merge.alike * stories.norms[a]! * stories.norms[b]!
}
