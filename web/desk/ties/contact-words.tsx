import { useQuery, useQueryClient } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { contactTiesQuery } from "../api/ties.ts"
import { post } from "../api/request.ts"
import type { Tie } from "../api/types.ts"
import { Section } from "../panel/section.tsx"
import { Button } from "../parts/button.tsx"
import { Icon } from "../parts/icon.tsx"
import { Time } from "../parts/time.tsx"
import { useMayAct } from "../shell/me.ts"
import { tell } from "../shell/notices.tsx"
import { keepPlace } from "../shell/undoables.ts"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"

/** What somebody said in public, beside what they wrote: tied to them, or proposed to be. */
export function ContactWords({ contactId }: { contactId: string }) {
  const { say } = useWords()
  const ties = (useQuery(contactTiesQuery(contactId)).data ?? []).filter(({ state }) => state === "proposed" || state === "confirmed")
  if (ties.length === 0) return null
  return (
    <Section title={say("tie.ofPerson")}>
      <ul className="contact-words">
        {ties.map((tie) => (
          <OneTie key={tie.id} tie={tie} />
        ))}
      </ul>
    </Section>
  )
}

function OneTie({ tie }: { tie: Tie }) {
  const { say } = useWords()
  const may = useMayAct()
  const client = useQueryClient()
  const problem = useProblem()
  const { mention, state } = tie
  const sending = (what: "confirm" | "refuse" | "undo"): Promise<void> => {
    const place = what === "undo" ? undefined : keepPlace()
    return post<Tie>(`/api/ties/${tie.id}/${what}`)
      .then(
        () => tell(say(`tie.done.${what}`), place ? { act: { words: say("act.undo"), do: () => sending("undo") } } : {}, place),
        (error: unknown) => tell(problem(error), { tone: "hot" }),
      )
      .finally(place?.leave)
      .then(() => client.invalidateQueries({ predicate: ({ queryKey: [kind] }) => kind === "contact-ties" || kind === "mention-ties" }))
  }
  const send = (what: "confirm" | "refuse" | "undo"): void => void sending(what)
  return (
    <li>
      <p className="contact-said">
        <Icon name={state === "confirmed" ? "link" : "help"} />
        <Link className="link" to="/listening/mentions/$mention" params={{ mention: mention.id }} search={{}}>
          {mention.goneAt ? say("tie.gone") : (mention.title ?? mention.text).slice(0, 140)}
        </Link>
      </p>
      <small>
        {mention.source.name} · <Time at={mention.saidAt} />
        {state === "proposed" && ` · ${say("tie.maybeTheirs")}`}
      </small>
      {may && (
        <p className="tie-acts">
          {state === "proposed" ? (
            <>
              <Button icon="resolved" onPress={() => send("confirm")}>
                {say("tie.isTheirs")}
              </Button>
              <Button kind="quiet" icon="close" onPress={() => send("refuse")}>
                {say("tie.refuse")}
              </Button>
            </>
          ) : (
            <Button kind="quiet" icon="undo" onPress={() => send("undo")}>
              {say("tie.untie")}
            </Button>
          )}
        </p>
      )}
    </li>
  )
}
