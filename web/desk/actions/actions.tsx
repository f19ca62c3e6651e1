import { useState } from "react"
import type { Case } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { useCommands } from "../shell/keys.ts"
import { useMayAct } from "../shell/me.ts"
import { panelOpen } from "../thread/panel-open.ts"
import { useWords } from "../words/use-words.ts"
import { AssignMenu } from "./assign-menu.tsx"
import { MoreMenu } from "./more-menu.tsx"
import { SnoozeMenu } from "./snooze-menu.tsx"
import { useAct } from "./use-act.ts"

/** What is done to a case most, each with its key. */
export function Actions({ one }: { one: Case }) {
  const { say } = useWords()
  const act = useAct(one)
  const may = useMayAct()
  const [open, setOpen] = useState<"assign" | "snooze" | null>(null)
  const closed = one.status.category === "resolved" || one.status.category === "spam"
  const settle = closed ? act.reopen : act.resolve
  useCommands(
    may
      ? {
          "case.resolve": settle,
          "case.assign": () => setOpen("assign"),
          "case.snooze": () => setOpen("snooze"),
        }
      : {},
  )
  const opens = (which: "assign" | "snooze") => ({ open: open === which, onOpen: (now: boolean) => setOpen(now ? which : null) })
  return (
    <div className="actions" role="toolbar" aria-label={say("case.actions")}>
      {may && (
        <>
          <AssignMenu one={one} {...opens("assign")} />
          <SnoozeMenu one={one} {...opens("snooze")} />
          <Button kind={closed ? "plain" : "main"} icon={closed ? "undo" : "resolved"} command="case.resolve" onPress={settle}>
            {closed ? say("act.reopen") : say("act.resolve")}
          </Button>
          <MoreMenu one={one} />
        </>
      )}
      <Button bare kind="quiet" icon="panel" command="case.panel" pressed={panelOpen.use()} onPress={() => panelOpen.set((now) => !now)}>
        {say("panel.toggle")}
      </Button>
    </div>
  )
}
