import { useQuery } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import { useWords } from "../words/use-words.ts"
import { type Counts, countsQuery, type Watch } from "./api.ts"

const WIDE = 124
const HIGH = 28

/** People by day over the last month, as a small line. Fetched once it comes into view. */
export function Spark({ watch }: { watch: Watch }) {
  const place = useRef<HTMLSpanElement>(null)
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && setSeen(true), {
      rootMargin: "200px",
    })
    if (place.current) observer.observe(place.current)
    return () => observer.disconnect()
  }, [])
  const counts = useQuery({ ...countsQuery(watch.id, "day"), enabled: seen }).data
  return (
    <span className="spark" ref={place}>
      {counts && counts.items.length > 1 && <Line counts={counts} watch={watch} />}
    </span>
  )
}

/** Its end is the last 24 hours: a day that has only begun would look like silence. */
function Line({ counts, watch }: { counts: Counts; watch: Watch }) {
  const { say, day } = useWords()
  const { people } = counts
  const items = counts.items.map((one, i) => (i === counts.items.length - 1 ? { ...one, people: watch.today.people } : one))
  const most = Math.max(1, ...items.map((one) => one.people))
  const x = (i: number): number => 2 + (i / (items.length - 1)) * (WIDE - 5)
  const y = (n: number): number => HIGH - 2 - (n / most) * (HIGH - 6)
  const leads = (i: number): boolean => i > 0 && i < items.length && items[i]!.complete && items[i - 1]!.complete
  const pieces = items.map(({ people: n }, i) => {
    if (leads(i)) return `L${x(i)} ${y(n)}`
    return `M${x(i)} ${y(n)}${n > 0 && !leads(i + 1) ? "h0" : ""}` // a dot of its own
  })
  const top = items.reduce((best, one) => (one.people > best.people ? one : best))
  const words = top.people === 0 ? say("listen.spark.none") : say("listen.spark", { count: people, most: top.people, day: day(top.at) })
  const last = items.length - 1
  return (
    <svg viewBox={`0 0 ${WIDE} ${HIGH}`} width={WIDE} height={HIGH} role="img" aria-label={words}>
      <title>{words}</title>
      <path className="spark-ground" d={`M2 ${HIGH - 1.5}H${WIDE - 3}`} />
      {top.people > 0 && <path className="spark-line" d={pieces.join("")} />}
      <circle className={watch.alarm ? "spark-alarm" : "spark-end"} cx={x(last)} cy={y(items[last]!.people)} r={watch.alarm ? 3 : 2} />
    </svg>
  )
}
