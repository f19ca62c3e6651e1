import { useQueryClient } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { post } from "../api/request.ts"
import type { Message } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Icon } from "../parts/icon.tsx"
import { useMayAct } from "../shell/me.ts"
import { tell } from "../shell/notices.tsx"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"

/** "Possibly related": a person decides, and a no is remembered. */
export function Related({ message }: { message: Message }) {
  const { say, sayCode } = useWords()
  const problem = useProblem()
  const may = useMayAct()
  const client = useQueryClient()
  const decide = (hintId: string, verb: "accept" | "refuse"): void =>
    void post(`/api/related/${hintId}/${verb}`).then(
      () => client.invalidateQueries({ predicate: ({ queryKey: [what] }) => ["case", "cases", "timeline"].includes(String(what)) }),
      (error: unknown) => tell(problem(error), { tone: "hot" }),
    )
  return message.related
    .filter(({ decision }) => decision === null)
    .map((hint) => (
      <div key={hint.hintId} className="hint-line">
        <Icon name="link" />
        <p>
          {say("related.maybe")} {sayCode(`related.${hint.reason}`, "related.other")}{" "}
          {hint.caseId && (
            <Link className="link" to="/cases/$number" params={{ number: hint.caseId }} search={{}}>
              {say("related.look")}
            </Link>
          )}
        </p>
        {may && (
          <span className="banner-acts">
            <Button onPress={() => decide(hint.hintId, "accept")}>{say("related.accept")}</Button>
            <Button kind="quiet" onPress={() => decide(hint.hintId, "refuse")}>
              {say("related.refuse")}
            </Button>
          </span>
        )}
      </div>
    ))
}
