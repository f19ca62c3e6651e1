import { useState } from "react"
import { momentActs } from "../actions/moment-acts.ts"
import type { Case } from "../api/types.ts"
import { FieldProblem } from "../parts/field-problem.tsx"
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
  const { errors, edit, attempt, changing } = useCaseEdits(one)
  const [choosing, setChoosing] = useState(false)
  const at = one.deadlines[name]
  const byHand = one.deadlines.byHand.includes(name)
  const moved = (to: string | null) =>
    changing(say(`deadline.${name}`), { deadlines: { [name]: to } }, { deadlines: { [name]: byHand ? at : "rules" } })
  const set = (to: string | null): void => void edit({ name, ...moved(to) })
  const title = say("deadline.move", { deadline: say(`deadline.${name}`) })
  return (
    <>
      <Menu
        label={title}
        acts={() => [
          ...momentActs(words, zone, set, () => setChoosing(true)),
          { id: "take", words: say("deadline.take"), icon: "close", disabled: at === null && byHand, do: () => set(null) },
          ...(byHand ? [{ id: "rules", words: say("deadline.rules"), icon: "undo" as const, do: () => set("rules") }] : []),
        ]}
      />
      <FieldProblem>{errors[name]}</FieldProblem>
      {choosing && (
        <MomentDialog
          title={title}
          go={say("act.save")}
          keeps={`moment ${name}`}
          onClose={() => setChoosing(false)}
          onMoment={(to) => attempt(moved(to), () => setChoosing(false))}
        />
      )}
    </>
  )
}
