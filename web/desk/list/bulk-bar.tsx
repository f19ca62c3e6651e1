import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { momentActs } from "../actions/moment-acts.ts"
import { statusesQuery } from "../api/case-settings.ts"
import { agentsQuery, teamsQuery } from "../api/people.ts"
import type { BulkAction, Priority } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { latePart } from "../parts/late-part.tsx"
import { type Act, Menu } from "../parts/menu.tsx"
import { useKeptText } from "../parts/use-kept-text.ts"
import { useCommands } from "../shell/keys.ts"
import { useMe } from "../shell/me.ts"
import { statusName } from "../words/status-name.ts"
import { timeZone } from "../words/time-zone.ts"
import { useWords } from "../words/use-words.ts"
import { BulkConfirm } from "./bulk-confirm.tsx"
import { BulkTags } from "./bulk-tags.tsx"
import { selection } from "./selection.ts"

const MomentDialog = latePart(async () => (await import("../actions/moment-dialog.tsx")).MomentDialog, { over: true })
const PRIORITIES: readonly Priority[] = ["low", "normal", "high", "urgent"]

/** What can be done to all that is selected. Each first says what it will touch. */
export function BulkBar() {
  const words = useWords()
  const { say, language } = words
  const me = useMe()
  const now = selection.use()
  const [action, setAction] = useState<BulkAction | null>(null)
  const [open, setOpen] = useState<"assign" | "snooze" | "moment" | "tags" | null>(null)
  // Until it was done, what was typed for it stays.
  const [tags, typeTags] = useKeptText("bulk tags")
  const [how, setHow] = useState<"add" | "remove">("add")
  const [until, setUntil] = useState<string | null>(null)
  const agents = (useQuery(agentsQuery).data ?? []).filter((agent) => agent.id !== me.id && !agent.disabled && agent.role !== "observer")
  const teams = useQuery(teamsQuery).data ?? []
  const statuses = useQuery(statusesQuery).data ?? []
  const one = !now.all && now.ids.size < 2
  const opens = (which: "assign" | "snooze") => ({ open: open === which, onOpen: (wanted: boolean) => setOpen(wanted ? which : null) })
  useCommands({
    "case.resolve": () => setAction({ do: "resolve" }),
    "case.spam": () => setAction({ do: "spam" }),
    "case.assign": () => setOpen("assign"),
    "case.snooze": () => setOpen("snooze"),
    "case.take": () => setAction({ do: "assign", ownerId: me.id }),
    "case.tags": () => setOpen("tags"),
    "case.follow": () => setAction({ do: "follow" }),
    "case.merge": one ? undefined : () => setAction({ do: "merge" }),
  })
  const done = (): void => {
    if (action?.do === "tags") typeTags("")
    setUntil(null)
    setOpen(null)
    setAction(null)
  }
  if (action) return <BulkConfirm action={action} onDone={done} onClose={() => setAction(null)} />
  if (open === "tags")
    return (
      <BulkTags
        typed={{ how, text: tags }}
        onType={(now) => {
          setHow(now.how)
          typeTags(now.text)
        }}
        onChoose={setAction}
        onClose={() => setOpen(null)}
      />
    )
  const assign: Act[] = [
    { id: "me", words: say("assign.me"), icon: "mine", do: () => setAction({ do: "assign", ownerId: me.id }) },
    { id: "nobody", words: say("assign.nobody"), icon: "unassigned", do: () => setAction({ do: "assign", ownerId: null }) },
    ...agents.map(({ id, name }): Act => ({ id, words: name, icon: "person", do: () => setAction({ do: "assign", ownerId: id }) })),
    ...teams.map(({ id, name }): Act => ({ id, words: name, icon: "team", do: () => setAction({ do: "assign", teamId: id }) })),
  ]
  const more: Act[] = [
    { id: "tags", words: say("bulk.tags"), icon: "tag", do: () => setOpen("tags") },
    ...statuses
      .filter(({ category }) => category === "open" || category === "waiting")
      .map((status): Act => {
        const words = say("act.setStatus", { status: statusName(status, language) })
        return { id: status.id, words, icon: "dot", do: () => setAction({ do: "status", statusId: status.id }) }
      }),
    ...PRIORITIES.map((priority): Act => ({
      id: priority,
      words: say("bulk.priority", { priority: say(`priority.${priority}`) }),
      icon: "warning",
      do: () => setAction({ do: "priority", priority }),
    })),
    { id: "follow", words: say("act.follow"), icon: "followed", do: () => setAction({ do: "follow" }) },
    { id: "unfollow", words: say("act.unfollow"), icon: "followed", do: () => setAction({ do: "unfollow" }) },
    { id: "merge", words: say("bulk.merge"), icon: "merge", disabled: one, do: () => setAction({ do: "merge" }) },
    { id: "reopen", words: say("act.reopen"), icon: "undo", do: () => setAction({ do: "reopen" }) },
    { id: "spam", words: say("act.spam"), icon: "spam", danger: true, do: () => setAction({ do: "spam" }) },
  ]
  return (
    <div className="bulk">
      <Button kind="main" icon="resolved" command="case.resolve" onPress={() => setAction({ do: "resolve" })}>
        {say("act.resolve")}
      </Button>
      <Menu
        label={say("act.assign")}
        acts={assign}
        {...opens("assign")}
        button={
          <Button bare icon="assign" command="case.assign">
            {say("act.assign")}
          </Button>
        }
      />
      <Menu
        label={say("act.snooze")}
        {...opens("snooze")}
        acts={() =>
          momentActs(
            words,
            timeZone.get(),
            (at) => setAction({ do: "snooze", until: at }),
            () => setOpen("moment"),
          )
        }
        button={
          <Button bare icon="snoozed" command="case.snooze">
            {say("act.snooze")}
          </Button>
        }
      />
      <Menu
        label={say("act.more")}
        acts={more}
        button={
          <Button bare icon="more">
            {say("act.more")}
          </Button>
        }
      />
      {open === "moment" && (
        <MomentDialog
          title={say("act.snooze")}
          go={say("act.snooze")}
          keeps="moment of several"
          first={until}
          onClose={() => setOpen(null)}
          onMoment={(at) => {
            setUntil(at)
            setOpen(null)
            setAction({ do: "snooze", until: at })
            return Promise.resolve()
          }}
        />
      )}
    </div>
  )
}
