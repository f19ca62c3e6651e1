import { Link } from "@tanstack/react-router"
import { useState } from "react"
import type { Tie } from "../../api/types.ts"
import { Button } from "../../parts/button.tsx"
import { Icon } from "../../parts/icon.tsx"
import { Time } from "../../parts/time.tsx"
import { useMayAct } from "../../shell/me.ts"
import { Evidence } from "../../ties/evidence.tsx"
import { useWords } from "../../words/use-words.ts"
import type { DecideTie } from "./use-mention-tie.ts"

/** One case, or one person: why it may be theirs, and what a person said of that. */
export function TieCard({ tie, decide, isFirst }: { tie: Tie; decide: DecideTie; isFirst?: boolean }) {
  const { say } = useWords()
  const may = useMayAct()
  const [open, setOpen] = useState(isFirst ?? false)
  const { state, decided } = tie
  return (
    <section className="tie-card" data-state={state} aria-label={say(`listen.tie.${tie.case ? "case" : "person"}.${shown(tie)}`)}>
      <p className="tie-head">
        <Icon name={state === "confirmed" ? "link" : state === "refused" ? "close" : "help"} />
        <span>{say(`listen.tie.${tie.case ? "case" : "person"}.${shown(tie)}`)}</span> <Whose tie={tie} />
      </p>
      {decided && (
        <p className="reading-why">
          {say(tie.byHand ? "listen.tie.byHandOf" : "listen.tie.saidBy", {
            name: decided.by.name ?? say(decided.by.ref.startsWith("token:") ? "answer.program" : "event.vigie"),
          })}{" "}
          <Time at={decided.at} />
        </p>
      )}
      {open && tie.pieces.length > 0 && <Evidence tie={tie} />}
      {open && tie.pieces.length === 0 && <p className="help">{say("listen.tie.noEvidence")}</p>}
      <p className="tie-acts">
        {may && state === "proposed" && (
          <>
            <Button icon="resolved" {...(isFirst ? { command: "tie.confirm" as const } : {})} onPress={() => decide(tie, "confirm")}>
              {say(tie.case ? "listen.tie.confirm" : "listen.tie.confirmPerson")}
            </Button>
            <Button
              kind="quiet"
              icon="close"
              {...(isFirst ? { command: "tie.refuse" as const } : {})}
              onPress={() => decide(tie, "refuse")}
            >
              {say("tie.refuse")}
            </Button>
          </>
        )}
        <Button kind="quiet" icon="down" pressed={open} onPress={() => setOpen(!open)}>
          {say("tie.why")}
        </Button>
        {may && tie.canUndo && state !== "proposed" && (
          <Button kind="quiet" icon="undo" onPress={() => decide(tie, "undo")}>
            {say(state === "confirmed" ? "tie.untie" : "act.undo")}
          </Button>
        )}
      </p>
    </section>
  )
}

const shown = ({ state }: Tie): "proposed" | "confirmed" | "refused" => (state === "withdrawn" ? "proposed" : state)

function Whose({ tie }: { tie: Tie }) {
  const { say } = useWords()
  if (tie.case)
    return (
      <Link className="link" to="/cases/$number" params={{ number: String(tie.case.number) }} search={{ view: "all" }}>
        {say("listen.tie.named", { number: String(tie.case.number), subject: tie.case.subject || say("case.noSubject") })}
      </Link>
    )
  return (
    <Link className="link" to="/cases" search={{ contact: tie.contact?.id ?? "" }}>
      {tie.contact?.name || say("tie.somebody")}
    </Link>
  )
}
