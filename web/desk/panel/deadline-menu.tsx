import { useState } from "react"
import { momentActs } from "../actions/moment-acts.ts"
import type { Case } from "../api/types.ts"
import { latePart } from "../parts/late-part.tsx"
import { Menu } from "../parts/menu.tsx"
import { timeZone } from "../words/time-zone.ts"
import { useWords } from "../words/use-words.ts"
import { useCaseEdits } from "./use-case-edits.ts"

const MomentDialog = latePart(async () => (await import("../actions/moment-dialog.tsx")).MomentDialog, { over: true })

/** Moves a deadline of this one case, takes it away, or lets the rules say it again. */
export function DeadlineMenu({ one, name }: { one: Case; name: Case["deadlines"]["running"][number] }) {
  const words = useWords()
  const { say } = words
  const zone = timeZone.use()
  const { errors, change } = useCaseEdits(one)
  const [choosing, setChoosing] = useState(false)
  const at = one.deadlines[name]
  const byHand = one.deadlines.byHand.includes(name)
  const set = (to: string | null): Promise<boolean> =>
    change(name, say(`deadline.${name}`), { deadlines: { [name]: to } }, { deadlines: { [name]: byHand ? at : "rules" } })
  const title = say("deadline.move", { deadline: say(`deadline.${name}`) })
  return (
    <>
      <Menu
        label={title}
        acts={() => [
          ...momentActs(
            words,
            zone,
            (to) => void set(to),
            () => setChoosing(true),
          ),
          { id: "take", words: say("deadline.take"), icon: "close", disabled: at === null && byHand, do: () => void set(null) },
          ...(byHand ? [{ id: "rules", words: say("deadline.rules"), icon: "undo" as const, do: () => void set("rules") }] : []),
        ]}
      />
      {errors[name] && (
        <span className="field-problem" role="alert">
          {errors[name]}
        </span>
      )}
      {choosing && (
        <MomentDialog
          title={title}
          go={say("act.save")}
          onClose={() => setChoosing(false)}
          onMoment={(to) => set(to).then((done) => void (done && setChoosing(false)))}
        />
      )}
    </>
  )
}
