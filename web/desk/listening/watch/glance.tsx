import type { ReactNode } from "react"
import type { WatchTold } from "#house"
import { useWords } from "../../words/use-words.ts"
import type { Counts } from "../api.ts"
import { usePercent } from "./use-percent.ts"

/** The time that is looked at, in five values: for somebody who has a minute before a meeting. */
export function Glance({ counts, told }: { counts: Counts; told: WatchTold | undefined }) {
  const { say, language } = useWords()
  const percent = usePercent()
  const number = (n: number): string => n.toLocaleString(language)
  const gaps = counts.items.filter(({ complete }) => !complete).length
  const negative = told?.tones.negative
  return (
    <dl className="glance">
      <Value name={say("listen.peopleName")} value={number(counts.people)} />
      <Value name={say("listen.postsName")} value={number(counts.posts)} />
      <Value name={say("listen.stories")} value={told ? number(told.stories) : "…"} />
      <Value
        name={say("listen.glance.negative")}
        value={negative ? (negative.share ? percent(negative.share.value) : number(negative.people)) : "…"}
        more={
          negative &&
          told &&
          (negative.share
            ? say("listen.glance.between", {
                low: percent(negative.share.low),
                high: percent(negative.share.high),
                of: number(told.read.people),
              })
            : say("listen.glance.few", { of: number(told.read.people) }))
        }
      />
      <Value
        name={say("listen.sources")}
        value={number(counts.sources)}
        more={say(gaps === 0 ? "listen.glance.whole" : "listen.glance.part")}
      />
    </dl>
  )
}

function Value({ name, value, more }: { name: string; value: string; more?: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong>
        {more && <small>{more}</small>}
      </dd>
    </div>
  )
}
