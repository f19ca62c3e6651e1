import { useQuery } from "@tanstack/react-query"
import { timelineQuery } from "../api/case.ts"
import { post } from "../api/request.ts"
import type { OneCase, TimelineItem } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { FieldProblem } from "../parts/field-problem.tsx"
import { Icon } from "../parts/icon.tsx"
import { Time } from "../parts/time.tsx"
import { useMayAct } from "../shell/me.ts"
import { useNow } from "../words/use-now.ts"
import { useWords } from "../words/use-words.ts"
import { useCaseEdits } from "./use-case-edits.ts"

type Settled = Extract<TimelineItem, { kind: "promise" }>
type How = Exclude<Settled["promise"]["what"], "made">

const BACK = { kept: "keep", broken: "break", withdrawn: "withdraw" } as const

/** What became of words given before. One whose moment is still to come can be opened again. */
export function SettledPromises({ one }: { one: OneCase }) {
  const { say } = useWords()
  const may = useMayAct()
  const now = useNow()
  const { errors, edit } = useCaseEdits(one)
  const settled = (useQuery(timelineQuery(one.id)).data ?? []).flatMap((item) =>
    item.kind === "promise" && item.promise.what !== "made" ? [{ ...item, how: item.promise.what }] : [],
  )
  const reopen = (id: string, how: How): void =>
    void edit({
      name: id,
      send: () => post(`/api/promises/${id}/reopen`),
      back: () => post(`/api/promises/${id}/${BACK[how]}`),
      said: say("done.reopened"),
    })
  return settled.map(({ at, how, promise: { id, text, dueAt } }) => (
    <div key={id} className="promise promise-settled">
      <Icon name={how === "kept" ? "resolved" : how === "broken" ? "broken" : "close"} />
      <p>
        {text}
        <small>
          {say(`done.${BACK[how]}`)} · <Time at={at} />
        </small>
        <FieldProblem>{errors[id]}</FieldProblem>
      </p>
      {may && Date.parse(dueAt) > now && (
        <Button bare kind="quiet" icon="undo" onPress={() => reopen(id, how)}>
          {say("promise.reopen", { text })}
        </Button>
      )}
    </div>
  ))
}
