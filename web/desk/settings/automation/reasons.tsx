import { Link } from "@tanstack/react-router"
import type { RuleDeed, RuleReason } from "../../api/automation.ts"
import { Icon } from "../../parts/icon.tsx"
import { useWords } from "../../words/use-words.ts"
import { actionInWords, conditionInWords } from "./rule-words.ts"
import { useNames } from "./use-names.ts"

/** Why a rule matched, condition by condition. */
export function Reasons({ reasons }: { reasons: readonly RuleReason[] }) {
  const words = useWords()
  const names = useNames()
  return (
    <ul className="reasons">
      {reasons.map(({ condition, held, found }, i) => (
        <li key={i} data-held={held}>
          <Icon name={held ? "resolved" : "close"} />
          <span className="unseen">{words.say(held ? "rules.held" : "rules.heldNot")}</span>
          <span>
            {conditionInWords(condition as Parameters<typeof conditionInWords>[0], names, words)}
            {found.length > 0 && "values" in condition && (condition.values as string[]).length > 1 && (
              <small> · {words.say("rules.foundWords", { words: found.join(", ") })}</small>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** What was done, or would be. */
export function Deeds({ deeds }: { deeds: readonly RuleDeed[] }) {
  const words = useWords()
  const names = useNames()
  return (
    <ul className="reasons">
      {deeds.map(({ action, did, why, said }, i) => (
        <li key={i} data-held={did}>
          <Icon name={did ? "right" : "close"} />
          <span>
            {actionInWords(action, names, words)}
            {action.do === "team" && said?.includes(" · ") && <small> · {said.slice(said.indexOf(" · ") + 3)}</small>}
            {!did && <small> · {why ? words.sayCode(`rules.why.${why}`, "rules.why.other") : words.say("rules.already")}</small>}
            {did && why && <small> · {words.sayCode(`rules.why.${why}`, "rules.why.other")}</small>}
          </span>
        </li>
      ))}
    </ul>
  )
}

export function CaseName({ one }: { one: { number: number; subject: string } }) {
  return (
    <Link className="link" to="/cases/$number" params={{ number: String(one.number) }} search={{}}>
      #{one.number} {one.subject}
    </Link>
  )
}
