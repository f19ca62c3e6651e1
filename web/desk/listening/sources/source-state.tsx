import { Tag, type Tone } from "../../parts/tag.tsx"
import { useWords } from "../../words/use-words.ts"
import type { Source } from "../api.ts"
import { isTold } from "./read-line.tsx"

const TONES: Readonly<Record<Source["state"], Tone>> = {
  reading: "good",
  throttled: "warm",
  needs_approval: "warm",
  unreadable: "hot",
  failing: "hot",
  paused: "calm",
}

export function SourceState({ source }: { source: Source }) {
  const { say } = useWords()
  return (
    <Tag tone={TONES[source.state]}>
      {say(isTold(source) && source.state === "reading" ? "listen.source.stateTold" : `listen.source.state.${source.state}`)}
    </Tag>
  )
}
