import { useQuery } from "@tanstack/react-query"
import { runsQuery } from "../../api/automation.ts"
import type { AutomationRule } from "../../api/types.ts"
import { Dialog } from "../../parts/dialog.tsx"
import { useWords } from "../../words/use-words.ts"
import { ListOf } from "../list-of.tsx"
import { RunEntry } from "./run-entry.tsx"

/** What a rule did, why, and taking it back. */
export function RuleLog({ rule, onClose }: { rule: AutomationRule; onClose: () => void }) {
  const { say } = useWords()
  return (
    <Dialog wide title={`${say("rules.log")} – ${rule.name}`} onClose={onClose}>
      <div className="rule-runs">
        <ListOf found={useQuery(runsQuery(rule.id))} empty={say("rules.logNone")} row={(run) => <RunEntry rule={rule} run={run} />} />
      </div>
    </Dialog>
  )
}
