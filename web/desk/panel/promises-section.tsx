import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { PromiseDialog } from "../actions/promise-dialog.tsx"
import { useAct } from "../actions/use-act.ts"
import { suggestionsQuery } from "../api/cases.ts"
import type { OneCase } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Icon } from "../parts/icon.tsx"
import { Menu } from "../parts/menu.tsx"
import { Tag } from "../parts/tag.tsx"
import { useMayAct } from "../shell/me.ts"
import { useNow } from "../words/use-now.ts"
import { useWords } from "../words/use-words.ts"
import { Section } from "./section.tsx"

/** What we promised, with its clock; and what we seem to have promised. */
export function PromisesSection({ one }: { one: OneCase }) {
  const { say, moment, when } = useWords()
  const act = useAct(one)
  const may = useMayAct()
  const now = useNow()
  const [adding, setAdding] = useState(false)
  const suggested = useQuery(suggestionsQuery(one.id)).data ?? []
  return (
    <Section
      title={say("panel.promises")}
      act={
        may && (
          <Button bare kind="quiet" icon="plus" onPress={() => setAdding(true)}>
            {say("act.promise")}
          </Button>
        )
      }
    >
      {one.openPromises.length === 0 && suggested.length === 0 && <p className="panel-line panel-dim">{say("promise.none")}</p>}
      {one.openPromises.map((promise) => (
        <div key={promise.id} className="promise">
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
          </p>
          {may && (
            <Menu
              label={say("promise.acts")}
              button={
                <Button bare kind="quiet" icon="more">
                  {say("promise.acts")}
                </Button>
              }
              acts={(["keep", "break", "withdraw"] as const).map((verb) => ({
                id: verb,
                words: say(`promise.${verb}`),
                icon: verb === "keep" ? ("resolved" as const) : ("close" as const),
                do: () =>
                  void act.run(
                    `/api/promises/${promise.id}/${verb}`,
                    {},
                    { openPromises: one.openPromises.filter(({ id }) => id !== promise.id) },
                    say(`done.${verb}`),
                  ),
              }))}
            />
          )}
        </div>
      ))}
      {suggested.map(({ id, words, dueAt }) => (
        <div key={id} className="hint-line">
          <Icon name="promises" />
          <p>{say("promise.maybe", { words, at: moment(dueAt) })}</p>
          {may && (
            <span className="banner-acts">
              <Button onPress={() => void act.run(`/api/suggestions/${id}/accept`, {}, {}, say("done.promised"))}>
                {say("promise.yes")}
              </Button>
              <Button kind="quiet" onPress={() => void act.run(`/api/suggestions/${id}/refuse`)}>
                {say("promise.no")}
              </Button>
            </span>
          )}
        </div>
      ))}
      {adding && <PromiseDialog one={one} onClose={() => setAdding(false)} />}
    </Section>
  )
}
