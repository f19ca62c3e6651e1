import { post } from "../../api/request.ts"
import type { AutomationRule, RuleRun } from "../../api/types.ts"
import { Button } from "../../parts/button.tsx"
import { Tag } from "../../parts/tag.tsx"
import { Time } from "../../parts/time.tsx"
import { tell } from "../../shell/notices.tsx"
import { useProblem } from "../../words/use-problem.ts"
import { useWords } from "../../words/use-words.ts"
import { useChange } from "../use-change.ts"
import { CaseName, Deeds, Reasons } from "./reasons.tsx"

export function RunEntry({ rule, run }: { rule: AutomationRule; run: RuleRun }) {
  const { say, sayCode } = useWords()
  const problem = useProblem()
  const { refresh } = useChange("automation")
  const undo = (): void =>
    void post<{ undone: number; left: number }>(`/api/automation/rules/${rule.id}/runs/${run.id}/undo`).then(
      (result) => {
        tell(say("rules.logUndone", result))
        return refresh()
      },
      (error: unknown) => tell(problem(error), { tone: "hot" }),
    )
  const reversible =
    run.outcome === "done" && !run.undone && run.done.some(({ did, action }) => did && action.do !== "note" && action.do !== "webhook")
  return (
    <>
      <div className="rule-run-head">
        <CaseName one={run.case} />
        <Time at={run.at} />
        {run.outcome !== "done" && (
          <Tag tone={run.outcome === "failed" ? "hot" : "warm"} icon="warning">
            {say(`rules.outcome.${run.outcome}`)}
          </Tag>
        )}
        {run.undone && <Tag>{say("rules.undoneBy", { name: run.undone.by ?? "" })}</Tag>}
        {reversible && (
          <Button kind="quiet" icon="undo" onPress={undo}>
            {say("rules.logUndo")}
          </Button>
        )}
      </div>
      {run.problem && <p className="help">{sayCode(`rules.problem.${run.problem}`, "rules.problem.other")}</p>}
      <Reasons reasons={run.reasons} />
      <Deeds deeds={run.done} />
    </>
  )
}
