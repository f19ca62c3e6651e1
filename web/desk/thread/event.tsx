import type { Case, TimelineItem } from "../api/types.ts"
import { Icon } from "../parts/icon.tsx"
import type { IconName } from "../parts/icon-paths.ts"
import { useMayAct } from "../shell/me.ts"
import { Time } from "../parts/time.tsx"
import { Button } from "../parts/button.tsx"
import { useAct } from "../actions/use-act.ts"
import { useWords } from "../words/use-words.ts"
import { useEventWords } from "./event-words.ts"

const ICONS: Readonly<Record<string, IconName>> = {
  fact: "outside",
  promise: "promises",
  "promise-kept": "promises",
  "promise-broken": "promises",
  "promise-withdrawn": "promises",
  decision: "decision",
  assignment: "assign",
  status: "resolved",
  snooze: "snoozed",
  merge: "merge",
  split: "split",
  link: "link",
  contradiction: "warning",
}

/** One line of what happened around the words. Facts from outside and decisions stand out: they are evidence. */
export function Event({ item, one }: { item: TimelineItem; one: Case }) {
  const words = useEventWords()(item)
  const { say } = useWords()
  const may = useMayAct()
  const act = useAct(one)
  const undo = (item.kind === "merge" || item.kind === "split") && may && !item["undoneAt"] ? `/api/${item.kind}s/${item.id}/undo` : null
  return (
    <p className="event" data-kind={item.kind}>
      <Icon name={ICONS[item.kind] ?? "dot"} />
      <span>
        {words} <Time at={item.at} />
      </span>
      {undo && (
        <Button kind="quiet" icon="undo" onPress={() => act.run(undo)}>
          {say("act.undo")}
        </Button>
      )}
    </p>
  )
}
