import type { DeskKey } from "#words/desk"
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
  return <Tag tone={TONES[source.state]}>{say(stateKey(source))}</Tag>
}

/** A budget that is spent is ours, not the place's wish. */
export const isSpent = ({ reason }: Source): boolean => reason?.key === "listening.remark.budgetSpent"

function stateKey(source: Source): DeskKey {
  if (isTold(source) && source.state === "reading") return "listen.source.stateTold"
  return isSpent(source) ? "listen.source.state.spent" : `listen.source.state.${source.state}`
}
