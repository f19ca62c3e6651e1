import { useMemo } from "react"
import type { SavedView } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Icon } from "../parts/icon.tsx"
import { useWords } from "../words/use-words.ts"
import { ConditionList } from "./condition-list.tsx"
import { draftOf } from "./draft.ts"

interface Props {
  view: SavedView
  onTheirs: () => void
  onMine: () => void
}

/** Somebody else saved the view while it was being changed here: what they made of it, to look at and to choose. */
export function ChangedElsewhere({ view, onTheirs, onMine }: Props) {
  const { say } = useWords()
  const theirs = useMemo(() => draftOf(view), [view])
  return (
    <section className="view-elsewhere">
      <div className="composer-line meanwhile" role="alert">
        <Icon name="warning" />
        <p>{say("views.elsewhere")}</p>
        <Button onPress={onMine}>{say("views.elsewhere.mine")}</Button>
        <Button kind="quiet" onPress={onTheirs}>
          {say("views.elsewhere.theirs")}
        </Button>
      </div>
      <h2>{say("views.elsewhere.now", { name: view.name })}</h2>
      <div inert>
        <ConditionList match={theirs.match} parts={theirs.parts} tried={false} onChange={() => {}} />
      </div>
    </section>
  )
}
