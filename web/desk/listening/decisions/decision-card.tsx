import type { MentionDecision } from "../../api/types.ts"
import { Button } from "../../parts/button.tsx"
import { Icon } from "../../parts/icon.tsx"
import { Time } from "../../parts/time.tsx"
import { useWords } from "../../words/use-words.ts"

/** One decision: what we do, why, to what end, in what tone, who says so, and when it is looked at again. */
export function DecisionCard({
  decision,
  isHolding,
  onUndo,
}: {
  decision: MentionDecision
  isHolding?: boolean
  onUndo?: (() => void) | undefined
}) {
  const { say, moment } = useWords()
  const nameOf = ({ ref, name }: MentionDecision["by"]): string => name ?? say(ref.startsWith("token:") ? "listen.program" : "event.vigie")
  const { way, aim, tone, reason, by, at, lookAgainAt, undone } = decision
  return (
    <div className="decision-card" data-holds={isHolding || undefined} data-undone={undone !== null || undefined}>
      <p className="decision-way">
        <Icon name="decision" />
        <strong>{say(`tie.way.${way}`)}</strong>
        {onUndo && (
          <Button kind="quiet" icon="undo" onPress={onUndo}>
            {say("act.undo")}
          </Button>
        )}
      </p>
      <p className="decision-reason">{reason}</p>
      {(aim || tone || (lookAgainAt && !undone)) && (
        <dl className="decision-facts">
          {aim && <Fact name={say("tie.aim")}>{aim}</Fact>}
          {tone && <Fact name={say("tie.tone")}>{tone}</Fact>}
          {lookAgainAt && !undone && <Fact name={say("tie.lookAgain")}>{moment(lookAgainAt)}</Fact>}
        </dl>
      )}
      <p className="reading-why">
        {nameOf(by)} · <Time at={at} />
        {undone && (
          <>
            {" · "}
            {say("listen.decision.takenBack", { name: nameOf(undone.by) })} <Time at={undone.at} />
          </>
        )}
      </p>
    </div>
  )
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
