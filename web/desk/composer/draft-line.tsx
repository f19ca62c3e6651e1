import { useWords } from "../words/use-words.ts"
import { worded } from "../words/worded.ts"
import type { Drafting } from "./use-draft.ts"
import { latePart } from "../parts/late-part.tsx"

const DraftBeside = latePart(async () => (await worded(import("./draft-beside.tsx"))).DraftBeside)

/** Where what was typed is kept. */
export function DraftLine({ draft }: { draft: Drafting }) {
  const { say } = useWords()
  if (draft.state === "elsewhere") return <DraftBeside {...draft} />
  const words =
    draft.state === "saved"
      ? say("draft.saved")
      : draft.state === "saving"
        ? say("draft.saving")
        : draft.state === "here"
          ? say("draft.here")
          : ""
  return (
    <p className="draft-line" data-state={draft.state} role="status">
      {words}
    </p>
  )
}
