import { useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import type { Case, Similar } from "../api/types.ts"
import { similarQuery } from "../api/views.ts"
import { Icon } from "../parts/icon.tsx"
import { Time } from "../parts/time.tsx"
import { useWords } from "../words/use-words.ts"
import { Section } from "./section.tsx"

/** Cases that began like this one, and how they ended. */
export function SimilarSection({ one }: { one: Case }) {
  const { say } = useWords()
  const found = useQuery(similarQuery(one.id)).data ?? []
  if (found.length === 0) return null
  return (
    <Section title={say("panel.similar")}>
      <ul className="others">
        {found.map((similar) => (
          <SimilarCase key={similar.case.id} similar={similar} />
        ))}
      </ul>
    </Section>
  )
}

function SimilarCase({ similar: { case: other, ended, fact } }: { similar: Similar }) {
  const { say, sayCode } = useWords()
  const [kind, state] = fact?.split(".") ?? []
  return (
    <li className="similar" data-resolved={ended ? true : undefined}>
      {ended && <Icon name="resolved" />}
      <span>
        <Link className="link" to="/cases/$number" params={{ number: String(other.number) }} search={(now) => now}>
          {other.subject || say("case.noSubject")}
        </Link>
        <small>
          {other.number} · {ended?.by ? say("similar.by", { name: ended.by }) : other.status.name} · <Time at={ended?.at ?? other.lastAt} />
        </small>
        {kind && state && <small>{sayCode(`fact.${kind}.${state}`, "fact.other", { kind, code: state })}</small>}
        {ended && (ended.decision || (other.lastDirection === "out" && other.lastWords)) && (
          <small className="similar-end">{ended.decision ?? other.lastWords}</small>
        )}
      </span>
    </li>
  )
}
