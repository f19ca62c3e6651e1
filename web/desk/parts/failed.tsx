import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"
import { Button } from "./button.tsx"
import { Wrong } from "./wrong.tsx"

/** A part of the page that couldn't be fetched, with another try. */
export function Failed({ error, again }: { error: unknown; again: () => void }) {
  const { say } = useWords()
  const tell = useProblem()
  return (
    <div className="failed">
      <Wrong>{tell(error)}</Wrong>
      <Button icon="retry" onPress={again}>
        {say("act.again")}
      </Button>
    </div>
  )
}
