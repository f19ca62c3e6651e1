import { Refused } from "../api/request.ts"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"
import { worded } from "../words/worded.ts"
import type { Drafting } from "./use-draft.ts"
import { latePart } from "../parts/late-part.tsx"

const DraftBeside = latePart(async () => (await worded(import("./draft-beside.tsx"))).DraftBeside)

/** Where what was typed is kept. */
export function DraftLine({ draft }: { draft: Drafting }) {
  const { say } = useWords()
  const problem = useProblem()
  if (draft.state === "elsewhere") return <DraftBeside {...draft} />
  const { state, noRoom, refused } = draft
  const why =
    state === "here" && refused instanceof Refused && refused.status > 0 ? Object.values(refused.fields).join(" ") || problem(refused) : ""
  const words = {
    opening: "",
    clean: "",
    saving: say("draft.saving"),
    saved: noRoom ? say("draft.noRoom") : say("draft.saved"),
    here: noRoom ? say("draft.nowhere") : why ? say("draft.only") : say("draft.here"),
  }
  return (
    <p className="draft-line" data-state={noRoom && state === "here" ? "lost" : state} role="status">
      {words[state]} {why}
    </p>
  )
}
