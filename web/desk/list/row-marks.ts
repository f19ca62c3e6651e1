import type { Case } from "../api/types.ts"
import type { IconName } from "../parts/icon-paths.ts"
import type { Tone } from "../parts/tag.tsx"
import type { Words } from "../words/use-words.ts"

const HOUR = 3_600_000

export interface Mark {
  tone: Tone
  icon: IconName
  words: string
  /** What it is about, for those who don't see the drawing. */
  about?: string
  /** Its drawing says it where there is little room. */
  brief?: boolean
}

/** The silence scale: cool under four hours, warm from four, bold warm from a day, hot from three. */
export function waitTone(waited: number): Tone {
  return waited >= 72 * HOUR ? "hot" : waited >= 24 * HOUR ? "bold" : waited >= 4 * HOUR ? "warm" : "calm"
}

/** At most three marks, the gravest of those there are: answer not sent, contradiction, broken promise, deadline, promise, silence or sleep. */
export function marksOf(one: Case, now: number, { say, span, when }: Words): Mark[] {
  const marks: Mark[] = []
  const { next } = one.deadlines
  const promise = one.openPromises[0]
  const left = next === null ? null : Date.parse(next) - now
  if (one.unsent)
    marks.push({ tone: one.unsent === "failed" ? "hot" : "bold", icon: "warning", words: say(`row.unsent.${one.unsent}`), brief: true })
  if (one.contradictions.length > 0) marks.push({ tone: "hot", icon: "contradiction", words: say("row.contradiction"), brief: true })
  if (one.promiseBroken) marks.push({ tone: "hot", icon: "broken", words: say("row.broken"), brief: true })
  if (left !== null && left < 24 * HOUR)
    marks.push({
      tone: left < 0 ? "bold" : left < 2 * HOUR ? "warm" : "calm",
      icon: "clock",
      words: left < 0 ? say("row.late", { span: span(-left) }) : say("row.left", { span: span(left) }),
    })
  if (promise)
    marks.push({
      tone: Date.parse(promise.dueAt) - now < 4 * HOUR ? "warm" : "calm",
      icon: "promises",
      words: when(promise.dueAt, now),
      about: say("row.promised"),
    })
  if (one.waitingSince === null && !one.snoozedUntil) return marks.slice(0, 3)
  return [...marks.slice(0, 2), stillness(one, now, { say, span, when })]
}

function stillness(one: Case, now: number, { say, span, when }: Pick<Words, "say" | "span" | "when">): Mark {
  if (one.waitingSince === null) return { tone: "calm", icon: "snoozed", words: when(one.snoozedUntil ?? "", now) }
  const waited = now - Date.parse(one.waitingSince)
  return { tone: waitTone(waited), icon: "waiting", words: span(waited), about: say("row.waits") }
}

/** Whether its words are to be seen: styles/row.css leaves brief ones to their drawing where another mark follows. */
export const isShown = ({ brief }: Mark, at: number, all: readonly Mark[]): boolean => !brief || at === all.length - 1

/** What is to be heard of a mark besides what is to be seen of it; null: nothing. */
export function saidOf(mark: Mark, at: number, all: readonly Mark[]): string | null {
  if (mark.about) return `${mark.about} ${mark.words}`
  return isShown(mark, at, all) ? null : mark.words
}
