import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useEffect, useRef, useState } from "react"
import { patch } from "../api/request.ts"
import { startQuery } from "../api/start.ts"
import type { SettingUp } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Failed } from "../parts/failed.tsx"
import { Icon } from "../parts/icon.tsx"
import { Loading } from "../parts/loading.tsx"
import { Mark } from "../shell/mark.tsx"
import { useTitle } from "../shell/use-title.ts"
import { useWords } from "../words/use-words.ts"
import "../styles/start.css"
import { AgentsStep } from "./agents-step.tsx"
import { CaseStep } from "./case-step.tsx"
import { CompanyStep } from "./company-step.tsx"
import { HoursStep } from "./hours-step.tsx"
import { InboxStep } from "./inbox-step.tsx"

type Step = SettingUp["steps"][number]["step"]

/** What each step of the path shows; it calls `onDone` when it is done, and is asked for no more. */
export interface StepProps {
  onDone: () => void
}

const SHOWN = { company: CompanyStep, inbox: InboxStep, agents: AgentsStep, hours: HoursStep, case: CaseStep } as const

/** Setting Vigie up, a step after the other. Each can be left out and taken up again; what is done is read from what is there. */
export function Start() {
  const { say } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const found = useQuery(startQuery)
  const [chosen, setChosen] = useState<Step | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useTitle("list", say("start.title"))
  const steps = found.data?.steps
  const at = steps?.find(({ step }) => step === chosen) ?? steps?.find(({ state }) => state === "open") ?? steps?.at(-1)
  const step = at?.step
  useEffect(() => {
    if (chosen) heading.current?.focus()
  }, [chosen, step])
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  if (!steps || !at) return <Loading />
  const Shown = SHOWN[at.step]
  const after = steps[steps.indexOf(at) + 1]
  const leave = (): void => void navigate({ to: "/cases", search: { view: "all" } })
  const onward = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ["start"] })
    if (after) setChosen(after.step)
    else leave()
  }
  const change = async (body: { skipped?: Step[]; finished?: boolean }): Promise<void> =>
    void client.setQueryData(startQuery.queryKey, await patch<SettingUp>("/api/start", body))
  const skipped = steps.filter(({ state }) => state === "skipped").map(({ step: name }) => name)
  return (
    <main className="start" id="stage">
      <header className="start-head">
        <span className="brand brand-large">
          <Mark />
          {say("start.title")}
        </span>
        <Button kind="quiet" onPress={() => void change({ finished: true }).then(leave)}>
          {say("start.leave")}
        </Button>
      </header>
      <nav aria-label={say("start.steps")}>
        <ol className="start-steps">
          {steps.map(({ step: name, state }) => (
            <li key={name} data-state={state}>
              <button type="button" aria-current={name === at.step ? "step" : undefined} onClick={() => setChosen(name)}>
                <span className="start-dot">
                  {state === "done" ? <Icon name="resolved" /> : steps.findIndex((one) => one.step === name) + 1}
                </span>
                <span>{say(`start.${name}`)}</span>
                <span className="unseen"> {say(`start.state.${state}`)}</span>
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <section className="start-step" aria-labelledby="start-step">
        <h1 id="start-step" ref={heading} tabIndex={-1}>
          {say(`start.${at.step}.title`)}
        </h1>
        <p className="page-words">{say(`start.${at.step}.explain`)}</p>
        <Shown key={at.step} onDone={() => void onward()} />
      </section>
      <footer className="start-foot">
        {at.state === "done" ? (
          <Button kind="plain" onPress={() => void onward()}>
            {say(after ? "start.next" : "start.end")}
          </Button>
        ) : (
          <Button kind="quiet" onPress={() => void change({ skipped: [...skipped, at.step] }).then(onward)}>
            {say("start.skip")}
          </Button>
        )}
      </footer>
    </main>
  )
}
