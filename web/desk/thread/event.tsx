import { useAct } from "../actions/use-act.ts"
import type { OneCase, TimelineItem } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Icon } from "../parts/icon.tsx"
import type { IconName } from "../parts/icon-paths.ts"
import { Time } from "../parts/time.tsx"
import { useMayAct } from "../shell/me.ts"
import { useWords } from "../words/use-words.ts"
import { useEventWords } from "./event-words.ts"

const ICONS: Readonly<Record<TimelineItem["kind"], IconName>> = {
  message: "inbox",
  note: "note",
  public: "outside",
  fact: "outside",
  promise: "promises",
  decision: "decision",
  assignment: "assign",
  status: "resolved",
  merge: "merge",
  split: "split",
  link: "link",
  satisfaction: "person",
  contradiction: "warning",
  deadline: "clock",
}

/** One line of what happened around the words. Facts from outside and decisions stand out: they are evidence. */
export function Event({ item, one }: { item: TimelineItem; one: OneCase }) {
  const words = useEventWords(one)(item)
  const { say } = useWords()
  const may = useMayAct()
  const act = useAct(one)
  const undo = may ? undoOf(item, one) : null
  return (
    <p className="event" data-kind={item.kind}>
      <Icon name={ICONS[item.kind]} />
      <span>
        {words} <Time at={item.at} />
      </span>
      {undo && (
        <Button kind="quiet" icon="undo" onPress={() => void act.run(undo)}>
          {say("act.undo")}
        </Button>
      )}
    </p>
  )
}

/** Where to undo it, if it still can be. */
function undoOf(item: TimelineItem, { merges, splits }: OneCase): string | null {
  if (item.kind === "merge" && !item.merge.undone && merges.some(({ id }) => id === item.merge.id))
    return `/api/merges/${item.merge.id}/undo`
  if (item.kind === "split" && !item.split.undone && splits.some(({ id }) => id === item.split.id))
    return `/api/splits/${item.split.id}/undo`
  if (item.kind === "decision" && !item.decision.withdrawn) return `/api/decisions/${item.decision.id}/withdraw`
  return null
}
