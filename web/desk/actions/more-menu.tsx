import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { statusesQuery } from "../api/case-settings.ts"
import { post } from "../api/request.ts"
import type { Case } from "../api/types.ts"
import { type Act, Menu } from "../parts/menu.tsx"
import { useCopy } from "../parts/use-copy.ts"
import { isSelecting, selection } from "../list/selection.ts"
import { doingOf, useCommands } from "../shell/keys.ts"
import { useMe } from "../shell/me.ts"
import { statusName } from "../words/status-name.ts"
import { useWords } from "../words/use-words.ts"
import { worded } from "../words/worded.ts"
import type { MoreDialogName } from "./more-dialogs.tsx"
import { standAgain } from "./stand-again.ts"
import { useAct } from "./use-act.ts"
import { useCasePage } from "./use-case-page.ts"
import { latePart } from "../parts/late-part.tsx"

const ICONS = { "list.next": "down", "list.previous": "back", "case.unread": "dot" } as const
const MoreDialog = latePart(async () => (await worded(import("./more-dialogs.tsx"))).MoreDialog, { over: true })

/** Where one pane stands at a time: no list beside the case to go on from. */
const PHONE = "(width < 45rem)"

export function MoreMenu({ one }: { one: Case }) {
  const { say, language } = useWords()
  const copy = useCopy()
  const me = useMe()
  const act = useAct(one)
  const statuses = useQuery(statusesQuery).data ?? []
  const [dialog, setDialog] = useState<MoreDialogName | null>(null)
  const follows = one.followers.includes(me.id)
  const followers = follows ? one.followers.filter((id) => id !== me.id) : [...one.followers, me.id]
  const close = (): void => setDialog(null)
  const follow = (): void =>
    void act.run(
      `/api/cases/${one.id}/${follows ? "unfollow" : "follow"}`,
      {},
      { followers },
      say(follows ? "done.unfollowed" : "done.followed"),
      () => post(`/api/cases/${one.id}/${follows ? "follow" : "unfollow"}`),
    )
  const save = useCasePage(one)
  useCommands(
    isSelecting(selection.use())
      ? {} // the keys are about those
      : {
          "case.promise": () => setDialog("promise"),
          "case.decide": () => setDialog("decision"),
          "case.follow": follow,
          "case.merge": () => setDialog("merge"),
          "case.split": () => setDialog("split"),
          "case.link": () => setDialog("link"),
          "case.export": () => save(false),
        },
  )
  /** What keys do, for who has none. */
  const byThumb = (...commands: ("list.next" | "list.previous" | "case.unread")[]): Act[] =>
    commands.flatMap((id) => {
      const act = doingOf(id)
      return act ? [{ id, words: say(`command.${id}`), icon: ICONS[id], do: act }] : []
    })
  return (
    <>
      <Menu
        label={say("act.more")}
        acts={() => [
          ...(matchMedia(PHONE).matches ? byThumb("list.next", "list.previous") : []),
          ...byThumb("case.unread"),
          ...statuses
            .filter(({ category }) => category === "open" || category === "waiting")
            .map((status) => ({
              id: status.id,
              words: say("act.setStatus", { status: statusName(status, language) }),
              current: one.status.id === status.id,
              do: () =>
                void act.run(
                  `/api/cases/${one.id}/status`,
                  { statusId: status.id },
                  { status: { ...status, name: statusName(status, language) } },
                  say("panel.changed", { what: say("case.status") }),
                  (now) => standAgain(one, now),
                ),
            })),
          { id: "promise", words: say("act.promise"), icon: "promises", do: () => setDialog("promise") },
          { id: "decision", words: say("act.decide"), icon: "decision", do: () => setDialog("decision") },
          {
            id: "follow",
            words: follows ? say("act.unfollow") : say("act.follow"),
            icon: "followed",
            do: follow,
          },
          { id: "merge", words: say("act.merge"), icon: "merge", do: () => setDialog("merge") },
          { id: "split", words: say("act.split"), icon: "split", do: () => setDialog("split") },
          { id: "link", words: say("act.link"), icon: "link", do: () => setDialog("link") },
          {
            id: "copy",
            words: say("act.copyLink"),
            icon: "link",
            do: () => copy(`${location.origin}/cases/${one.number}`),
          },
          {
            id: "export",
            words: say("act.export"),
            icon: "file",
            do: () => save(false),
          },
          {
            id: "export-notes",
            words: say("act.exportWithNotes"),
            icon: "file",
            do: () => save(true),
          },
          { id: "spam", words: say("act.spam"), icon: "spam", danger: true, disabled: one.status.category === "spam", do: act.spam },
        ]}
      />
      {dialog && <MoreDialog which={dialog} one={one} onClose={close} />}
    </>
  )
}
