import type { Tongue } from "../company/customer.ts"
import { Random } from "../random.ts"
import { speak } from "../speech/speak.ts"
import { CUT_OFF } from "./cut-off-words.ts"
import { passerBy } from "./passers-by.ts"
import type { Said } from "./said.ts"

/** Ninety-six people once each, and one sixty times. */
const OTHERS = 96
const ONE = 60
const WITHIN = 55

/** The nth of what many say that hour. */
export const outageKey = (tongue: Tongue, n: number): string => `cut-off-${tongue}-${n}`

/** What was said in the open in the hour after the node fell, by the minutes since: in each batch what was said by then. */
export function cutOff(tongue: Tongue): { minute: number; said: Said[] }[] {
  const { negative, plain, unread, one } = CUT_OFF[tongue]
  const random = new Random(`cut off in the open ${tongue}`)
  const say = (pattern: string, nth = 0) => speak(random, pattern, () => String(nth))
  const others = Array.from({ length: OTHERS }, (_, n) => {
    const isUnread = n % 16 === 5
    const text = isUnread ? random.of(unread.said) : say(random.of(n % 16 < 9 ? negative : plain))
    const language = isUnread ? unread.language : tongue
    return { minute: random.next() ** 1.8 * WITHIN, said: { key: outageKey(tongue, n), text, language, ...passerBy(random) } }
  })
  const again = Array.from({ length: ONE }, (_, n) => ({
    minute: 4 + (n / ONE) * WITHIN,
    said: { key: `${outageKey(tongue, n)}-one`, by: one.by, followers: 61, language: tongue, text: say(one.said, n + 1) },
  }))
  const all = [...others, ...again].toSorted((a, b) => a.minute - b.minute)
  return [5, 10, 15, 20, 30, 40, 60].map((minute, nth, ends) => ({
    minute,
    said: all
      .filter((each) => each.minute < minute && each.minute >= (ends[nth - 1] ?? 0))
      .map((each) => ({ ...each.said, ago: minute - each.minute })),
  }))
}

/** Forty people at once, in the minutes before. */
export function flickers(tongue: Tongue): Said[] {
  const { negative, flickers: more } = CUT_OFF[tongue]
  const random = new Random(`flickers ${tongue}`)
  return Array.from({ length: 46 }, (_, n) => ({
    key: `flicker-${tongue}-${n}`,
    text: speak(random, random.of([...negative, more]), () => ""),
    language: tongue,
    ago: random.next() * 4,
    ...passerBy(random),
  }))
}
