import { useQuery } from "@tanstack/react-query"
import { outsideFactsQuery } from "../api/contacts.ts"
import { Icon } from "../parts/icon.tsx"
import { Time } from "../parts/time.tsx"
import { useWords } from "../words/use-words.ts"
import { Section } from "./section.tsx"

/** What carriers, shops and banks say. */
export function FactsSection({ contactId }: { contactId: string }) {
  const { say, sayCode } = useWords()
  const facts = useQuery(outsideFactsQuery(contactId)).data ?? []
  if (facts.length === 0) return null
  return (
    <Section title={say("panel.facts")}>
      <ul className="outside">
        {facts.map((fact) => (
          <li key={fact.id}>
            <Icon name="outside" />
            <p>
              {sayCode(`fact.${fact.kind}.${fact.state}`, "fact.other", { kind: fact.kind, code: fact.state })}{" "}
              {fact.reference && <bdi>{fact.reference}</bdi>}
              <small>
                {fact.source} · <Time at={fact.occurredAt} />
              </small>
              {fact.text && <small>{fact.text}</small>}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
