import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { DecisionDialog } from "../actions/decision-dialog.tsx"
import { useAct } from "../actions/use-act.ts"
import { timelineQuery } from "../api/case.ts"
import { post } from "../api/request.ts"
import type { Case } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Icon } from "../parts/icon.tsx"
import { Time } from "../parts/time.tsx"
import { useMayAct } from "../shell/me.ts"
import { useWords } from "../words/use-words.ts"
import { messagesIn } from "./entries.ts"
import { useFactWords } from "./fact-words.ts"

/** Two who can't both be right: what each says, who says so, and when. A person finds out, or sees that it is none. */
export function Contradiction({ found, one }: { found: Case["contradictions"][number]; one: Case }) {
  const { say } = useWords()
  const factWords = useFactWords()
  const act = useAct(one)
  const may = useMayAct()
  const [deciding, setDeciding] = useState(false)
  const [open, setOpen] = useState(() => matchMedia(ROOM).matches)
  const items = useQuery(timelineQuery(one.id)).data ?? []
  const fact = items.flatMap((item) => (item.kind === "fact" && item.fact.id === found.outsideFactId ? [item.fact] : []))[0]
  const message = messagesIn(items).find(({ id }) => id === found.messageId)
  const dismiss = (): Promise<boolean> =>
    act.run(
      `/api/contradictions/${found.id}/dismiss`,
      {},
      { contradictions: one.contradictions.filter(({ id }) => id !== found.id) },
      say("done.dismissed"),
      () => post(`/api/contradictions/${found.id}/recall`),
    )
  return (
    <section className="contradiction" aria-label={say("contradiction.title")}>
      <p className="contradiction-head" role="alert">
        <Icon name="warning" />
        <strong>{say("contradiction.title")}</strong> {found.text}
      </p>
      {!open && (
        <p className="contradiction-acts">
          <Button kind="quiet" icon="down" onPress={() => setOpen(true)}>
            {say("contradiction.open")}
          </Button>
        </p>
      )}
      <dl className="contradiction-sides" hidden={!open}>
        {fact && (
          <div>
            <dt>
              {fact.source} · <Time at={fact.occurredAt} />
            </dt>
            <dd>{factWords(fact)}</dd>
          </div>
        )}
        {message && (
          <div>
            <dt>
              {message.from.name || message.from.address} · <Time at={message.receivedAt} />
            </dt>
            <dd>
              <q>{denying(message.newText || message.text)}</q>{" "}
              <a className="link" href={`#message-${message.id}`}>
                {say("contradiction.see")}
              </a>
            </dd>
          </div>
        )}
      </dl>
      {may && open && (
        <p className="contradiction-acts">
          <Button icon="decision" onPress={() => setDeciding(true)}>
            {say("contradiction.decide")}
          </Button>
          <Button kind="quiet" onPress={() => void dismiss()}>
            {say("contradiction.dismiss")}
          </Button>
        </p>
      )}
      {deciding && (
        <DecisionDialog one={one} onClose={() => setDeciding(false)} onDecided={dismiss} explain={say("contradiction.decideExplain")} />
      )}
    </section>
  )
}

/** Where the thread still has room below both sides. */
const ROOM = "(min-width: 45rem) and (min-height: 40rem)"

const DENIES = /\b(?:rien|pas|jamais|aucune?|personne|never|not|nothing|nobody|no one|none|still)\b|n['’]t\b/i

/** The sentence of a mail that says no; else its first. */
function denying(text: string): string {
  const sentences = text.split(/(?<=[.!?…])\s+|\n+/).filter((sentence) => /\p{L}/u.test(sentence))
  const said = (sentences.find((sentence) => DENIES.test(sentence)) ?? sentences[0] ?? "").trim()
  return said.length > 220 ? `${said.slice(0, 219)}…` : said
}
