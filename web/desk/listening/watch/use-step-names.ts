import { useMemo } from "react"
import { timeFormat } from "../../words/time-format.ts"
import { timeZone } from "../../words/time-zone.ts"
import { useWords } from "../../words/use-words.ts"
import type { Counts } from "../api.ts"

/** Whether its steps are called by their hour alone. */
export const isOneDay = ({ items, step }: Pick<Counts, "items" | "step">): boolean => step !== "day" && items.length <= 25

/**
 * The steps of a curve in words: an hour or a day, and that not all was read in it, or that it isn't over; and as a table names them, by the
 * reader's clock: `2026-11-02`, or `2026-11-02 14:00`.
 */
export function useStepNames({ items, step }: Counts) {
  const { say, language } = useWords()
  const zone = timeZone.use()
  return useMemo(() => {
    const tag = language === "en" ? "en-GB" : "fr-FR"
    const day: Intl.DateTimeFormatOptions = { weekday: "short", day: "numeric", month: "short", timeZone: zone }
    const hour: Intl.DateTimeFormatOptions = { ...day, hour: "2-digit", minute: "2-digit" }
    const long = timeFormat(tag, step === "day" ? day : hour)
    const byHour = isOneDay({ items, step })
    const short = timeFormat(
      tag,
      byHour
        ? { hour: "2-digit", minute: "2-digit", timeZone: zone }
        : step === "day"
          ? { day: "numeric", month: "short", timeZone: zone }
          : { weekday: "short", hour: "2-digit", minute: "2-digit", timeZone: zone },
    )
    const stamp = timeFormat("sv-SE", { dateStyle: "short", ...(step === "day" ? {} : { timeStyle: "short" }), timeZone: zone })
    const clock = timeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone: zone })
    const date = timeFormat(tag, { weekday: "short", day: "numeric", timeZone: zone })
    const markOf = (at: Date) => (step !== "day" && !byHour && clock.format(at) === "00" ? { mark: date.format(at) } : {})
    return items.map(({ at, complete }, i) => {
      const name = long.format(new Date(at))
      const isOver = i < items.length - 1
      return {
        long: complete ? (isOver ? name : say("listen.step.soFar", { name })) : say("listen.step.part", { name }),
        short: short.format(new Date(at)),
        stamp: stamp.format(new Date(at)),
        ...markOf(new Date(at)),
      }
    })
  }, [items, step, language, zone, say])
}
