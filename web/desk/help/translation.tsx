import { useQuery } from "@tanstack/react-query"
import { useEffect } from "react"
import type { Message } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Icon } from "../parts/icon.tsx"
import { Wrong } from "../parts/wrong.tsx"
import { useWords } from "../words/use-words.ts"
import { writingHelpQuery } from "./api.ts"
import { useHelp } from "./use-help.ts"

/** A message in the reader's own language, below the words that were really written. It is for reading: nothing can send it. */
export function Translation({ message, caseId, onClose }: { message: Message; caseId: string; onClose: () => void }) {
  const { say, language } = useWords()
  const service = useQuery(writingHelpQuery).data?.service ?? ""
  const { proposal, ask } = useHelp(caseId, () => "")
  const begin = (): void => void ask({ help: "translation", to: language, messageId: message.id })
  const putAway = (): void => {
    onClose()
    document.getElementById(`message-${message.id}`)?.focus()
  }
  useEffect(begin, [message.id, language])
  return (
    <section className="proposal" aria-label={say("help.translated")} aria-busy={proposal?.state === "coming"}>
      <header>
        <Icon name="machine" />
        <h3>{say("help.translated")}</h3>
        <small>{say("help.service", { service })}</small>
      </header>
      {proposal?.text ? (
        <p className="proposal-text" lang={language}>
          {proposal.text}
        </p>
      ) : (
        proposal?.state === "coming" && <p className="proposal-line">{say("help.coming")}</p>
      )}
      <p className="unseen" role="status">
        {proposal?.state === "there" ? say("help.translationThere") : ""}
      </p>
      {proposal?.wrong && <Wrong>{proposal.wrong}</Wrong>}
      <footer>
        {proposal?.state === "failed" && (
          <Button kind="quiet" icon="retry" onPress={begin}>
            {say("act.again")}
          </Button>
        )}
        <Button kind="quiet" onPress={putAway}>
          {say("help.putAway")}
        </Button>
        <span className="proposal-line">{say("help.check")}</span>
      </footer>
    </section>
  )
}
