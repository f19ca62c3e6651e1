import { useState } from "react"
import type { Case } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { isSelecting, selection } from "../list/selection.ts"
import { tagsWanted } from "../panel/tags-wanted.ts"
import { useCommands } from "../shell/keys.ts"
import { useMayAct, useMe } from "../shell/me.ts"
import { useUnsee } from "../shell/seen.ts"
import { panelOpen } from "../thread/panel-open.ts"
import { useWords } from "../words/use-words.ts"
import { AssignMenu } from "./assign-menu.tsx"
import { MoreMenu } from "./more-menu.tsx"
import { latePart } from "../parts/late-part.tsx"
import { SnoozeMenu } from "./snooze-menu.tsx"
import { useAct } from "./use-act.ts"
import { useOnward } from "./use-onward.ts"
import { useCopy } from "../parts/use-copy.ts"

const ReaderMenu = latePart(async () => (await import("./reader-menu.tsx")).ReaderMenu)

/** What is done to a case most, each with its key. */
export function Actions({ one }: { one: Case }) {
  const { say } = useWords()
  const act = useAct(one)
  const may = useMayAct()
  const [open, setOpen] = useState<"assign" | "snooze" | null>(null)
  const closed = one.status.category === "resolved" || one.status.category === "spam"
  const me = useMe()
  const unsee = useUnsee()
  const copy = useCopy()
  const onward = useOnward(one)
  const then = (doing: () => void) => () => {
    doing()
    onward()
  }
  const settle = closed ? act.reopen : then(act.resolve)
  const link = `${location.origin}/cases/${one.number}`
  const take = (): void =>
    void act.change({ ownerId: me.id }, { ownerId: one.owner?.id ?? null }, { owner: me }, say("done.assigned", { name: me.name }))
  // While several are selected, the keys are about those.
  const selecting = isSelecting(selection.use())
  useCommands(
    may && !selecting
      ? {
          "case.resolve": settle,
          "case.take": one.owner?.id === me.id ? undefined : take,
          "case.spam": closed ? undefined : then(act.spam),
          "case.assign": () => setOpen("assign"),
          "case.snooze": () => setOpen("snooze"),
          "case.tags": () => {
            panelOpen.set(true)
            tagsWanted.set(one.id)
          },
        }
      : {},
  )
  useCommands({
    "case.unread": () => unsee(one.id),
    "case.copyLink": () => copy(link),
  })
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
      {!may && <ReaderMenu one={one} />}
      <Button bare kind="quiet" icon="panel" command="case.panel" pressed={panelOpen.use()} onPress={() => panelOpen.set((now) => !now)}>
        {say("panel.toggle")}
      </Button>
    </div>
  )
}
