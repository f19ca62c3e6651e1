import { useState } from "react"
import type { Case } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Menu } from "../parts/menu.tsx"
import { timeZone } from "../words/time-zone.ts"
import { useWords } from "../words/use-words.ts"
import { momentActs } from "./moment-acts.ts"
import { standAgain } from "./stand-again.ts"
import { useAct } from "./use-act.ts"
import { latePart } from "../parts/late-part.tsx"

const MomentDialog = latePart(async () => (await import("./moment-dialog.tsx")).MomentDialog, { over: true })

export function SnoozeMenu({ one, open, onOpen }: { one: Case; open: boolean; onOpen: (open: boolean) => void }) {
  const words = useWords()
  const { say, moment } = words
  const act = useAct(one)
  const zone = timeZone.use()
  const [choosing, setChoosing] = useState(false)
  const snooze = (how: "run" | "attempt", until: string): Promise<unknown> =>
    act[how](
      `/api/cases/${one.id}/snooze`,
      { until },
      { snoozedUntil: until },
      say("done.snoozed", { until: moment(until) }),
      (now: Case) => standAgain(one, now),
    )
  return (
    <>
      <Menu
        label={say("act.snooze")}
        open={open}
        onOpen={onOpen}
        acts={() =>
          momentActs(
            words,
            zone,
            (at) => void snooze("run", at),
            () => setChoosing(true),
          )
        }
        button={
          <Button icon="snoozed" command="case.snooze">
            {say("act.snooze")}
          </Button>
        }
      />
      {choosing && (
        <MomentDialog
          title={say("act.snooze")}
          go={say("act.snooze")}
          keeps="moment snoozed"
          onClose={() => setChoosing(false)}
          onMoment={(at) => snooze("attempt", at).then(() => setChoosing(false))}
        />
      )}
    </>
  )
}
