import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { Button } from "../../parts/button.tsx"
import { Failed } from "../../parts/failed.tsx"
import { useCommands } from "../../shell/keys.ts"
import { useMayAct } from "../../shell/me.ts"
import { useWords } from "../../words/use-words.ts"
import type { MentionDetail } from "../api.ts"
import { mentionTiesQuery } from "./api.ts"
import { Part } from "./part.tsx"
import { TieCard } from "./tie-card.tsx"
import { useMentionTie } from "./use-mention-tie.ts"
import { latePart } from "../../parts/late-part.tsx"

const TieByHand = latePart(async () => (await import("./tie-by-hand.tsx")).TieByHand, { over: true })

/** Whose it is: what was proposed with its reasons, what a person confirmed or refused, and a tie made by hand. */
export function MentionTies({ mention }: { mention: MentionDetail }) {
  const { say } = useWords()
  const may = useMayAct()
  const found = useQuery(mentionTiesQuery(mention.id))
  const decide = useMentionTie(mention.id)
  const [tying, setTying] = useState(false)
  const ties = found.data ?? []
  const proposed = ties.filter(({ state }) => state === "proposed")
  const confirmed = ties.filter(({ state }) => state === "confirmed")
  const refused = ties.filter(({ state }) => state === "refused")
  const first = proposed[0]
  const byHand = may && mention.goneAt === null ? () => setTying(true) : undefined
  useCommands({
    "tie.confirm": may && first ? () => decide(first, "confirm") : undefined,
    "tie.refuse": may && first ? () => decide(first, "refuse") : undefined,
    "tie.byHand": byHand,
  })
  return (
    <Part
      title={say("listen.ties")}
      acts={
        byHand && (
          <Button icon="link" command="tie.byHand" onPress={byHand}>
            {say("listen.ties.byHand")}
          </Button>
        )
      }
    >
      {found.isError && <Failed error={found.error} again={() => void found.refetch()} />}
      {found.data && proposed.length + confirmed.length === 0 && <p className="help">{say("listen.ties.none")}</p>}
      {confirmed.map((tie) => (
        <TieCard key={tie.id} tie={tie} decide={decide} />
      ))}
      {proposed.map((tie, n) => (
        <TieCard key={tie.id} tie={tie} decide={decide} isFirst={n === 0} />
      ))}
      {refused.length > 0 && (
        <details className="part-fold">
          <summary>{say("listen.ties.refused", { count: refused.length })}</summary>
          {refused.map((tie) => (
            <TieCard key={tie.id} tie={tie} decide={decide} />
          ))}
        </details>
      )}
      {tying && <TieByHand mention={mention.id} onClose={() => setTying(false)} />}
    </Part>
  )
}
