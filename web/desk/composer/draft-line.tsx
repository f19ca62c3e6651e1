import { lazy, Suspense } from "react"
import { useWords } from "../words/use-words.ts"
import { worded } from "../words/worded.ts"
import type { Drafting } from "./use-draft.ts"

const DraftBeside = lazy(async () => ({ default: (await worded(import("./draft-beside.tsx"))).DraftBeside }))

/** Where what was typed is kept. */
export function DraftLine({ draft }: { draft: Drafting }) {
  const { say } = useWords()
  if (draft.state === "elsewhere")
    return (
      <Suspense>
        <DraftBeside {...draft} />
      </Suspense>
    )
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
