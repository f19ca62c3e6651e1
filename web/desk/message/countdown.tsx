import { useEffect, useState } from "react"
import { now } from "../api/server-clock.ts"
import { useWords } from "../words/use-words.ts"

/** The seconds left, each shown; told once, not every second. */
export function Countdown({ until }: { until: string }) {
  const { say } = useWords()
  const left = (): number => Math.max(0, Math.ceil((Date.parse(until) - now()) / 1000))
  const [seconds, setSeconds] = useState(left)
  useEffect(() => {
    setSeconds(left())
    const timer = setInterval(() => setSeconds(left()), 250)
    return () => clearInterval(timer)
  }, [until])
  return (
    <span className="countdown" role="timer" aria-live="off">
      {" "}
      {say("outbox.in", { count: seconds })}
    </span>
  )
}
