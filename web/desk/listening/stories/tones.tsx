import { Section } from "../../figures/section.tsx"
import { useWords } from "../../words/use-words.ts"
import { Checked } from "../mentions/checked.tsx"
import type { StoryDetail } from "./api.ts"

const SHOWN = ["negative", "mixed", "neutral", "positive", "unread"] as const

/** How its mentions read: what a list of words says, and no more than that. */
export function Tones({ story: { tones, mentions } }: { story: StoryDetail }) {
  const { say, language } = useWords()
  if (SHOWN.every((tone) => tones[tone] === 0)) return null
  return (
    <Section title={say("listen.tones")} answer={say("listen.tones.what")}>
      <ul className="said-bars tones">
        {SHOWN.map((tone) => (
          <li key={tone}>
            <span>{say(`listen.tone.${tone}`)}</span>
            <i data-tone={tone} style={{ inlineSize: `${(tones[tone] / Math.max(1, mentions)) * 100}%` }} aria-hidden="true" />
            <b>{tones[tone].toLocaleString(language)}</b>
          </li>
        ))}
      </ul>
      <p className="figures-aside">
        <Checked />
      </p>
    </Section>
  )
}
