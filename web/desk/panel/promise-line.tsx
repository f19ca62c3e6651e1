import { useState } from "react"
import { post } from "../api/request.ts"
import type { Case } from "../api/types.ts"
import { FieldProblem } from "../parts/field-problem.tsx"
import { Icon } from "../parts/icon.tsx"
import { Menu } from "../parts/menu.tsx"
import { Tag } from "../parts/tag.tsx"
import { useMayAct } from "../shell/me.ts"
import { useNow } from "../words/use-now.ts"
import { useWords } from "../words/use-words.ts"
import { useCaseEdits } from "./use-case-edits.ts"
import { latePart } from "../parts/late-part.tsx"

const NewPromise = latePart(async () => (await import("./new-promise.tsx")).NewPromise)

export function PromiseLine({ one, promise }: { one: Case; promise: Case["openPromises"][number] }) {
  const { say, moment, when } = useWords()
  const may = useMayAct()
  const now = useNow()
  const { errors, edit } = useCaseEdits(one)
  const path = `/api/promises/${promise.id}`
  const [changing, setChanging] = useState(false)
  if (changing) return <NewPromise one={one} instead={promise} onClose={() => setChanging(false)} />
  return (
    <div className="promise">
      <Icon name="promises" />
      <p>
        {promise.text}
        <small title={moment(promise.dueAt)}>
          {Date.parse(promise.dueAt) < now ? (
            <Tag tone="hot">{say("promise.overdue", { at: when(promise.dueAt, now) })}</Tag>
          ) : (
            say("promise.due", { at: when(promise.dueAt, now) })
          )}
        </small>
        <FieldProblem>{errors["promise"]}</FieldProblem>
      </p>
      {may && (
        <Menu
          label={say("promise.acts")}
          acts={[
            ...(["keep", "break", "withdraw"] as const).map((verb) => ({
              id: verb,
              words: say(`promise.${verb}`),
              icon: verb === "keep" ? ("resolved" as const) : ("close" as const),
              do: () =>
                void edit({
                  name: "promise",
                  send: () => post(`${path}/${verb}`),
                  back: () => post(`${path}/reopen`),
                  said: say(`done.${verb}`),
                }),
            })),
            { id: "change", words: say("promise.change"), icon: "write", do: () => setChanging(true) },
          ]}
        />
      )}
    </div>
  )
}
