import { useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { patch, post, remove } from "../../api/request.ts"
import { Button } from "../../parts/button.tsx"
import { Menu } from "../../parts/menu.tsx"
import { askFirst } from "../../settings/ask-first.tsx"
import { tell } from "../../shell/notices.tsx"
import { keepPlace } from "../../shell/undoables.ts"
import { useProblem } from "../../words/use-problem.ts"
import { useWords } from "../../words/use-words.ts"
import type { Source } from "../api.ts"
import { sourceQuery } from "./api.ts"
import { isTold } from "./read-line.tsx"

/** Changing, asking now, pausing, removing a source. */
export function SourceActs({ source, onChange }: { source: Source; onChange: () => void }) {
  const { say } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const problem = useProblem()
  const failed = (error: unknown): void => tell(problem(error), { tone: "hot" })
  const took = (now: Source): void => {
    client.setQueryData(sourceQuery(source.id).queryKey, now)
    void client.invalidateQueries({ queryKey: ["sources"] })
    void client.invalidateQueries({ queryKey: ["source-events", source.id] })
  }
  const turn = (state: "reading" | "paused"): Promise<void> => {
    const place = keepPlace()
    return patch<Source>(`/api/sources/${source.id}`, { state })
      .then((now) => {
        took(now)
        const back = state === "paused" ? "reading" : "paused"
        tell(
          say(state === "paused" ? "listen.source.isPaused" : "listen.source.isResumed"),
          { act: { words: say("act.undo"), do: () => turn(back) } },
          place,
        )
      }, failed)
      .finally(place.leave)
  }
  const askNow = (): void =>
    void post<Source>(`/api/sources/${source.id}/read`).then((now) => {
      took(now)
      tell(say("listen.source.asked"))
    }, failed)
  const end = (): void =>
    void remove(`/api/sources/${source.id}`).then(async () => {
      await navigate({ to: "/listening/sources" })
      void client.invalidateQueries({ queryKey: ["sources"] })
      tell(say("listen.source.removed", { name: source.name }))
    }, failed)
  const isRead = !isTold(source)
  return (
    <>
      <Button icon="write" onPress={onChange}>
        {say("act.change")}
      </Button>
      <Menu
        label={say("listen.source.acts")}
        acts={[
          ...(isRead && source.state !== "paused"
            ? [{ id: "read", words: say("listen.source.askNow"), icon: "retry" as const, do: askNow }]
            : []),
          source.state === "paused"
            ? { id: "resume", words: say("listen.source.resume"), icon: "retry", do: () => void turn("reading") }
            : { id: "pause", words: say("listen.source.pause"), icon: "snoozed", do: () => void turn("paused") },
          {
            id: "remove",
            words: say("act.remove"),
            icon: "close",
            danger: true,
            do: () =>
              askFirst({
                title: say("act.removing", { act: say("act.remove"), name: source.name }),
                lost: say("listen.source.lost"),
                act: say("act.remove"),
                do: end,
              }),
          },
        ]}
      />
    </>
  )
}
