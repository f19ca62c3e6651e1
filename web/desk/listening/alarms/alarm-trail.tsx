import { useQuery } from "@tanstack/react-query"
import { Section } from "../../figures/section.tsx"
import { Failed } from "../../parts/failed.tsx"
import { Time } from "../../parts/time.tsx"
import type { Id } from "../../api/types.ts"
import { useWords } from "../../words/use-words.ts"
import { type AlarmTrail, trailQuery } from "./api.ts"

/** What happened to an alarm: who was told by what, who saw it, who took it, in the order in which it happened. */
export function AlarmTrailSection({ id }: { id: Id }) {
  const { say } = useWords()
  const found = useQuery(trailQuery(id))
  if (found.isPending) return null
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  return (
    <Section title={say("listen.alarmTrail")} answer={say(found.data.length === 0 ? "listen.alarmTrail.nobody" : "listen.alarmTrail.what")}>
      <ol className="trail" aria-label={say("listen.alarmTrail")}>
        {found.data.map((item, n) => (
          <li key={n}>
            <Time at={item.at} />
            <div>
              <What item={item} />
              {item.told.length > 0 && (
                <ul className="alarm-told">
                  {item.told.map((told) => (
                    <li key={told.agent.id}>
                      <strong>{told.agent.name}</strong> <Ways ways={told.ways} />
                    </li>
                  ))}
                </ul>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function What({ item: { what, step, by, told } }: { item: AlarmTrail }) {
  const { say } = useWords()
  const name = by.name ?? say("listen.taking.program")
  if (what === "step" && told.length === 0) return <span>{say("listen.alarmTrail.stepNobody")}</span>
  if (what === "step") return <span>{say(step === 0 ? "listen.alarmTrail.first" : "listen.alarmTrail.next", { count: told.length })}</span>
  return <span>{say(`listen.alarmTrail.${what}`, { name })}</span>
}

type Way = AlarmTrail["told"][number]["ways"][number]

function Ways({ ways }: { ways: readonly Way[] }) {
  const { say, list, moment } = useWords()
  return <span>{list(ways.filter(isWorthSaying).map(words))}</span>

  function words({ channel, state, because, at }: Way): string {
    const by = say(`listen.alarmTrail.by.${channel}`)
    if (state === "told") return because === "quiet" && at ? say("listen.alarmTrail.late", { by, at: moment(at) }) : by
    if (state === "held" && at)
      return say(because === "relay" ? "listen.alarmTrail.again" : "listen.alarmTrail.held", { by, at: moment(at) })
    if (state === "leaving" || state === "trying" || state === "held") return say("listen.alarmTrail.leaving", { by })
    if (state === "uncertain") return say("listen.alarmTrail.uncertain", { by })
    return say("listen.alarmTrail.not", { by, why: say(`listen.alarmTrail.because.${because ?? "refused"}`) })
  }
}

/** That somebody wants no notices of the browser is theirs. */
const isWorthSaying = ({ channel, because }: Way): boolean => channel !== "browser" || because !== "wish"
