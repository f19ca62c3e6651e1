import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { post } from "../../api/request.ts"
import type { Id, MentionDecision } from "../../api/types.ts"
import { Button } from "../../parts/button.tsx"
import { Failed } from "../../parts/failed.tsx"
import { useCommands } from "../../shell/keys.ts"
import { useMayAct } from "../../shell/me.ts"
import { tell } from "../../shell/notices.tsx"
import { useProblem } from "../../words/use-problem.ts"
import { useWords } from "../../words/use-words.ts"
import { decisionsQuery } from "../mentions/api.ts"
import { Part } from "../mentions/part.tsx"
import { DecisionCard } from "./decision-card.tsx"
import { latePart } from "../../parts/late-part.tsx"

const DecideDialog = latePart(async () => (await import("../../ties/decide-dialog.tsx")).DecideDialog, { over: true })

interface Props {
  /** `mentions/ID` or `stories/ID`. */
  about: string
  /** The case that it is tied to: what is decided is then for those who may see it. */
  caseId?: { id: Id; number: number } | null
  isGone: boolean
}

/** Whether we speak: what holds, who decided it and why, when it is looked at again, and everything that was decided before. */
export function DecisionSection({ about, caseId = null, isGone }: Props) {
  const { say } = useWords()
  const may = useMayAct()
  const client = useQueryClient()
  const problem = useProblem()
  const found = useQuery(decisionsQuery(about))
  const [deciding, setDeciding] = useState(false)
  const decide = may ? () => setDeciding(true) : undefined
  useCommands({ "mention.decide": decide })
  const decisions = found.data ?? []
  const holds = decisions.find(({ undone }) => undone === null)
  const before = decisions.filter((one) => one !== holds).toSorted((a, b) => b.at.localeCompare(a.at))
  const again = () => client.invalidateQueries({ queryKey: decisionsQuery(about).queryKey })
  const undo = ({ id }: MentionDecision): void =>
    void post(`/api/open-decisions/${id}/undo`)
      .then(
        () => tell(say("listen.decision.undone")),
        (error: unknown) => tell(problem(error), { tone: "hot" }),
      )
      .then(again)
  return (
    <Part
      title={say("listen.decision")}
      acts={
        decide && (
          <Button icon="decision" kind={holds ? "plain" : "main"} command="mention.decide" onPress={decide}>
            {say(holds ? "listen.decision.anew" : "listen.decision.make")}
          </Button>
        )
      }
    >
      {found.isError && <Failed error={found.error} again={() => void found.refetch()} />}
      {found.data && !holds && <p className="help">{say("listen.decision.none")}</p>}
      {holds && <DecisionCard decision={holds} isHolding onUndo={may ? () => undo(holds) : undefined} />}
      {before.length > 0 && (
        <details className="part-fold">
          <summary>{say("tie.before", { count: before.length })}</summary>
          {before.map((decision) => (
            <DecisionCard key={decision.id} decision={decision} />
          ))}
        </details>
      )}
      {deciding && (
        <DecideDialog
          about={about}
          caseId={caseId?.id ?? null}
          explain={caseId ? say("tie.decideExplain") : say("listen.decision.explain")}
          {...(isGone ? { without: "public" as const } : {})}
          onDone={async (made) => {
            await again()
            tell(say("listen.decision.made"), { act: { words: say("act.undo"), do: () => undo(made) } })
          }}
          onClose={() => setDeciding(false)}
        />
      )}
    </Part>
  )
}
