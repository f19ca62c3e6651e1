import { Button } from "../../parts/button.tsx"
import { Tag } from "../../parts/tag.tsx"
import { Time } from "../../parts/time.tsx"
import { useMayAct, useMe } from "../../shell/me.ts"
import { useWords } from "../../words/use-words.ts"
import { useKeeper } from "../watch-row.tsx"
import type { Alarm } from "./api.ts"
import { useTaking } from "./use-taking.ts"

/** Who is on it; otherwise when somebody else is told, and the way to be. What is over or judged needs nobody. */
export function Taking({ alarm }: { alarm: Alarm }) {
  const { say } = useWords()
  const me = useMe()
  const may = useMayAct()
  const take = useTaking()
  const by = useKeeper(alarm.taken?.by ?? "")
  const isMine = alarm.taken?.by === `agent:${me.id}`
  const isLead = me.role === "lead" || me.role === "admin"
  const needsNobody = alarm.verdict !== null || alarm.overAt !== null
  if (!alarm.taken && needsNobody && !alarm.overAt) return null
  return (
    <p className="alarm-verdict">
      {alarm.taken && (
        <>
          <Tag tone="calm" icon="person">
            {isMine ? say("listen.taking.mine") : say("listen.taking.theirs", { name: by ?? say("listen.taking.program") })}
          </Tag>
          <span>
            <Time at={alarm.taken.at} />
          </span>
        </>
      )}
      {alarm.overAt && (
        <span>
          {say("listen.taking.over")} <Time at={alarm.overAt} />
        </span>
      )}
      {!alarm.taken && !needsNobody && alarm.nextStepAt && (
        <span>
          {say("listen.taking.next")} <Time at={alarm.nextStepAt} />
        </span>
      )}
      {may && !isMine && !needsNobody && (
        <Button icon="person" command="alarm.take" onPress={() => take(alarm, true)}>
          {say("listen.taking.take")}
        </Button>
      )}
      {may && alarm.taken && (isMine || isLead) && !needsNobody && (
        <Button kind="quiet" icon="undo" onPress={() => take(alarm, false)}>
          {say("listen.taking.letGo")}
        </Button>
      )}
    </p>
  )
}
