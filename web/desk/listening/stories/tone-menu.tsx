import { useQueryClient } from "@tanstack/react-query"
import { post, remove } from "../../api/request.ts"
import { Button } from "../../parts/button.tsx"
import { Menu } from "../../parts/menu.tsx"
import { Tag } from "../../parts/tag.tsx"
import { useMayAct } from "../../shell/me.ts"
import { tell } from "../../shell/notices.tsx"
import { keepPlace } from "../../shell/undoables.ts"
import { useProblem } from "../../words/use-problem.ts"
import { useWords } from "../../words/use-words.ts"
import type { Reading } from "../mentions/api.ts"
import type { Placed } from "./api.ts"

const TONES = ["negative", "mixed", "neutral", "positive"] as const

/** How one mention reads, and a person's word on it: said and taken back where it stands. */
export function ToneMenu({ placed: { mention, tone, isCorrected } }: { placed: Placed }) {
  const { say } = useWords()
  const may = useMayAct()
  const client = useQueryClient()
  const problem = useProblem()
  const again = () =>
    client.invalidateQueries({
      predicate: ({ queryKey: [what] }) =>
        what === "story" || what === "story-mentions" || what === "mention-reading" || what === "tone-accuracy",
    })
  const path = `/api/mentions/${mention.id}/corrections`
  const send = (asked: Promise<Reading>, words: string, undo?: (reading: Reading) => unknown): Promise<void> => {
    const place = undo && keepPlace()
    return asked
      .then(
        (reading) => tell(words, undo ? { act: { words: say("act.undo"), do: () => undo(reading) } } : {}, place),
        (error: unknown) => tell(problem(error), { tone: "hot" }),
      )
      .finally(place?.leave)
      .then(again)
  }
  const takeBack = async ({ corrections }: Reading): Promise<void> => {
    const made = corrections.find(({ about }) => about === "tone")
    if (made) await send(remove<Reading>(`${path}/${made.id}`), say("listen.reading.takenBack"))
  }
  const words = say(`listen.toneIs.${tone ?? "unread"}`)
  if (!may || mention.goneAt) return <Tag tone={tone === "negative" ? "warm" : "calm"}>{words}</Tag>
  return (
    <Menu
      label={say("listen.reading.toneOf")}
      button={
        <Button kind="quiet" icon={isCorrected ? "resolved" : "down"} className="tone-said">
          {words}
        </Button>
      }
      acts={TONES.map((one) => ({
        id: one,
        words: say(`listen.toneIs.${one}`),
        current: one === tone,
        do: () => send(post<Reading>(path, { about: "tone", said: one }), say("listen.reading.kept"), takeBack),
      }))}
    />
  )
}
