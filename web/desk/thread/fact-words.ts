import type { TimelineItem } from "../api/types.ts"
import { useWords } from "../words/use-words.ts"

type OutsideFact = Extract<TimelineItem, { kind: "fact" }>["fact"]

/** What another system told, in words: "parcel delivered 6A 2041". */
export function useFactWords(): (fact: OutsideFact) => string {
  const { sayCode } = useWords()
  return ({ kind, state, reference, text }) =>
    [sayCode(`fact.${kind}.${state}`, "fact.other", { kind, code: state }), [reference, text].filter(Boolean).join(" · ")].join(" ").trim()
}
