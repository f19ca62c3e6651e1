import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { suggestionsQuery, timelineQuery } from "../api/case.ts"
import { post } from "../api/request.ts"
import type { Id, OneCase } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { FieldProblem } from "../parts/field-problem.tsx"
import { Icon } from "../parts/icon.tsx"
import { useMayAct } from "../shell/me.ts"
import { useWords } from "../words/use-words.ts"
import { PromiseLine } from "./promise-line.tsx"
import { Section } from "./section.tsx"
import { useCaseEdits } from "./use-case-edits.ts"
import { latePart } from "../parts/late-part.tsx"

const NewPromise = latePart(async () => (await import("./new-promise.tsx")).NewPromise)
const SettledPromises = latePart(async () => (await import("./settled-promises.tsx")).SettledPromises)

/** What we promised, with its clock; and what we seem to have promised. */
export function PromisesSection({ one }: { one: OneCase }) {
  const { say, moment } = useWords()
  const { errors, edit } = useCaseEdits(one)
  const may = useMayAct()
  const settled = useQuery(timelineQuery(one.id)).data?.some((item) => item.kind === "promise" && item.promise.what !== "made")
  const [adding, setAdding] = useState(false)
  const suggested = useQuery(suggestionsQuery(one.id)).data ?? []
  const accept = (id: Id): void =>
    void edit({
      name: id,
      send: () => post<{ id: Id }>(`/api/suggestions/${id}/accept`),
      back: async (made) => {
        await post(`/api/promises/${made.id}/withdraw`)
        await post(`/api/suggestions/${id}/recall`)
      },
      said: say("done.promised"),
    })
  const refuse = (id: Id): void =>
    void edit({
      name: id,
      send: () => post(`/api/suggestions/${id}/refuse`),
      back: () => post(`/api/suggestions/${id}/recall`),
      said: say("done.refused"),
    })
  return (
    <Section
      title={say("panel.promises")}
      act={
        may &&
        !adding && (
          <Button bare kind="quiet" icon="plus" onPress={() => setAdding(true)}>
            {say("act.promise")}
          </Button>
        )
      }
    >
      {one.openPromises.length === 0 && suggested.length === 0 && !adding && <p className="panel-line panel-dim">{say("promise.none")}</p>}
      {one.openPromises.map((promise) => (
        <PromiseLine key={promise.id} one={one} promise={promise} />
      ))}
      {suggested.map(({ id, words, dueAt }) => (
        <div key={id} className="hint-line">
          <Icon name="promises" />
          <p>
            {say("promise.maybe", { words, at: moment(dueAt) })} <FieldProblem>{errors[id]}</FieldProblem>
          </p>
          {may && (
            <span className="banner-acts">
              <Button onPress={() => accept(id)}>{say("promise.yes")}</Button>
              <Button kind="quiet" onPress={() => refuse(id)}>
                {say("promise.no")}
              </Button>
            </span>
          )}
        </div>
      ))}
      {settled && <SettledPromises one={one} />}
      {adding && <NewPromise one={one} onClose={() => setAdding(false)} />}
    </Section>
  )
}
