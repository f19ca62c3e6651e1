import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { query } from "../../api/request.ts"
import { savedViewsQuery } from "../../api/views.ts"
import { viewsQuery } from "../../api/cases.ts"
import { Check } from "../../parts/check.tsx"
import { Choice } from "../../parts/choice.tsx"
import { useWords } from "../../words/use-words.ts"
import { Page } from "../page.tsx"

/** Taking out what one may see: a view's cases and what was said in them, and contacts. */
export function ExportPage() {
  const { say, language } = useWords()
  const views = useQuery(viewsQuery).data ?? []
  const saved = useQuery(savedViewsQuery).data ?? []
  const [view, setView] = useState("")
  const [notes, setNotes] = useState(false)
  // Spreadsheets in French part cells by semicolons.
  const csv = { delimiter: language === "fr" ? ";" : "," }
  const link = (path: string, words: string) => (
    <a className="link" href={path} download>
      {words}
    </a>
  )
  return (
    <Page title={say("settings.export")} explain={say("exportPage.explain")}>
      <ul className="cards">
        <li className="card import-row">
          <div className="card-words">
            <strong>{say("exportPage.cases")}</strong>
            <span>{say("exportPage.casesHelp")}</span>
          </div>
          <Choice
            label={say("exportPage.view")}
            name="view"
            value={view}
            onChange={setView}
            options={[
              { value: "", label: say("exportPage.all") },
              ...views.map(({ id, name }) => ({ value: id, label: name })),
              ...saved.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <Check checked={notes} onChange={setNotes}>
            {say("exportPage.notes")}
          </Check>
          <div className="import-acts">
            {link(`/api/exports/cases.csv${query({ view, ...csv })}`, say("exportPage.csv"))}
            {link(`/api/exports/cases.jsonl${query({ view })}`, say("exportPage.jsonl"))}
            {link(`/api/exports/messages.jsonl${query({ view, notes })}`, say("exportPage.messages"))}
          </div>
        </li>
        <li className="card import-row">
          <div className="card-words">
            <strong>{say("exportPage.contacts")}</strong>
            <span>{say("exportPage.contactsHelp")}</span>
          </div>
          <div className="import-acts">
            {link(`/api/exports/contacts.csv${query(csv)}`, say("exportPage.csv"))}
            {link("/api/exports/contacts.jsonl", say("exportPage.jsonl"))}
          </div>
        </li>
      </ul>
      <p className="page-words export-more">{say("exportPage.oneCase")}</p>
    </Page>
  )
}
