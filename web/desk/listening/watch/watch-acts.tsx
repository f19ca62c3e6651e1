import { useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { patch, remove } from "../../api/request.ts"
import type { Id } from "../../api/types.ts"
import { Menu } from "../../parts/menu.tsx"
import { AskFirst, askFirst } from "../../settings/ask-first.tsx"
import { useMayAct, useMe } from "../../shell/me.ts"
import { tell } from "../../shell/notices.tsx"
import { keepPlace } from "../../shell/undoables.ts"
import { useProblem } from "../../words/use-problem.ts"
import { useWords } from "../../words/use-words.ts"
import { type Watch, watchQuery } from "../api.ts"

/** Pausing, resuming, ending a watch. */
export function WatchActs({ watch }: { watch: Watch }) {
  const { say } = useWords()
  const me = useMe()
  const may = useMayAct()
  const client = useQueryClient()
  const navigate = useNavigate()
  const problem = useProblem()
  const failed = (error: unknown): void => tell(problem(error), { tone: "hot" })
  const turn = (state: Watch["state"]): Promise<void> => {
    const place = keepPlace()
    return patch<Watch>(`/api/watches/${watch.id}`, { state })
      .then((now) => {
        client.setQueryData(watchQuery(watch.id).queryKey, now)
        void client.invalidateQueries({ queryKey: ["watches"] })
        const back = state === "paused" ? "listening" : "paused"
        tell(
          say(state === "paused" ? "listen.watch.isPaused" : "listen.watch.isResumed"),
          { act: { words: say("act.undo"), do: () => turn(back) } },
          place,
        )
      }, failed)
      .finally(place.leave)
  }
  const end = (): void =>
    void remove(`/api/watches/${watch.id}`).then(async () => {
      await navigate({ to: "/listening" })
      client.removeQueries({ queryKey: watchQuery(watch.id).queryKey })
      void client.invalidateQueries({ queryKey: ["watches"] })
      tell(say("listen.watch.ended", { name: watch.name }))
    }, failed)
  if (!may) return null
  return (
    <>
      <Menu
        label={say("listen.watch.acts")}
        acts={[
          watch.state === "paused"
            ? { id: "resume", words: say("listen.watch.resume"), icon: "retry", do: () => void turn("listening") }
            : { id: "pause", words: say("listen.watch.pause"), icon: "snoozed", do: () => void turn("paused") },
          ...(me.role === "lead" || me.role === "admin"
            ? [
                {
                  id: "end",
                  words: say("listen.watch.end"),
                  icon: "close" as const,
                  danger: true,
                  do: () =>
                    askFirst({
                      title: say("act.removing", { act: say("listen.watch.end"), name: watch.name }),
                      lost: say("listen.watch.lost"),
                      act: say("listen.watch.end"),
                      do: end,
                    }),
                },
              ]
            : []),
        ]}
      />
      <AskFirst />
    </>
  )
}

/** Leads to the query. */
export function useWatchEdit(id: Id): () => void {
  const navigate = useNavigate()
  return () => void navigate({ to: "/listening/$watch/edit", params: { watch: id } })
}
