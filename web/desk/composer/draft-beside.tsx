import { Button } from "../parts/button.tsx"
import { useWords } from "../words/use-words.ts"
import type { Drafting } from "./use-draft.ts"

/** There is another text than the one that stands here: nothing is saved, and nothing lost, until one has chosen. */
export function DraftBeside({ beside, settle }: Pick<Drafting, "beside" | "settle">) {
  const { say } = useWords()
  return (
    <div className="draft-elsewhere" role="alert">
      <p>{say(beside ? `draft.${beside.why}` : "draft.gone")}</p>
      {beside && <q>{shortened(beside.body.text) || say("draft.files")}</q>}
      <Button onPress={() => settle("mine")}>{say("draft.mine")}</Button>
      {beside && <Button onPress={() => settle("both")}>{say("draft.both")}</Button>}
      <Button kind="quiet" onPress={() => settle("theirs")}>
        {say(beside ? "draft.theirs" : "draft.letGo")}
      </Button>
    </div>
  )
}

const shortened = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text)

const SHOWN = 240
