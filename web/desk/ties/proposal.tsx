import { useState } from "react"
import type { Tie } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Icon } from "../parts/icon.tsx"
import { Time } from "../parts/time.tsx"
import { useMayAct } from "../shell/me.ts"
import { useWords } from "../words/use-words.ts"
import { Evidence } from "./evidence.tsx"
import { useTie } from "./use-tie.ts"

/** A mention that may be about this case: its words, why, and the two answers. Nothing is claimed until a person says so. */
export function Proposal({ tie, caseId }: { tie: Tie; caseId: string }) {
  const { say } = useWords()
  const may = useMayAct()
  const decide = useTie(caseId)
  const [open, setOpen] = useState(() => matchMedia(ROOM).matches)
  const { mention } = tie
  const who = mention.author?.name ?? mention.author?.handle ?? say("tie.somebody")
  return (
    <section className="tie" aria-label={say("tie.proposed")}>
      <p className="tie-head">
        <Icon name="link" />
        <strong>{say("tie.proposed")}</strong> {say("tie.saidBy", { who, where: mention.source.name })} <Time at={mention.saidAt} />
      </p>
      <blockquote className="tie-words">{mention.text || mention.title}</blockquote>
      {open && <Evidence tie={tie} />}
      <p className="tie-acts">
        {may && (
          <>
            <Button icon="resolved" onPress={() => decide(tie.id, "confirm")}>
              {say("tie.confirm")}
            </Button>
            <Button kind="quiet" icon="close" onPress={() => decide(tie.id, "refuse")}>
              {say("tie.refuse")}
            </Button>
          </>
        )}
        <Button kind="quiet" icon="down" pressed={open} onPress={() => setOpen(!open)}>
          {say("tie.why")}
        </Button>
        {mention.url && (
          <a className="link" href={mention.url} target="_blank" rel="noreferrer noopener">
            {say("tie.openThere")}
          </a>
        )}
      </p>
    </section>
  )
}

/** Where the thread still has room below the evidence. */
const ROOM = "(min-width: 45rem) and (min-height: 50rem)"
