import { useState } from "react"
import { post } from "../../api/request.ts"
import type { Webhook } from "../../api/types.ts"
import { Button } from "../../parts/button.tsx"
import { Choice } from "../../parts/choice.tsx"
import { tell } from "../../shell/notices.tsx"
import { useProblem } from "../../words/use-problem.ts"
import { useWords } from "../../words/use-words.ts"
import { useChange } from "../use-change.ts"

const HOURS = { hour: 1, day: 24, week: 168, month: 720 } as const

/** Sends everything again that failed since a moment. */
export function ReplaySince({ hook }: { hook: Webhook }) {
  const { say } = useWords()
  const problem = useProblem()
  const { refresh } = useChange("webhooks")
  const [since, setSince] = useState<keyof typeof HOURS>("day")
  const replay = (): void => {
    const from = new Date(Date.now() - HOURS[since] * 3_600_000).toISOString()
    void post<{ count: number }>(`/api/webhooks/${hook.id}/replay`, { since: from }).then(
      ({ count }) => {
        tell(say("hooks.replayed", { count }))
        return refresh()
      },
      (error: unknown) => tell(problem(error), { tone: "hot" }),
    )
  }
  return (
    <>
      <Choice
        label={say("hooks.since")}
        name="since"
        value={since}
        onChange={setSince}
        options={(["hour", "day", "week", "month"] as const).map((value) => ({ value, label: say(`hooks.since.${value}`) }))}
      />
      <Button icon="retry" disabled={hook.disabled !== null} onPress={replay}>
        {say("hooks.againAll")}
      </Button>
    </>
  )
}
