import { useInfiniteQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { casesQuery } from "../api/cases.ts"
import type { Case } from "../api/types.ts"
import { Time } from "../parts/time.tsx"
import { useWords } from "../words/use-words.ts"
import { Section } from "./section.tsx"

/** What else this person wrote about. */
export function OtherCases({ one, contactId }: { one: Case; contactId: string }) {
  const { say } = useWords()
  const found = useInfiniteQuery(casesQuery({ contact: contactId, view: "all" })).data?.pages[0]?.items ?? []
  const others = found.filter(({ id }) => id !== one.id).slice(0, 8)
  if (others.length === 0) return null
  return (
    <Section
      title={say("panel.history")}
      act={
        <Link className="link" to="/cases" search={{ contact: contactId }}>
          {say("panel.allOfThem")}
        </Link>
      }
    >
      <ul className="others">
        {others.map((other) => (
          <li key={other.id}>
            <Link className="link" to="/cases/$number" params={{ number: String(other.number) }} search={{ contact: contactId }}>
              {other.subject || say("case.noSubject")}
            </Link>
            <small>
              {other.number} · {other.status.name} · <Time at={other.lastAt} />
            </small>
          </li>
        ))}
      </ul>
    </Section>
  )
}
