import { useQueries, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { contactQuery } from "../api/contacts.ts"
import { get, query } from "../api/request.ts"
import type { Contact, Page } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { useWords } from "../words/use-words.ts"

/** People, found by what is typed. */
export function ContactValue({
  label,
  values,
  invalid,
  onChange,
}: {
  label: string
  values: readonly string[]
  invalid: boolean
  onChange: (values: string[]) => void
}) {
  const { say } = useWords()
  const [typed, setTyped] = useState("")
  const chosen = useQueries({ queries: values.map((id) => contactQuery(id)) })
  const found = useQuery({
    queryKey: ["contacts", typed],
    queryFn: async ({ signal }) => (await get<Page<Contact>>(`/api/contacts${query({ q: typed, limit: 6 })}`, signal)).items,
    enabled: typed.trim().length > 1,
    staleTime: 10_000,
  }).data
  const nameOf = (contact: Contact | undefined): string => contact?.name || contact?.identities[0]?.value || "…"
  return (
    <span className="contact-value">
      {values.map((id, index) => (
        <span key={id} className="tag">
          {nameOf(chosen[index]?.data)}
          <Button bare kind="quiet" icon="close" onPress={() => onChange(values.filter((each) => each !== id))}>
            {say("condition.without", { name: nameOf(chosen[index]?.data) })}
          </Button>
        </span>
      ))}
      <input
        className="input"
        aria-label={label}
        aria-invalid={invalid || undefined}
        placeholder={say("condition.who")}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {typed.trim().length > 1 && found && (
        <ul className="contact-found">
          {found
            .filter(({ id }) => !values.includes(id))
            .map((contact) => (
              <li key={contact.id}>
                <Button
                  kind="quiet"
                  icon="person"
                  onPress={() => {
                    onChange([...values, contact.id])
                    setTyped("")
                  }}
                >
                  {nameOf(contact)}
                </Button>
              </li>
            ))}
        </ul>
      )}
    </span>
  )
}
