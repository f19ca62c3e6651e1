import { Link } from "@tanstack/react-router"
import { useState } from "react"
import { Section } from "../../figures/section.tsx"
import { Button } from "../../parts/button.tsx"
import { Time } from "../../parts/time.tsx"
import { useWords } from "../../words/use-words.ts"
import type { Step, StoryDetail } from "./api.ts"

const AT_FIRST = 12

/** Who said it first, who repeats whom: in the order in which it was said. */
export function Trail({ story: { trail } }: { story: StoryDetail }) {
  const { say } = useWords()
  const [all, setAll] = useState(false)
  if (trail.length === 0) return null
  const names = new Map(trail.map((step) => [step.mentionId, nameOf(step)]))
  return (
    <Section title={say("listen.trail")} answer={say("listen.trail.what")}>
      <ol className="trail">
        {trail.slice(0, all ? undefined : AT_FIRST).map((step) => (
          <li key={step.mentionId} data-how={step.how}>
            <Time at={step.at} />
            <span>
              <Link className="link" to="/listening/mentions/$mention" params={{ mention: step.mentionId }} search={{}}>
                {nameOf(step) || say("listen.mention.nobody")}
              </Link>{" "}
              {how(step)}
            </span>
          </li>
        ))}
      </ol>
      {!all && trail.length > AT_FIRST && (
        <p>
          <Button kind="quiet" onPress={() => setAll(true)}>
            {say("listen.trail.all", { count: trail.length })}
          </Button>
        </p>
      )}
    </Section>
  )

  function how({ how: way, of, quotes }: Step): string {
    const name = (of && names.get(of)) || quotes || say("listen.trail.another")
    return way === "first" || way === "own-words" ? say(`listen.trail.${way}`) : say(`listen.trail.${way}`, { name })
  }
}

const nameOf = ({ author, site }: Step): string => [author, site].filter(Boolean).join(", ")
