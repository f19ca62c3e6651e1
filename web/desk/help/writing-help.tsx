import { useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import type { DraftKind } from "../api/drafts.ts"
import type { Case } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Icon } from "../parts/icon.tsx"
import { type Act, Menu } from "../parts/menu.tsx"
import { Wrong } from "../parts/wrong.tsx"
import { typeIntoComposer } from "../knowledge/into-composer.ts"
import { useWords } from "../words/use-words.ts"
import { TONES, writingHelpQuery } from "./api.ts"
import { intoWords } from "./into-words.ts"
import { type Proposal, useHelp, type Wanted } from "./use-help.ts"

interface Props {
  one: Case
  kind: DraftKind
  /** The language of the conversation. */
  language: "en" | "fr"
  text: () => string
  /** Help was used for what is being written. */
  helped: boolean
  onUse: () => void
}

/** Help by a machine, above the text and never in it: it is asked for, marked, and moved down by a person or put away. */
export function WritingHelp({ one, kind, language, text, helped, onUse }: Props) {
  const { say, language: own } = useWords()
  const offered = useQuery(writingHelpQuery).data
  const { proposal, ask, stop, used, putAway } = useHelp(one.id, text)
  if (!offered?.helps.length) return null
  const acts = offered.helps.flatMap((help): (Act & { wanted: Wanted })[] => {
    if (help === "tone") return TONES.map((tone) => act(`tone-${tone}`, say(`help.tone.${tone}`), { help, tone, to: language }))
    if (help === "translation") return (["fr", "en"] as const).map((to) => act(`to-${to}`, say(`help.to.${to}`), { help, to }))
    if (help === "answer" && kind === "note") return []
    return [act(help, say(`help.${help}`), { help, to: help === "summary" ? own : language })]
  })
  function act(id: string, words: string, wanted: Wanted): Act & { wanted: Wanted } {
    return { id, words, wanted, do: () => void ask(wanted) }
  }
  return (
    <div className="writing-help">
      {proposal ? (
        <Proposed
          proposal={proposal}
          service={offered.service ?? ""}
          onStop={stop}
          onAgain={() => void ask(proposal)}
          onPutAway={putAway}
          onUse={() => {
            const over = standsFor(proposal)
            const words = intoWords(proposal, over ? text() : "", say("help.gap"))
            void typeIntoComposer(words, over).then((done) => {
              if (!done) return
              onUse()
              used()
            })
          }}
        />
      ) : (
        <>
          <Menu
            label={say("help.title")}
            acts={acts}
            button={
              <Button kind="quiet" icon="machine">
                {say("help.title")}
              </Button>
            }
          />
          {helped && <p className="proposal-line">{say("help.used")}</p>}
        </>
      )}
    </div>
  )
}

/** Whether it takes the place of the agent's own words: the beginning of it doesn't. */
const standsFor = ({ help }: Wanted): boolean => help === "translation" || help === "tone"

interface ProposedProps {
  proposal: Proposal
  service: string
  onStop: () => void
  onAgain: () => void
  onUse: () => void
  onPutAway: () => void
}

function Proposed({ proposal, service, onStop, onAgain, onUse, onPutAway }: ProposedProps) {
  const { say } = useWords()
  const { state, text, articles, wrong } = proposal
  const coming = state === "coming"
  return (
    <section className="proposal" aria-label={say("help.byMachine")} aria-busy={coming}>
      <header>
        <Icon name="machine" />
        <h3>{say("help.byMachine")}</h3>
        <small>{say("help.service", { service })}</small>
      </header>
      {text && <p className="proposal-text">{text}</p>}
      {coming && !text && <p className="proposal-line">{say("help.coming")}</p>}
      {wrong && <Wrong>{wrong}</Wrong>}
      {articles.length > 0 && (
        <ol className="proposal-articles" aria-label={say("help.from")}>
          {articles.map(({ id, title }) => (
            <li key={id}>
              <Link className="link" to="/knowledge/$article" params={{ article: id }} search={{ filter: "all" }}>
                {title}
              </Link>
            </li>
          ))}
        </ol>
      )}
      <p className="unseen" role="status">
        {state === "there" ? say("help.there") : ""}
      </p>
      <footer>
        {coming ? (
          <Button icon="close" onPress={onStop}>
            {say("help.stop")}
          </Button>
        ) : (
          <>
            {text && (state === "there" || !standsFor(proposal)) && (
              <Button icon="down" onPress={onUse}>
                {say("help.use")}
              </Button>
            )}
            <Button kind="quiet" icon="retry" onPress={onAgain}>
              {say("act.again")}
            </Button>
            <Button kind="quiet" onPress={onPutAway}>
              {say("help.putAway")}
            </Button>
          </>
        )}
        <span className="proposal-line">{say("help.check")}</span>
      </footer>
    </section>
  )
}
