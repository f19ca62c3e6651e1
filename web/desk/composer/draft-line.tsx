import { Button } from "../parts/button.tsx"
import { useWords } from "../words/use-words.ts"
import type { Drafting } from "./use-draft.ts"

/** Where what was typed is kept. */
export function DraftLine({ draft }: { draft: Drafting }) {
  const { say } = useWords()
  if (draft.state === "elsewhere")
    return (
      <div className="draft-elsewhere" role="alert">
        <p>{say("draft.elsewhere")}</p>
        {draft.other && <q>{draft.other.text.slice(0, 120)}</q>}
        <Button onPress={() => draft.settle("mine")}>{say("draft.mine")}</Button>
        <Button kind="quiet" disabled={!draft.other} onPress={() => draft.settle("theirs")}>
          {say("draft.theirs")}
        </Button>
      </div>
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
