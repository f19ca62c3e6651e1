import { Link, useSearch } from "@tanstack/react-router"
import type { Case } from "../api/types.ts"
import { Actions } from "../actions/actions.tsx"
import { Icon } from "../parts/icon.tsx"
import { useWords } from "../words/use-words.ts"
import { HereNow } from "./here-now.tsx"
import { Waiting } from "./waiting.tsx"

export function CaseHead({ one }: { one: Case }) {
  const { say } = useWords()
  const search = useSearch({ from: "/cases" })
  return (
    <header className="case-head">
      <div className="case-title">
        <Link className="button only-phone" data-kind="quiet" data-bare to="/cases" search={search} aria-label={say("act.backToList")}>
          <Icon name="back" />
        </Link>
        <div className="case-names">
          <h1>{one.subject || say("case.noSubject")}</h1>
          <p className="case-line">
            <Link className="link" to="/cases" search={{ contact: one.contactId ?? "" }}>
              {one.contact?.name || one.contact?.address || say("person.unnamed")}
            </Link>
            <span>{say("case.number", { number: String(one.number) })}</span>
            <Waiting since={one.waitingSince} />
            <HereNow caseId={one.id} />
          </p>
        </div>
      </div>
      <Actions one={one} />
    </header>
  )
}
