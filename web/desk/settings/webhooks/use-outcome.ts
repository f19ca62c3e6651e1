import type { WebhookDelivery } from "../../api/types.ts"
import { useWords } from "../../words/use-words.ts"

type Last = Pick<NonNullable<WebhookDelivery["last"]>, "status" | "reason">

/** What came of a try, in words: "answered 503", "not reachable". */
export function useOutcome(): (last: Last) => string {
  const { say, sayCode } = useWords()
  return ({ status, reason }) =>
    status === null ? sayCode(`hooks.reason.${reason}`, "hooks.reason.other") : say("hooks.reason.status", { status: String(status) })
}
