import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { dryRunQuery } from "../../api/automation.ts"
import { post } from "../../api/request.ts"
import type { AutomationRule, RuleDryRun } from "../../api/types.ts"
import { Button } from "../../parts/button.tsx"
import { Choice } from "../../parts/choice.tsx"
import { Dialog } from "../../parts/dialog.tsx"
import { useWords } from "../../words/use-words.ts"
import { useChange } from "../use-change.ts"
import { CaseName, Deeds, Reasons } from "./reasons.tsx"

const DAYS = ["7", "30", "90", "365"] as const

/** What a rule would have done, before it is switched on. */
export function RuleTry({ rule, onClose }: { rule: AutomationRule; onClose: () => void }) {
  const { say } = useWords()
  const { doing } = useChange("automation")
  const [days, setDays] = useState<(typeof DAYS)[number]>("30")
  const run = useQuery(dryRunQuery(rule.id)).data ?? null
  const going = run !== null && !run.finishedAt && !run.stoppedAt
  const path = `/api/automation/rules/${rule.id}`
  return (
    <Dialog wide title={`${say("rules.try")} – ${rule.name}`} onClose={onClose}>
      <p className="dialog-words">{say("rules.tryExplain")}</p>
      <div className="form form-line">
        <Choice
          label={say("rules.days")}
          name="days"
          value={days}
          onChange={setDays}
          options={DAYS.map((value) => ({ value, label: say(`rules.days.${value}`) }))}
        />
        {going ? (
          <Button onPress={() => doing(post(`${path}/dry-runs/${run.id}/stop`))}>{say("rules.tryStop")}</Button>
        ) : (
          <Button
            kind={run?.finishedAt ? "plain" : "main"}
            icon="search"
            autoFocus
            onPress={() => doing(post(`${path}/dry-runs`, { days: Number(days), most: 1000 }))}
          >
            {say(run ? "rules.tryAgain" : "rules.tryStart")}
          </Button>
        )}
      </div>
      {run && <Found run={run} />}
      <div className="form-end">
        <Button kind="quiet" onPress={onClose}>
          {say("act.close")}
        </Button>
        {!rule.enabledAt && run?.finishedAt && (
          <Button
            kind="main"
            onPress={() => {
              doing(post(`${path}/enable`), say("rules.nowOn", { name: rule.name }))
              onClose()
            }}
          >
            {say("rules.switchOn")}
          </Button>
        )}
      </div>
    </Dialog>
  )
}

function Found({ run }: { run: RuleDryRun }) {
  const { say } = useWords()
  const { total, looked, matched, finishedAt, stoppedAt, matches } = run
  return (
    <section className="rule-found" aria-live="polite">
      {!finishedAt && (
        <label className="rule-progress">
          <span className="unseen">{say("rules.progress")}</span>
          <progress max={Math.max(total, 1)} value={looked} />
          <span>{stoppedAt ? say("rules.stopped", { looked }) : say("rules.looked", { looked, total })}</span>
        </label>
      )}
      {finishedAt && <h3>{matched ? say("rules.matched", { count: matched, looked }) : say("rules.matchedNone", { looked })}</h3>}
      {matched > matches.length && <p className="help">{say("rules.firstOnes", { count: matches.length })}</p>}
      <ul className="cards rule-runs">
        {matches.map((match) => (
          <li key={match.case.id} className="card">
            <CaseName one={match.case} />
            <Reasons reasons={match.reasons} />
            <Deeds deeds={match.would} />
          </li>
        ))}
      </ul>
    </section>
  )
}
